import * as l10n from '@vscode/l10n';
import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';
import { expandActionPatterns } from '../../knowledge/actionLookup.js';
import { findServicePrincipal } from '../../knowledge/servicePrincipals.js';
import { parseArn } from '../../policy/arn.js';
import { readAwsPrincipal } from '../../policy/awsPrincipal.js';
import type { ListElement, Principal, PrincipalElement, Statement } from '../../policy/model.js';
import { bullets, code, codeList, paragraphs } from '../markdown.js';
import type { FeatureOptions } from '../options.js';
import { conditionSentence } from './conditionSentence.js';
import { describeAbilities } from './kmsAbilities.js';

/**
 * What a statement says, in words: who may, or may not, do what, under which conditions. Names what it cannot put into
 * words, and leaves nothing out. Undefined while effect or action is missing. Markdown.
 */
export function statementSummary(
  statement: Statement,
  kind: PolicyKind | 'unknown',
  options: FeatureOptions,
): string | undefined {
  const { effect, action, principal, conditions } = statement;
  if (effect === undefined || action === undefined || action.values.length === 0) {
    return undefined;
  }
  const who = principal === undefined ? holderPhrase(kind) : whoPhrase(principal, kind, options);
  const what = whatPhrase(action, kind, options);
  const where = wherePhrase(statement.resource, kind);
  const sentence =
    effect === 'Allow'
      ? l10n.t('For {0}: **lets** {1} {2}', where, who, what)
      : l10n.t('For {0}: **forbids** {1} to {2}', where, who, what);
  if (conditions.length === 0) {
    return `${sentence}.`;
  }
  const lead =
    conditions.length === 1
      ? l10n.t('{0}, under this condition:', sentence)
      : l10n.t('{0}, under these conditions, all of which must be met:', sentence);
  return paragraphs([lead, bullets(conditions.map(conditionSentence))]);
}

/** Whom a policy without principals is about. */
function holderPhrase(kind: PolicyKind | 'unknown'): string {
  return kind === 'scp'
    ? l10n.t('every principal of the accounts that it is attached to')
    : l10n.t('the user, group or role that it is attached to');
}

function whoPhrase(
  { principals, negated }: PrincipalElement,
  kind: PolicyKind | 'unknown',
  options: FeatureOptions,
): string {
  const phrases = principals.map((principal) => principalPhrase(principal, kind));
  const list = phrases.length === 0 ? '…' : joinAnd(phrases, options.locale);
  return negated ? l10n.t('everyone except {0}', list) : list;
}

function principalPhrase({ type, value }: Principal, kind: PolicyKind | 'unknown'): string {
  const text = value.known;
  if (text === undefined) {
    return '…';
  }
  if (text === '*') {
    return l10n.t('everyone in every account');
  }
  if (type === 'Service') {
    const service = findServicePrincipal(text);
    if (service === undefined) {
      return l10n.t('the service {0}', code(text));
    }
    return service.region === undefined
      ? l10n.t('the service {0}', service.principal.service)
      : l10n.t('the service {0} in {1}', service.principal.service, service.region);
  }
  return type === 'AWS' ? awsPhrase(text, kind) : code(text);
}

function awsPhrase(text: string, kind: PolicyKind | 'unknown'): string {
  const principal = readAwsPrincipal(text);
  const account =
    principal.kind === 'account'
      ? principal.account
      : principal.kind === 'identity' && principal.arn.resource === 'root'
        ? principal.arn.account
        : undefined;
  if (account !== undefined) {
    return kind === 'key-policy'
      ? l10n.t('account {0} (its root user, and whom its IAM policies allow)', account)
      : l10n.t('account {0} (whom its IAM policies allow)', account);
  }
  const arn = parseArn(text);
  const name = arn?.resource.slice(arn.resource.lastIndexOf('/') + 1);
  if (principal.kind !== 'identity' || arn === undefined || name === undefined) {
    return code(text);
  }
  return arn.resource.startsWith('role/')
    ? l10n.t('the role {0} of account {1}', code(name), arn.account)
    : l10n.t('the user {0} of account {1}', code(name), arn.account);
}

function whatPhrase(action: ListElement, kind: PolicyKind | 'unknown', { reference, locale }: FeatureOptions): string {
  const patterns = action.values.map((value) => value.known ?? '…');
  if (action.negated) {
    return l10n.t('perform every action except {0}', codeList(patterns));
  }
  if (patterns.includes('*')) {
    return l10n.t('perform every action');
  }
  const actions = expandActionPatterns(reference, patterns);
  const isAboutKey = kind === 'key-policy' && actions.length > 0 && actions.every(({ service }) => service === 'kms');
  const isReadable = patterns.every((pattern) => expandActionPatterns(reference, [pattern]).length > 0);
  if (!isAboutKey || !isReadable) {
    return l10n.t('perform {0}', codeList(patterns));
  }
  const words = describeAbilities(new Set(actions.map(({ name }) => name)));
  return words.length === 0 ? l10n.t('perform {0}', codeList(patterns)) : `*${joinAnd(words, locale)}*`;
}

function wherePhrase(resource: ListElement | undefined, kind: PolicyKind | 'unknown'): string {
  if (kind === 'trust-policy') {
    return l10n.t('this role');
  }
  if (resource === undefined) {
    return '…';
  }
  const texts = resource.values.map((value) => value.known ?? '…');
  if (kind === 'key-policy' && !resource.negated && texts.includes('*')) {
    return l10n.t('this KMS key');
  }
  if (resource.negated) {
    return l10n.t('every resource except {0}', codeList(texts, 4));
  }
  return texts.includes('*') ? l10n.t('every resource') : codeList(texts, 4);
}

function joinAnd(phrases: readonly string[], locale: string | undefined): string {
  return new Intl.ListFormat(isKorean(locale) ? 'ko' : 'en', { type: 'conjunction' }).format(phrases);
}

function isKorean(locale: string | undefined): boolean {
  return locale?.toLowerCase().startsWith('ko') === true;
}
