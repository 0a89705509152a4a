import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { expandActionPatterns } from '../../knowledge/actionLookup.js';
import { type ConditionKeyInfo, listConditionKeys } from '../../knowledge/conditionKeyLookup.js';
import {
  type ConditionOperator,
  operatorFitsType,
  parseConditionOperator,
} from '../../knowledge/conditionOperators.js';
import { ENCRYPTION_CONTEXTS } from '../../knowledge/encryptionContexts.js';
import { findGlobalConditionKey, isMissingFromServiceCalls } from '../../knowledge/globalConditionKeys.js';
import { getKmsConditionKey, isRefusedInKeyPolicy, kmsConditionKeyApplies } from '../../knowledge/kmsConditionKeys.js';
import type { Action } from '../../knowledge/serviceReference.js';
import type { Statement } from '../../policy/model.js';
import type { Proposal } from './proposal.js';
import type { CompletionRequest } from './request.js';
import { escapeSnippet } from './snippetText.js';

/** Keys that key policies test most, which come before others that apply just as well. */
const USUAL = [
  'kms:EncryptionContext:aws:logs:arn',
  'aws:SourceArn',
  'aws:SourceAccount',
  'kms:ViaService',
  'kms:CallerAccount',
  'aws:PrincipalOrgID',
  'aws:PrincipalArn',
  'kms:GrantIsForAWSResource',
];

/** Condition keys: first those that every action of the statement can carry, last those that can never match, with why. */
export function proposeConditionKeys(request: CompletionRequest, operatorName: string): Proposal[] {
  const { statement, cursor, options, kind } = request;
  const actions = actionsOf(request);
  const services = new Set(actions.map(({ service }) => service));
  if (kind === 'key-policy' || services.size === 0) {
    services.add('kms');
  }
  const operator = parseConditionOperator(operatorName)?.operator;
  const listed = new Set(cursor.siblings.map((name) => name.toLowerCase()));
  const proposals = listConditionKeys(options.reference, [...services, 'aws']).flatMap((info) =>
    expandFamily(info).map((key) => {
      const misfit = findMisfit(key, info, actions, statement, kind);
      return propose(key, info, misfit, operator, request);
    }),
  );
  return proposals.filter(({ label }) => !listed.has(label.toLowerCase()));
}

function actionsOf({ statement, options }: CompletionRequest): readonly Action[] {
  const { action } = statement ?? {};
  if (action === undefined || action.negated) {
    return [];
  }
  return expandActionPatterns(
    options.reference,
    action.values.flatMap((value) => value.known ?? []),
  );
}

/** The family of encryption contexts is offered by the contexts that services send, and by its form. */
function expandFamily({ name }: ConditionKeyInfo): readonly string[] {
  const head = 'kms:EncryptionContext:';
  return name.startsWith(`${head}$`) ? [...ENCRYPTION_CONTEXTS.map(({ key }) => `${head}${key}`), name] : [name];
}

/** Why a condition on the key would never be met, or not be accepted; undefined when it makes sense. */
function findMisfit(
  key: string,
  info: ConditionKeyInfo,
  actions: readonly Action[],
  statement: Statement | undefined,
  kind: CompletionRequest['kind'],
): string | undefined {
  if (kind === 'key-policy' && isRefusedInKeyPolicy(key)) {
    return l10n.t('AWS KMS refuses it in key policies');
  }
  const principals = statement?.principal?.principals ?? [];
  if (principals.length > 0 && principals.every(({ type }) => type === 'Service') && isMissingFromServiceCalls(key)) {
    return l10n.t('Calls by AWS services do not carry it');
  }
  const missing = actions.filter((action) => applies(key, info, action) === false);
  if (missing.length === 0) {
    return undefined;
  }
  return missing.length === actions.length
    ? l10n.t('None of these actions carries it')
    : l10n.t(
        'Not carried by {0}',
        missing
          .slice(0, 3)
          .map(({ id }) => id)
          .join(', '),
      );
}

function applies(key: string, info: ConditionKeyInfo, action: Action): boolean | undefined {
  if (action.service === 'kms' && (info.service === 'kms' || info.template !== undefined)) {
    return kmsConditionKeyApplies(key.includes('${') ? key.replace(/\$\{\w+\}/, '1') : key, action.name);
  }
  if (info.service === 'aws' && findGlobalConditionKey(key) !== undefined) {
    return undefined;
  }
  const names = [...action.conditionKeys, ...action.resources.flatMap(({ type }) => type.conditionKeys)];
  return info.service === action.service ? names.includes(info.name) : undefined;
}

function propose(
  key: string,
  info: ConditionKeyInfo,
  misfit: string | undefined,
  operator: ConditionOperator | undefined,
  { statement, kind }: CompletionRequest,
): Proposal {
  const fits =
    operator === undefined || info.type === undefined
      ? 'yes'
      : operatorFitsType(operator, info.type, ...(getKmsConditionKey(key)?.alsoTypes ?? []));
  const usual = USUAL.indexOf(key);
  const base = usual < 0 ? 20 + (info.service === 'aws' ? 5 : 0) : usual;
  const rank = misfit !== undefined ? 70 : fits === 'no' ? 50 : fits === 'usable' ? base + 10 : base;
  const isBool = info.type === 'Bool' || operator?.family === 'Null';
  const one = isBool ? '"${2|true,false|}"' : '"$2"';
  const { insert, label } = toInsert(key);
  return {
    label,
    insert,
    rank: rank + (isForOtherService(key, statement) ? 15 : 0),
    kind: CompletionItemKind.Field,
    value: info.multiValued && operator?.family !== 'Null' ? `[${one}]` : one,
    detail: misfit ?? describe(info),
    ...(info.deprecatedFor !== undefined && { deprecated: true }),
    documentation: { about: 'condition-key', name: key, kind },
    continues: true,
  };
}

function toInsert(key: string): Pick<Proposal, 'insert' | 'label'> {
  const variable = /\$\{(\w+)\}|<(\w+)>/.exec(key);
  if (variable === null) {
    return { label: key, insert: { kind: 'string', text: key } };
  }
  const name = variable[1] ?? variable[2] ?? '';
  const before = key.slice(0, variable.index);
  const after = key.slice(variable.index + variable[0].length);
  return {
    label: `${before}${after}`,
    insert: { kind: 'string-snippet', snippet: `${escapeSnippet(before)}\${1:${name}}${escapeSnippet(after)}` },
  };
}

/** A context that another service sends than the one the statement lets in. */
function isForOtherService(key: string, statement: Statement | undefined): boolean {
  const context = /^kms:EncryptionContext:(aws:(\w+):.*)$/.exec(key);
  const principals = (statement?.principal?.principals ?? []).flatMap(({ value }) => value.known ?? []);
  const service = context?.[2];
  return (
    service !== undefined &&
    principals.some((name) => name.includes('.amazonaws.com')) &&
    !principals.some((name) => name.startsWith(`${service}.`))
  );
}

function describe({ type, multiValued }: ConditionKeyInfo): string {
  if (type === undefined) {
    return multiValued ? l10n.t('several values') : '';
  }
  return multiValued ? l10n.t('{0}, several values', type) : type;
}
