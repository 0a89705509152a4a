import * as l10n from '@vscode/l10n';
import { type ParsedOperator, parseConditionOperator } from '../knowledge/conditionOperators.js';
import type { Condition } from './model.js';
import { hasWildcard } from './wildcard.js';

/** How names stand out in a sentence: as code in Markdown, as they are or in quotes in plain text. */
export interface NameStyle {
  name(text: string): string;
  list(texts: readonly string[]): string;
}

/** One condition in words: kms:ViaService is s3.us-east-1.amazonaws.com. Without a full stop. */
export function conditionText({ operator, key, values }: Condition, style: NameStyle): string {
  const name = style.name(key.known ?? '…');
  const texts = values.map((value) => value.known ?? '…');
  const parsed = parseConditionOperator(operator.known ?? '');
  if (parsed === undefined || texts.length === 0) {
    return `${name} ${style.name(operator.known ?? '…')} ${style.list(texts)}`;
  }
  const phrase = comparison(parsed, name, texts, style);
  return [phrase, setRemark(parsed), absenceRemark(parsed)].filter((part) => part !== undefined).join('; ');
}

function comparison({ operator }: ParsedOperator, name: string, texts: readonly string[], style: NameStyle): string {
  const list = style.list(texts);
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
