import * as l10n from '@vscode/l10n';
import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';
import { expandActionPatterns } from '../../knowledge/actionLookup.js';
import { type ConditionKeyInfo, findConditionKey } from '../../knowledge/conditionKeyLookup.js';
import { findConditionKeyNote } from '../../knowledge/conditionKeyNotes/index.js';
import { findEncryptionContext } from '../../knowledge/encryptionContexts.js';
import { findGlobalConditionKey, type GlobalConditionKey } from '../../knowledge/globalConditionKeys.js';
import {
  encryptionContextKeyOf,
  getKmsConditionKey,
  isForAllValuesRefusedByKms,
  isRefusedInKeyPolicy,
  kmsConditionKeyApplies,
} from '../../knowledge/kmsConditionKeys.js';
import { pickText } from '../../knowledge/localText.js';
import type { Statement } from '../../policy/model.js';
import { bullets, code, codeList, jsonBlock, paragraphs } from '../markdown.js';
import type { FeatureOptions } from '../options.js';

/** What a condition key tests, where it applies, with our note and an example. Undefined for unknown keys. Markdown. */
export function conditionKeyDocs(
  text: string,
  kind: PolicyKind | 'unknown',
  statement: Statement | undefined,
  { reference, locale }: FeatureOptions,
): string | undefined {
  const info = findConditionKey(reference, text);
  if (info === undefined) {
    return undefined;
  }
  const note = findConditionKeyNote(text);
  const context = encryptionContextKeyOf(text);
  const meaning = context === undefined ? undefined : findEncryptionContext(context);
  return paragraphs([
    `**${code(info.name)}** · ${typeLabel(info)}`,
    note === undefined ? info.description : pickText(note.text, locale),
    meaning === undefined ? undefined : `${meaning.service}: ${pickText(meaning.meaning, locale)}`,
    bullets([
      ...kmsFacts(text, kind),
      ...globalFacts(findGlobalConditionKey(text)),
      statementFact(text, statement, reference),
      info.deprecatedFor === undefined ? undefined : l10n.t('Deprecated: use {0}.', code(info.deprecatedFor)),
    ]),
    note === undefined ? undefined : `${l10n.t('Example')}\n${jsonBlock(note.example)}`,
    referenceLink(info.service),
  ]);
}

function typeLabel({ type, multiValued }: ConditionKeyInfo): string {
  const name = type ?? l10n.t('type not documented');
  return multiValued
    ? l10n.t('{0}, several values in one request: use {1} or {2}', name, code('ForAnyValue:'), code('ForAllValues:'))
    : l10n.t('{0}, one value in a request', name);
}

function kmsFacts(text: string, kind: PolicyKind | 'unknown'): (string | undefined)[] {
  const key = getKmsConditionKey(text);
  return [
    isRefusedInKeyPolicy(text)
      ? kind === 'key-policy'
        ? l10n.t('**Refused in key policies**: use it in an IAM policy.')
        : l10n.t('Refused in key policies.')
      : undefined,
    isForAllValuesRefusedByKms(text) ? l10n.t('AWS KMS refuses {0} on it.', code('ForAllValues:')) : undefined,
    key === undefined || key.operations.length === 0
      ? undefined
      : l10n.t('Carried by {0} AWS KMS operations: {1}', key.operations.length, codeList(key.operations, 8)),
    key?.values === undefined ? undefined : l10n.t('Values: {0}', codeList(key.values, 30)),
    key?.range === undefined ? undefined : l10n.t('Values from {0} to {1}.', key.range.min, key.range.max),
  ];
}

function globalFacts(key: GlobalConditionKey | undefined): (string | undefined)[] {
  if (key === undefined) {
    return [];
  }
  const replacement =
    key.serviceCallReplacement === undefined ? '' : ` ${l10n.t('Use {0} there.', code(key.serviceCallReplacement))}`;
  switch (key.inServiceCalls) {
    case 'yes':
      return [l10n.t('Also carried by calls that AWS services make themselves.')];
    case 'no':
      return [`${l10n.t('Not carried by calls that AWS services make themselves.')}${replacement}`];
    case 'depends':
      return [l10n.t('Carried by calls that AWS services make themselves, where the service documents it.')];
    case 'unknown':
      return [];
  }
}

/** Which of the statement's own actions can carry the key. */
function statementFact(
  text: string,
  statement: Statement | undefined,
  reference: FeatureOptions['reference'],
): string | undefined {
  if (statement?.action === undefined || statement.action.negated || getKmsConditionKey(text) === undefined) {
    return undefined;
  }
  const patterns = statement.action.values.flatMap((value) => value.known ?? []);
  const actions = expandActionPatterns(reference, patterns).filter(({ service }) => service === 'kms');
  const without = actions.filter(({ name }) => kmsConditionKeyApplies(text, name) === false).map(({ id }) => id);
  if (without.length === 0) {
    return undefined;
  }
  return without.length === actions.length
    ? l10n.t('**None of the actions of this statement carries it**, so the condition is never met by a value.')
    : l10n.t('Of the actions of this statement, these do not carry it: {0}', codeList(without, 8));
}

function referenceLink(service: string): string | undefined {
  switch (service) {
    case 'kms':
      return `[${l10n.t('AWS documentation')}](https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html)`;
    case 'aws':
      return `[${l10n.t('AWS documentation')}](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html)`;
    default:
      return undefined;
  }
}
