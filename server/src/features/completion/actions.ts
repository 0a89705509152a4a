import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';
import { isEffectiveInKeyPolicy, KMS_CRYPTOGRAPHIC_ACTIONS } from '../../knowledge/kmsActions.js';
import { findServicesOfKind } from '../../knowledge/policyKindServices.js';
import type { Service } from '../../knowledge/serviceReference.js';
import { type Proposal, text } from './proposal.js';
import type { CompletionRequest } from './request.js';

/** The service whose actions come first where no single service is what the policy is about. */
const TRUST_SERVICE = 'sts';

/** What most statements about a KMS key list, in the order in which people look for it. */
const USUAL_KMS_ACTIONS = ['Decrypt', 'GenerateDataKey', 'Encrypt', 'DescribeKey', 'CreateGrant'];
const USUAL_PATTERNS: Readonly<Record<string, readonly string[]>> = {
  kms: ['kms:GenerateDataKey*', 'kms:ReEncrypt*'],
};

/** Actions: of the service that is named or that the kind is about; before that, the services. */
export function proposeActions(request: CompletionRequest): Proposal[] {
  const { cursor, kind, options } = request;
  const colon = cursor.typed.indexOf(':');
  const own = kind === 'trust-policy' ? TRUST_SERVICE : findServicesOfKind(kind)?.[0];
  const listed = new Set(cursor.siblings.map((name) => name.toLowerCase()));
  const isNew = (proposal: Proposal): boolean => !listed.has(proposal.label.toLowerCase());
  if (colon >= 0) {
    const service = options.reference.getService(cursor.typed.slice(0, colon));
    return service === undefined ? [] : serviceActions(service, kind).filter(isNew);
  }
  const services = own === undefined ? ['kms', 'logs'] : [own];
  // A policy that names principals and whose kind does not show yet is, among our users, most probably a key policy.
  const isOpen = kind === 'unknown' || (!request.isKindCertain && own === undefined);
  const mayBeKeyPolicy = isOpen && request.policy.statements.some(({ principal }) => principal !== undefined);
  const actions = services.flatMap((prefix) => {
    const service = options.reference.getService(prefix);
    const isWanted = own !== undefined || cursor.typed !== '' || (mayBeKeyPolicy && prefix === 'kms');
    return service === undefined || !isWanted ? [] : serviceActions(service, mayBeKeyPolicy ? 'key-policy' : kind);
  });
  return [...actions.filter(isNew), ...(own === 'kms' ? [] : servicePrefixes(request, services)), allActions()];
}

function servicePrefixes({ options }: CompletionRequest, first: readonly string[]): Proposal[] {
  return options.reference.services.map(
    ({ prefix, name }): Proposal => ({
      label: `${prefix}:`,
      rank: first.includes(prefix) ? 20 : 30,
      kind: CompletionItemKind.Module,
      detail: name,
      insert: { kind: 'string-snippet', snippet: `${prefix}:$1` },
      continues: true,
    }),
  );
}

function allActions(): Proposal {
  return text('*', 90, { kind: CompletionItemKind.Constant, detail: l10n.t('Every action of every service') });
}

function serviceActions(service: Service, kind: PolicyKind | 'unknown'): Proposal[] {
  const actions = service.actions.map((action) => {
    const isIneffective = kind === 'key-policy' && service.prefix === 'kms' && !isEffectiveInKeyPolicy(action.name);
    return text(action.id, isIneffective ? 19 : rankOf(service.prefix, action.name), {
      kind: CompletionItemKind.Method,
      detail: isIneffective ? l10n.t('No effect in a key policy') : action.accessLevels.join(', '),
      documentation: { about: 'action', name: action.id, kind },
    });
  });
  const patterns = [...(USUAL_PATTERNS[service.prefix] ?? []), ...prefixPatterns(service)].filter(
    (pattern, index, all) => all.indexOf(pattern) === index,
  );
  return [
    ...actions,
    ...patterns.map((pattern) =>
      text(pattern, USUAL_PATTERNS[service.prefix]?.includes(pattern) === true ? 2 : 12, {
        kind: CompletionItemKind.Constant,
        detail: l10n.t('Pattern'),
        documentation: { about: 'action', name: pattern, kind },
      }),
    ),
  ];
}

function rankOf(prefix: string, name: string): number {
  if (prefix !== 'kms') {
    return 10;
  }
  if (USUAL_KMS_ACTIONS.includes(name)) {
    return name === 'Decrypt' || name === 'GenerateDataKey' ? 1 : 2;
  }
  return KMS_CRYPTOGRAPHIC_ACTIONS.includes(name) ? 5 : 8;
}

/** `kms:Describe*` and its like: first words that two or more actions share, and the whole service. */
function prefixPatterns(service: Service): string[] {
  const counts = new Map<string, number>();
  for (const { name } of service.actions) {
    const word = /^[A-Z][a-z]+/.exec(name)?.[0];
    if (word !== undefined) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const words = [...counts].filter(([, count]) => count > 1).map(([word]) => `${service.prefix}:${word}*`);
  return [...words, `${service.prefix}:*`];
}
