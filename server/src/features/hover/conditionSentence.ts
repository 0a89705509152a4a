import * as l10n from '@vscode/l10n';
import { type ParsedOperator, parseConditionOperator } from '../../knowledge/conditionOperators.js';
import type { Condition } from '../../policy/model.js';
import { hasWildcard } from '../../policy/wildcard.js';
import { code, codeList } from '../markdown.js';

/** One condition in words: `kms:ViaService` is `s3.us-east-1.amazonaws.com`. Markdown, without a full stop. */
export function conditionSentence({ operator, key, values }: Condition): string {
  const name = code(key.known ?? '…');
  const texts = values.map((value) => value.known ?? '…');
  const parsed = parseConditionOperator(operator.known ?? '');
  if (parsed === undefined || texts.length === 0) {
    return `${name} ${code(operator.known ?? '…')} ${codeList(texts)}`;
  }
  const phrase = comparison(parsed, name, texts);
  return [phrase, setRemark(parsed), absenceRemark(parsed)].filter((part) => part !== undefined).join('; ');
}

function comparison({ operator }: ParsedOperator, name: string, texts: readonly string[]): string {
  const list = codeList(texts, 6);
  const hasPattern = operator.wildcards && texts.some(hasWildcard);
  switch (operator.family) {
    case 'Null':
      return texts[0]?.toLowerCase() === 'true'
        ? l10n.t('{0} is absent from the request', name)
        : l10n.t('{0} is present in the request', name);
    case 'Bool':
    case 'Binary':
      return l10n.t('{0} is {1}', name, list);
    case 'IpAddress':
      return operator.negated ? l10n.t('{0} is outside {1}', name, list) : l10n.t('{0} is within {1}', name, list);
    case 'String':
    case 'Arn':
      if (operator.negated) {
        return hasPattern
          ? l10n.t('{0} does not match {1}', name, list)
          : texts.length > 1
            ? l10n.t('{0} is none of {1}', name, list)
            : l10n.t('{0} is not {1}', name, list);
      }
      return hasPattern
        ? l10n.t('{0} matches {1}', name, list)
        : texts.length > 1
          ? l10n.t('{0} is one of {1}', name, list)
          : l10n.t('{0} is {1}', name, list);
    case 'Numeric':
    case 'Date':
      return `${name} ${SIGNS[operator.name.replace(/^(Numeric|Date)/, '')] ?? '='} ${list}`;
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  Equals: '=',
  NotEquals: '≠',
  LessThan: '<',
  LessThanEquals: '≤',
  GreaterThan: '>',
  GreaterThanEquals: '≥',
};

function setRemark({ setOperator }: ParsedOperator): string | undefined {
  switch (setOperator) {
    case 'ForAnyValue':
      return l10n.t('at least one value of the request');
    case 'ForAllValues':
      return l10n.t('every value of the request, or none at all');
    case undefined:
      return undefined;
  }
}

function absenceRemark({ operator, ifExists, setOperator }: ParsedOperator): string | undefined {
  const holdsWithout = setOperator === undefined && (ifExists || operator.negated);
  return holdsWithout ? l10n.t('also met when the request does not carry it') : undefined;
}
