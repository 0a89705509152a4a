import * as l10n from '@vscode/l10n';
import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';
import { expandActionPattern, findAction, parseActionText } from '../../knowledge/actionLookup.js';
import type { KeyType } from '../../knowledge/keySpecs.js';
import { getKmsAction, isEffectiveInKeyPolicy, type KmsAction } from '../../knowledge/kmsActions.js';
import type { AccessLevel, Action, ServiceReference } from '../../knowledge/serviceReference.js';
import { bullets, code, codeList, paragraphs } from '../markdown.js';

const LEVELS: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];
const MAX_LISTED = 60;

/** What an action, a pattern of actions or `*` means; undefined for names that no service has. Markdown. */
export function actionDocs(
  reference: ServiceReference,
  text: string,
  kind: PolicyKind | 'unknown',
): string | undefined {
  const parsed = parseActionText(text);
  if (parsed.kind === 'all') {
    return paragraphs([
      `**${code('*')}**`,
      kind === 'key-policy'
        ? l10n.t('Every action of every service. In a key policy it means every AWS KMS action on this key.')
        : l10n.t('Every action of every service, also those that AWS adds later.'),
    ]);
  }
  if (parsed.kind === 'malformed') {
    return undefined;
  }
  if (parsed.wildcard) {
    return patternDocs(reference, text, kind);
  }
  const action = findAction(reference, text);
  return action === undefined ? undefined : oneActionDocs(reference, action, kind);
}

function oneActionDocs(reference: ServiceReference, action: Action, kind: PolicyKind | 'unknown'): string {
  const kms = action.service === 'kms' ? getKmsAction(action.name) : undefined;
  const resources = action.resources.map(({ type, required }) => `${code(type.name)}${required ? '*' : ''}`);
  // The service's own table lists every attestation register by itself; ours has families.
  const keys = kms?.conditionKeys ?? [
    ...new Set([...action.conditionKeys, ...action.resources.flatMap((each) => each.conditionKeys)]),
  ];
  const facts = [
    resources.length > 0
      ? l10n.t('Resource types: {0} (* required)', resources.join(', '))
      : l10n.t('Works on no single resource: only {0} matches.', code('*')),
    keys.length > 0 ? l10n.t('Condition keys: {0}', codeList(keys, 30)) : undefined,
    action.dependentActions.length > 0 ? l10n.t('Also needs: {0}', codeList(action.dependentActions)) : undefined,
  ];
  return paragraphs([
    `**${code(action.id)}** · ${action.accessLevels.map(levelLabel).join(', ')}`,
    action.description,
    bullets([...(kms === undefined ? [] : kmsFacts(kms, kind)), ...facts]),
    referenceLink(reference, action.service),
  ]);
}

/** What only AWS KMS has to say: where the permission counts, across accounts, key types, grants. */
function kmsFacts(action: KmsAction, kind: PolicyKind | 'unknown'): (string | undefined)[] {
  return [
    policyFact(action, kind),
    action.policy === 'iam' || action.policy === 'internal'
      ? undefined
      : action.crossAccount
        ? l10n.t('Works across accounts: the other account must allow it in an IAM policy too.')
        : l10n.t('Works only within the account of the key.'),
    action.keyTypes.length > 0 ? l10n.t('Key types: {0}', action.keyTypes.map(keyTypeLabel).join(', ')) : undefined,
    restrictionFact(action.keyRestriction),
    action.grantable ? l10n.t('Can be given by a grant.') : undefined,
    action.dryRun ? l10n.t('Can be tried with DryRun.') : undefined,
  ];
}

function policyFact({ policy }: KmsAction, kind: PolicyKind | 'unknown'): string | undefined {
  switch (policy) {
    case 'iam':
      return kind === 'key-policy'
        ? l10n.t('**No effect in a key policy**: give it in an IAM policy.')
        : l10n.t('Only in IAM policies; a key policy cannot give it.');
    case 'internal':
      return l10n.t('Only for the service-linked role of AWS KMS; no policy of yours gives it.');
    case 'both':
      return l10n.t('Needs permission on the key (key policy or IAM policy) and on the alias (IAM policy).');
    case 'key':
      return undefined;
  }
}

function restrictionFact(restriction: KmsAction['keyRestriction']): string | undefined {
  switch (restriction) {
    case 'imported':
      return l10n.t('Only for keys with imported key material.');
    case 'multi-region':
      return l10n.t('Only for multi-Region keys.');
    case 'aws-kms-origin':
      return l10n.t('Only for keys whose key material AWS KMS made.');
    case undefined:
      return undefined;
  }
}

/** The actions that a pattern stands for, by access level, with counts. */
function patternDocs(reference: ServiceReference, pattern: string, kind: PolicyKind | 'unknown'): string {
  const actions = expandActionPattern(reference, pattern);
  if (actions.length === 0) {
    return paragraphs([`**${code(pattern)}**`, l10n.t('Matches no action that is known.')]);
  }
  const isKeyPolicy = kind === 'key-policy' && actions[0]?.service === 'kms';
  const idle = isKeyPolicy ? actions.filter(({ name }) => !isEffectiveInKeyPolicy(name)) : [];
  const effective = actions.filter((action) => !idle.includes(action));
  const max = Math.max(3, Math.floor(MAX_LISTED / LEVELS.length));
  const groups = LEVELS.map((level) => {
    const names = effective.filter(({ accessLevels }) => accessLevels[0] === level).map(({ name }) => name);
    return names.length === 0 ? undefined : `**${levelLabel(level)}** (${names.length}): ${codeList(names, max)}`;
  });
  return paragraphs([
    `**${code(pattern)}** · ${effective.length === 1 ? l10n.t('1 action') : l10n.t('{0} actions', effective.length)}`,
    bullets(groups),
    idle.length > 0 ? l10n.t('No effect in a key policy: {0}', codeList(idle.map(({ name }) => name))) : undefined,
    l10n.t('Also covers actions that AWS adds later. Known as of {0}.', reference.date),
    referenceLink(reference, actions[0]?.service ?? ''),
  ]);
}

function levelLabel(level: AccessLevel): string {
  switch (level) {
    case 'Read':
      return l10n.t('Read');
    case 'List':
      return l10n.t('List');
    case 'Write':
      return l10n.t('Write');
    case 'Permissions management':
      return l10n.t('Permissions management');
    case 'Tagging':
      return l10n.t('Tagging');
  }
}

function keyTypeLabel(type: KeyType): string {
  switch (type) {
    case 'symmetric':
      return l10n.t('symmetric encryption');
    case 'hmac':
      return l10n.t('HMAC');
    case 'asymmetric-encryption':
      return l10n.t('asymmetric encryption');
    case 'asymmetric-signing':
      return l10n.t('asymmetric signing');
    case 'key-agreement':
      return l10n.t('key agreement');
    case 'key-encapsulation':
      return l10n.t('key encapsulation');
  }
}

/** AWS names a service's page after the service, letters and digits only. */
function referenceLink(reference: ServiceReference, prefix: string): string | undefined {
  const name = reference.findService(prefix)?.name;
  if (name === undefined) {
    return undefined;
  }
  const page = name.toLowerCase().replace(/[^a-z0-9-]/g, '');
  return `[${l10n.t('Service authorization reference: {0}', name)}](https://docs.aws.amazon.com/service-authorization/latest/reference/list_${page}.html)`;
}
