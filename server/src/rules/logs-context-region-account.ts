import * as l10n from '@vscode/l10n';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { demandsKey, listLegalConditions } from './support/conditions.js';
import { replaceStringsFix } from './support/fixes.js';
import { type LogsArnValue, logsArnsOf, testsLogsContext } from './support/logsConditions.js';
import { findMisplaced, type Misplaced } from './support/logsPlace.js';
import { statementsOfService } from './support/serviceStatements.js';

/**
 * A log group is encrypted with a key of its own Region, so that an encryption context of another Region never comes.
 * Another account's log groups may use the key, if that is meant.
 */
export const logsContextRegionAccount = defineRule({
  id: 'logs-context-region-account',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['logs-context-region-account'],
  fixable: 'always',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      if (!testsLogsContext(condition) || !demandsKey(condition)) {
        continue;
      }
      const misplaced = [...logsArnsOf(condition)].flatMap((item) => {
        const found = findMisplacedValue(context, item);
        return found === undefined ? [] : [{ ...found, value: item.value }];
      });
      const [first, ...others] = misplaced;
      // One text for the keys of several Regions or accounts lists them all.
      if (first !== undefined && misplaced.length === condition.values.length) {
        yield toFinding(context, [first, ...others]);
      }
    }
  },
});

function findMisplacedValue(context: RuleContext, { condition, arn }: LogsArnValue): Misplaced | undefined {
  const { facts } = context;
  // Where the principal is of another Region than the ARN, logs-principal-region-mismatch says so.
  const contradicts = [...statementsOfService(context, 'logs')].some(
    ({ statement, services }) =>
      statement === condition.statement &&
      services.every(({ parsed }) => parsed.region !== undefined && parsed.region !== arn.region),
  );
  const isTrusted = facts.trustedAccounts?.includes(arn.account) === true;
  const { account: _, ...placeOnly } = facts;
  return findMisplaced(arn, isTrusted ? placeOnly : facts, contradicts || facts.multiRegion === true);
}

type Found = Misplaced & Pick<LogsArnValue, 'value'>;

function toFinding(context: RuleContext, found: readonly [Found, ...Found[]]): Finding {
  const [{ value, part, expected }, ...others] = found;
  return {
    span: value.span,
    ...(part === 'account' && { level: 'warning' as const }),
    message:
      part === 'region'
        ? l10n.t(
            'Expected "{0}" to be in "{1}": log groups use a key of their own Region, so the condition is never met.',
            value.known,
            expected,
          )
        : l10n.t(
            'Expected "{0}" to be of account {1}, which owns the key: as it stands, log groups of another account are let in.',
            value.known,
            expected,
          ),
    related: others.map((other) => ({ span: other.value.span, message: l10n.t('The same goes for this value.') })),
    fixes: replaceStringsFix(
      context,
      found.map((item) => [item.value, item.moved] as const),
      false,
    ),
  };
}
