import * as l10n from '@vscode/l10n';
import {
  FORWARDED_CALL_FLAG,
  MFA_CONDITION_KEY,
  NETWORK_CONDITION_KEYS,
  ORGANIZATION_CONDITION_KEYS,
  OWN_CALL_FLAG,
} from '../../knowledge/serviceDenials.js';
import { findEveryone } from '../../policy/exposure.js';
import type { Statement } from '../../policy/model.js';
import { findEntryIgnoringCase } from '../../source/sourceNode.js';
import type { Fix, RuleContext } from '../rule.js';
import { conditionBlock, isSameKey, type LegalCondition, readLegalConditions } from './conditions.js';
import { isUnfinished } from './unfinished.js';

/** What a Deny for everyone hits besides those it is meant for. */
export interface ServiceDenial {
  /** The condition that requests of services meet. */
  readonly condition: LegalCondition;
  /** True when requests that a service makes for your own principals are hit as well. */
  readonly hitsForwarded: boolean;
}

/**
 * A Deny for everyone whose conditions are all about network, organization or MFA of the caller, in a form that requests of
 * AWS services meet. Any other condition may leave them out, and ends it.
 */
export function findServiceDenial(
  context: Pick<RuleContext, 'source'>,
  statement: Statement,
): ServiceDenial | undefined {
  const { conditions, effect, principal } = statement;
  const isForEveryone = principal?.negated === false && findEveryone(principal) !== undefined;
  if (effect !== 'Deny' || !isForEveryone || isUnfinished(context, statement.span)) {
    return undefined;
  }
  const read = readLegalConditions(context, statement);
  const [first] = read;
  if (first === undefined || read.length < conditions.length || !read.every(isMetByServices)) {
    return undefined;
  }
  return {
    condition: first,
    hitsForwarded: !read.some(({ keyName }) => isOneOf(ORGANIZATION_CONDITION_KEYS, keyName)),
  };
}

/** Negated tests hold where the key is absent; so do tests for its absence, and `IfExists`. */
function isMetByServices({ keyName, parsed, values }: LegalCondition): boolean {
  const { operator, ifExists, setOperator } = parsed;
  const isNull = operator.family === 'Null' && values.length === 1 && values[0]?.known?.toLowerCase() === 'true';
  const [value] = values;
  if (isSameKey(keyName, MFA_CONDITION_KEY)) {
    return isNull || (ifExists && operator.family === 'Bool' && value?.known?.toLowerCase() === 'false');
  }
  const isAboutCaller = isOneOf(NETWORK_CONDITION_KEYS, keyName) || isOneOf(ORGANIZATION_CONDITION_KEYS, keyName);
  return isAboutCaller && (isNull || (operator.negated && setOperator !== 'ForAnyValue'));
}

function isOneOf(keys: readonly string[], name: string): boolean {
  return keys.some((key) => isSameKey(key, name));
}

/** Leaves services out of a Deny, by the flags that are false for everybody else. */
export function exemptServicesFix(
  { source }: Pick<RuleContext, 'source'>,
  statement: Statement,
  hitsForwarded: boolean,
): Fix[] {
  const block = conditionBlock(statement);
  const entry = block === undefined ? undefined : findEntryIgnoringCase(block, 'BoolIfExists');
  if (block === undefined || (entry !== undefined && entry.value?.kind !== 'mapping')) {
    return [];
  }
  const flags = hitsForwarded ? [OWN_CALL_FLAG, FORWARDED_CALL_FLAG] : [OWN_CALL_FLAG];
  const path = [...statement.path, 'Condition', String(entry?.key.value ?? 'BoolIfExists')];
  return [
    {
      title: l10n.t('Leave out requests of AWS services'),
      safe: false,
      edits: () =>
        entry === undefined
          ? source.editor.set(path, Object.fromEntries(flags.map((flag) => [flag, 'false'])))
          : flags.flatMap((flag) => source.editor.set([...path, flag], 'false')),
    },
  ];
}
