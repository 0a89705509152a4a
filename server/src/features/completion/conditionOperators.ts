import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { conditionKeyType, isMultiValued } from '../../knowledge/conditionKeyLookup.js';
import {
  CONDITION_OPERATORS,
  type ConditionOperator,
  operatorFitsType,
  SET_OPERATORS,
} from '../../knowledge/conditionOperators.js';
import { getKmsConditionKey } from '../../knowledge/kmsConditionKeys.js';
import { type Proposal, text } from './proposal.js';
import type { CompletionRequest } from './request.js';

const USUAL = ['StringEquals', 'ArnLike', 'StringLike', 'ArnEquals', 'Bool', 'Null'];

/** Operators: those that suit the keys already under this one first, then the usual, then variants. */
export function proposeOperators(request: CompletionRequest): Proposal[] {
  const { cursor, statement, options } = request;
  const existing = cursor.existing;
  const keys = (statement?.conditions ?? [])
    .filter((condition) => condition.operator.known === existing && cursor.hasColon)
    .flatMap((condition) => condition.key.known ?? []);
  const needsSet = keys.some((key) => isMultiValued(options.reference, key) === true);
  const listed = new Set(cursor.siblings.map((name) => name.toLowerCase()));
  const proposals = CONDITION_OPERATORS.flatMap((operator) => {
    const fit = worstFit(request, operator, keys);
    const base = fit === 'no' ? 40 : fit === 'usable' ? 20 : 0;
    return [
      propose(operator, operator.name, base + rankOf(operator) + (needsSet ? 10 : 0)),
      ...(operator.allowsIfExists
        ? [propose(operator, `${operator.name}IfExists`, base + 12, l10n.t('Also true without the key'))]
        : []),
      ...(operator.allowsSetOperator
        ? SET_OPERATORS.map((set) =>
            propose(operator, `${set}:${operator.name}`, base + (needsSet ? rankOf(operator) : 14), setDetail(set)),
          )
        : []),
    ];
  });
  return proposals.filter(({ label }) => !listed.has(label.toLowerCase()));
}

function setDetail(set: string): string {
  return set === 'ForAnyValue'
    ? l10n.t('At least one value of the request')
    : l10n.t('Every value of the request, or none at all');
}

function propose(operator: ConditionOperator, name: string, rank: number, detail?: string): Proposal {
  const value = operator.family === 'Bool' || operator.family === 'Null' ? '"${2|true,false|}"' : '"$2"';
  return text(name, rank, {
    kind: CompletionItemKind.Operator,
    value: `{\n\t"$1": ${value}\n}`,
    ...(detail !== undefined && { detail }),
    documentation: { about: 'operator', name },
    continues: true,
  });
}

function rankOf({ name }: ConditionOperator): number {
  const usual = USUAL.indexOf(name);
  return usual < 0 ? 8 : usual;
}

function worstFit(
  { options }: CompletionRequest,
  operator: ConditionOperator,
  keys: readonly string[],
): 'yes' | 'usable' | 'no' {
  const fits = keys.flatMap((key) => {
    const type = conditionKeyType(options.reference, key);
    return type === undefined ? [] : operatorFitsType(operator, type, ...(getKmsConditionKey(key)?.alsoTypes ?? []));
  });
  return fits.includes('no') ? 'no' : fits.includes('usable') ? 'usable' : 'yes';
}
