import * as l10n from '@vscode/l10n';
import { findCallerConditionKey } from '../knowledge/callerConditionKeys.js';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { isArnOfEveryAccount, matchesEverything } from '../policy/conditionReach.js';
import { findEveryone } from '../policy/exposure.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type RuleContext } from './rule.js';
import { isSourceKey } from './support/absentKeys.js';
import { demandsKey, fixedValues, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';
import { isUnguarded } from './support/sourceGuards.js';

/** A guard whose value matches whatever may come. */
export const condTooWide = defineRule({
  id: 'cond-too-wide',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['cond-too-wide'],
  peers: ['has_restrictive_source_arn_condition', 'kms-key-policy-no-public-access'],
  fixable: 'never',

  *check(context) {
    for (const statement of context.policy.statements) {
      if (statement.effect !== 'Allow' || statement.principal?.negated !== false) {
        continue;
      }
      // Of everyone, and of services that nothing guards at all, other rules speak.
      if (findEveryone(statement.principal) !== undefined || isUnguarded(statement)) {
        continue;
      }
      yield* checkStatement(context, statement);
    }
  },
});

function* checkStatement(context: RuleContext, statement: Statement) {
  const isForServices = onlyServicePrincipals(statement).length > 0;
  const conditions = readLegalConditions(context, statement);
  const guards = conditions.filter((condition) => demandsKey(condition) && isGuard(condition.keyName, isForServices));
  const wide = guards.map((condition) => findWideValue(condition, isForServices));
  // One guard that holds is enough, and so is a condition that cannot be read.
  if (wide.includes(undefined) || conditions.length < statement.conditions.length) {
    return;
  }
  for (const [index, value] of wide.entries()) {
    if (value !== undefined) {
      yield {
        span: value.span,
        message: l10n.t(
          'Unlimited value "{0}": every account can match it, so "{1}" keeps nobody out. Write the account or the ARN.',
          value.known,
          guards[index]?.keyName ?? '',
        ),
      };
    }
  }
}

function isGuard(key: string, isForServices: boolean): boolean {
  return isForServices
    ? isSourceKey(key) || encryptionContextKeyOf(key) !== undefined
    : findCallerConditionKey(key) !== undefined && findCallerConditionKey(key)?.form !== 'ip';
}

/** For a service the account in an ARN is the guard; a named principal has an account of its own. */
function findWideValue({ parsed, values }: LegalCondition, isForServices: boolean) {
  if (!parsed.operator.wildcards) {
    return undefined;
  }
  return [...fixedValues(values)].find(
    ({ known }) => matchesEverything(known) || (isForServices && isArnOfEveryAccount(known)),
  );
}
