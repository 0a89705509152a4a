import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { findConditionKey } from '../../knowledge/conditionKeyLookup.js';
import { parseConditionOperator } from '../../knowledge/conditionOperators.js';
import { ENCRYPTION_CONTEXTS, findEncryptionContext } from '../../knowledge/encryptionContexts.js';
import { encryptionContextKeyOf, getKmsConditionKey, type KmsValueForm } from '../../knowledge/kmsConditionKeys.js';
import { pickText } from '../../knowledge/localText.js';
import { REGIONS } from '../../knowledge/partitions.js';
import { VIA_SERVICES } from '../../knowledge/viaServices.js';
import { accountSnippet, regionSnippet } from './documentFacts.js';
import { proposePrincipals } from './principals.js';
import { type Proposal, text } from './proposal.js';
import type { CompletionRequest } from './request.js';
import { fillArn } from './resources.js';

/** Values of a condition key, as far as they can be known: closed lists, booleans, ARNs and ids that fit the document. */
export function proposeConditionValues(request: CompletionRequest, operatorName: string, key: string): Proposal[] {
  const { options, cursor } = request;
  const operator = parseConditionOperator(operatorName)?.operator;
  if (operator?.family === 'Null') {
    return [
      text('true', 0, { detail: l10n.t('The key is absent from the request') }),
      text('false', 1, { detail: l10n.t('The key is present in the request') }),
    ];
  }
  const info = findConditionKey(options.reference, key);
  const proposals =
    info?.type === 'Bool'
      ? [text('true', 0), text('false', 1)]
      : [...byKmsKey(request, key), ...byGlobalKey(request, key)];
  return proposals.filter(({ label }) => !cursor.siblings.includes(label));
}

function byKmsKey(request: CompletionRequest, key: string): Proposal[] {
  const context = encryptionContextKeyOf(key);
  if (context !== undefined) {
    return contextValues(request, context);
  }
  const kmsKey = getKmsConditionKey(key);
  if (kmsKey === undefined) {
    return [];
  }
  if (kmsKey.values !== undefined) {
    return kmsKey.values.map((value, index) =>
      text(value, Math.min(index, 90), { kind: CompletionItemKind.EnumMember }),
    );
  }
  const { range } = kmsKey;
  if (range !== undefined) {
    return [
      text(String(range.min), 0, { detail: l10n.t('The least that AWS KMS takes') }),
      text(String(range.max), 1, { detail: l10n.t('The most that AWS KMS takes') }),
    ];
  }
  return kmsKey.valueForm === undefined ? [] : byForm(request, kmsKey.valueForm);
}

function byForm(request: CompletionRequest, form: KmsValueForm): Proposal[] {
  switch (form) {
    case 'account-id':
      return accountIds(request);
    case 'via-service':
      return viaServices(request);
    case 'region':
      return regions(request);
    case 'principal-arn':
      return proposePrincipals(request, 'AWS').filter(({ label }) => label !== '*');
    case 'service-principal':
      return proposePrincipals(request, 'Service');
    case 'context-key':
      return ENCRYPTION_CONTEXTS.map((context) =>
        text(context.key, 1, { detail: context.service, note: pickText(context.meaning, request.options.locale) }),
      );
    case 'alias-name':
      return [template('alias/', 'alias/${1:name}', l10n.t('Name of an alias, not its ARN'))];
    case 'pcr-hex':
      return [];
  }
}

function contextValues({ facts, options }: CompletionRequest, key: string): Proposal[] {
  const context = findEncryptionContext(key);
  if (context?.valuePattern === undefined) {
    return [];
  }
  const note = pickText(context.meaning, options.locale);
  const filled = fillArn(context.valuePattern, facts);
  const one: Proposal = { ...template(filled.label, filled.snippet, context.service), note };
  if (!context.valuePattern.startsWith('arn:') || context.key === 'aws:s3:arn') {
    return [one];
  }
  const all = fillArn(context.valuePattern.replace(/\$\{\w+\}$/, '*'), facts);
  return [
    one,
    { ...template(all.label, all.snippet, l10n.t('All of the account; needs ArnLike or StringLike'), 1), note },
  ];
}

function byGlobalKey(request: CompletionRequest, key: string): Proposal[] {
  switch (key.toLowerCase()) {
    case 'aws:sourceaccount':
    case 'aws:principalaccount':
    case 'aws:resourceaccount':
      return accountIds(request);
    case 'aws:requestedregion':
      return regions(request);
    case 'aws:principalorgid':
    case 'aws:sourceorgid':
    case 'aws:resourceorgid':
      return [template('o-', 'o-${1:exampleorgid}', l10n.t('Id of an organization'))];
    case 'aws:sourcearn':
      return sourceArns(request);
    case 'aws:principalarn':
      return proposePrincipals(request, 'AWS').filter(({ label }) => label !== '*');
    case 'aws:calledvia':
    case 'aws:calledviafirst':
    case 'aws:calledvialast':
    case 'aws:principalservicename':
      return proposePrincipals(request, 'Service');
    case 'aws:principaltype':
      return ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'].map((value, index) => text(value, index));
    default:
      return [];
  }
}

function accountIds({ facts }: CompletionRequest): Proposal[] {
  return facts.accounts.length === 0
    ? [template('111122223333', '${1:111122223333}', l10n.t('Id of an account'))]
    : facts.accounts.map((account, index) =>
        text(account, Math.min(index, 90), { detail: l10n.t('In this document') }),
      );
}

function regions({ facts }: CompletionRequest): Proposal[] {
  return REGIONS.map((region) => {
    const used = facts.regions.indexOf(region);
    return text(region, used < 0 ? 50 : Math.min(used, 40), used < 0 ? {} : { detail: l10n.t('In this document') });
  });
}

const USUAL_VIA = ['logs', 's3', 'ec2', 'secretsmanager', 'dynamodb', 'rds', 'lambda', 'sqs', 'sns', 'ssm'];

function viaServices({ facts }: CompletionRequest): Proposal[] {
  const region = facts.regions[0] ?? 'us-east-1';
  return Object.entries(VIA_SERVICES).map(([prefix, name]) => {
    const usual = USUAL_VIA.indexOf(prefix);
    return {
      ...template(`${prefix}.${region}.amazonaws.com`, `${prefix}.${regionSnippet(facts, 1)}.amazonaws.com`, name),
      rank: usual < 0 ? 20 : usual,
    };
  });
}

/** ARNs that the statement's service principals send as their source (log-encryption-recipes 1.2). */
function sourceArns({ facts, statement }: CompletionRequest): Proposal[] {
  const principals = (statement?.principal?.principals ?? []).flatMap(({ value }) => value.known ?? []);
  const account = accountSnippet(facts, 2);
  const region = regionSnippet(facts, 1);
  const arn = (service: string, resource: string, detail: string): Proposal => {
    const shown = `arn:${facts.partition}:${service}:${facts.regions[0] ?? 'us-east-1'}:${facts.accounts[0] ?? '111122223333'}:`;
    return template(
      `${shown}${resource.replace(/\$\{\d:([^}]*)\}/g, '$1')}`,
      `arn:${facts.partition}:${service}:${region}:${account}:${resource}`,
      detail,
    );
  };
  const byService: readonly (readonly [RegExp, Proposal])[] = [
    [/^cloudtrail\./, arn('cloudtrail', 'trail/${3:TrailName}', l10n.t('One trail'))],
    [/^logs\./, arn('logs', 'query-result:*', l10n.t('Query results of CloudWatch Logs Insights'))],
    [/^logs\./, arn('logs', 'anomaly-detector:*', l10n.t('Anomaly detectors'))],
    [/^delivery\.logs\./, arn('logs', '*', l10n.t('Every delivery of the account'))],
    [/^delivery\.logs\./, arn('logs', 'delivery-source:${3:*}', l10n.t('One delivery source'))],
  ];
  const fitting = byService.filter(([pattern]) => principals.some((name) => pattern.test(name)));
  return (fitting.length > 0 ? fitting : byService).map(([, proposal]) => proposal);
}

function template(label: string, snippet: string, detail: string, rank = 0): Proposal {
  return { label, kind: CompletionItemKind.Value, insert: { kind: 'string-snippet', snippet }, detail, rank };
}
