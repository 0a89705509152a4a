import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { pickText } from '../../knowledge/localText.js';
import {
  formatServicePrincipal,
  SERVICE_PRINCIPALS,
  type ServicePrincipal,
} from '../../knowledge/servicePrincipals.js';
import { accountSnippet, regionSnippet } from './documentFacts.js';
import { type Proposal, text } from './proposal.js';
import type { CompletionRequest } from './request.js';

/** The types inside `Principal`, each with a list or value to fill. */
export function proposePrincipalTypes(request: CompletionRequest): Proposal[] {
  const details: readonly (readonly [string, string])[] = [
    ['AWS', l10n.t('Accounts, roles and users')],
    ['Service', l10n.t('AWS services')],
    ['Federated', l10n.t('Identity providers')],
    ['CanonicalUser', l10n.t('Canonical user id of Amazon S3')],
  ];
  return details
    .filter(([name]) => !request.cursor.siblings.includes(name) && isPossible(name, request.kind))
    .map(([name, detail], index) =>
      text(name, index, {
        kind: CompletionItemKind.Property,
        detail,
        value: '"$1"',
        documentation: { about: 'element', name },
        continues: true,
      }),
    );
}

/** Federated principals call STS, canonical users S3; no other service understands them. */
function isPossible(type: string, kind: CompletionRequest['kind']): boolean {
  return (
    (type !== 'Federated' || kind === 'trust-policy' || kind === 'unknown') &&
    (type !== 'CanonicalUser' || kind === 'bucket-policy' || kind === 'unknown')
  );
}

/** The value of `Principal` as a whole. */
export function proposePrincipalForms(request: CompletionRequest): Proposal[] {
  const { facts } = request;
  const root = `arn:${facts.partition}:iam::${accountSnippet(facts, 1)}:root`;
  const json = (label: string, snippet: string, detail: string, rank: number): Proposal => ({
    label,
    kind: CompletionItemKind.Struct,
    insert: { kind: 'json', snippet },
    detail,
    rank,
  });
  return [
    json('AWS', `{ "AWS": "${root}" }`, l10n.t('An account, role or user'), 0),
    json('Service', `{ "Service": "$1" }`, l10n.t('An AWS service'), 1),
    text('*', 5, { kind: CompletionItemKind.Constant, detail: l10n.t('Everyone: narrow it with a condition') }),
  ];
}

/** Values under one type of principal. */
export function proposePrincipals(request: CompletionRequest, type: string): Proposal[] {
  const isNew = ({ label }: Proposal): boolean => !request.cursor.siblings.includes(label);
  switch (type) {
    case 'AWS':
      return [...accountPrincipals(request), everyone()].filter(isNew);
    case 'Service':
      return servicePrincipals(request).filter(isNew);
    case 'Federated':
      return federatedPrincipals(request).filter(isNew);
    default:
      return [everyone()].filter(isNew);
  }
}

function everyone(): Proposal {
  return text('*', 50, { kind: CompletionItemKind.Constant, detail: l10n.t('Everyone: narrow it with a condition') });
}

function accountPrincipals({ facts }: CompletionRequest): Proposal[] {
  const iam = `arn:${facts.partition}:iam::`;
  const templates = (account: string, rank: number, shown: string): Proposal[] => [
    {
      label: `${iam}${shown}:root`,
      kind: CompletionItemKind.Value,
      insert: { kind: 'string-snippet', snippet: `${iam}${account}:root` },
      detail: l10n.t('The whole account, through its IAM policies'),
      rank,
    },
    {
      label: `${iam}${shown}:role/`,
      kind: CompletionItemKind.Value,
      insert: { kind: 'string-snippet', snippet: `${iam}${account}:role/\${2:RoleName}` },
      detail: l10n.t('One role'),
      rank: rank + 1,
    },
    {
      label: `${iam}${shown}:user/`,
      kind: CompletionItemKind.Value,
      insert: { kind: 'string-snippet', snippet: `${iam}${account}:user/\${2:UserName}` },
      detail: l10n.t('One user'),
      rank: rank + 2,
    },
  ];
  return facts.accounts.length === 0
    ? templates(accountSnippet(facts, 1), 1, '111122223333')
    : facts.accounts.slice(0, 10).flatMap((account, index) => templates(account, 1 + 3 * Math.min(index, 5), account));
}

const KEY_POLICY_FIRST = ['logs', 'cloudtrail', 'delivery.logs'];

function servicePrincipals({ facts, kind, options }: CompletionRequest): Proposal[] {
  const region = facts.regions[0];
  const regions = facts.regions.length === 0 ? ['us-east-1'] : facts.regions.slice(0, 4);
  const partitionRegion = region ?? (facts.partition === 'aws-cn' ? 'cn-north-1' : 'us-east-1');
  return SERVICE_PRINCIPALS.filter(({ keyPolicy }) => kind !== 'key-policy' || keyPolicy !== 'never').flatMap(
    (principal) => {
      const names =
        principal.form === 'regional' && kind !== 'trust-policy'
          ? regions.map((each) => formatServicePrincipal(principal, each))
          : [formatServicePrincipal({ ...principal, form: 'global' }, partitionRegion)];
      return [...new Set(names)].map((name, index) => ({
        ...text(name, rankOf(principal, kind) + index, {
          kind: CompletionItemKind.Interface,
          detail: principal.service,
          ...(principal.note !== undefined && { note: pickText(principal.note, options.locale) }),
          documentation: { about: 'service-principal', name, kind },
        }),
        ...(region === undefined &&
          principal.form === 'regional' &&
          name.includes('us-east-1') && {
            insert: {
              kind: 'string-snippet' as const,
              snippet: name.replace('us-east-1', regionSnippet(facts, 1)),
            },
          }),
      }));
    },
  );
}

function rankOf({ id, keyPolicy }: ServicePrincipal, kind: CompletionRequest['kind']): number {
  const first = KEY_POLICY_FIRST.indexOf(id);
  if (first >= 0 && kind !== 'trust-policy') {
    return first * 5;
  }
  return keyPolicy === 'yes' ? 20 : 30;
}

function federatedPrincipals({ facts }: CompletionRequest): Proposal[] {
  const iam = `arn:${facts.partition}:iam::${facts.accounts[0] ?? '111122223333'}`;
  const account = accountSnippet(facts, 1);
  return [
    {
      label: `${iam}:oidc-provider/`,
      kind: CompletionItemKind.Value,
      insert: {
        kind: 'string-snippet',
        snippet: `arn:${facts.partition}:iam::${account}:oidc-provider/\${2:token.actions.githubusercontent.com}`,
      },
      detail: l10n.t('OpenID Connect provider'),
      rank: 0,
    },
    {
      label: `${iam}:saml-provider/`,
      kind: CompletionItemKind.Value,
      insert: {
        kind: 'string-snippet',
        snippet: `arn:${facts.partition}:iam::${account}:saml-provider/\${2:ProviderName}`,
      },
      detail: l10n.t('SAML provider'),
      rank: 1,
    },
    text('cognito-identity.amazonaws.com', 2, { detail: 'Amazon Cognito' }),
  ];
}
