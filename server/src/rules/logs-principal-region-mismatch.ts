import * as l10n from '@vscode/l10n';
import { classifyRegion, partitionOfRegion } from '../knowledge/partitions.js';
import { formatServicePrincipal } from '../knowledge/servicePrincipals.js';
import { matchesWildcard } from '../policy/wildcard.js';
import { defineRule, type Finding, type Fix, type RuleContext } from './rule.js';
import { demandsKey, isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { type LogsArnValue, logsArnsOf, testsLogsContext } from './support/logsConditions.js';
import { type NamedService, statementsOfService } from './support/serviceStatements.js';

/** A regional principal acts for log groups of its own Region and partition; a condition on others shuts it out. */
export const logsPrincipalRegionMismatch = defineRule({
  id: 'logs-principal-region-mismatch',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['logs-principal-region-mismatch'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, services } of statementsOfService(context, 'logs')) {
      const asked = readLegalConditions(context, statement).filter(asksForArn).flatMap(readAllArns);
      for (const service of services) {
        const { region } = service.parsed;
        if (region === undefined) {
          continue; // logs-principal-global
        }
        const elsewhere = asked.find((arns) => !arns.some(({ arn }) => matchesWildcard(arn.region, region)));
        if (elsewhere !== undefined) {
          yield regionFinding(context, service, region, elsewhere);
        }
      }
      const regions = services.flatMap(({ parsed }) => parsed.region ?? []);
      for (const arns of asked) {
        yield* partitionFindings(context, regions, arns);
      }
    }
  },
});

function asksForArn(condition: LegalCondition): boolean {
  return demandsKey(condition) && (testsLogsContext(condition) || isSameKey(condition.keyName, 'aws:SourceArn'));
}

/** The ARNs of a condition as one list; empty when one of its values is something else, which could match anything. */
function readAllArns(condition: LegalCondition): (readonly [LogsArnValue, ...LogsArnValue[]])[] {
  const [first, ...rest] = logsArnsOf(condition);
  return first !== undefined && rest.length + 1 === condition.values.length ? [[first, ...rest]] : [];
}

function regionFinding(
  context: RuleContext,
  { principal, text, parsed }: NamedService,
  region: string,
  arns: readonly [LogsArnValue, ...LogsArnValue[]],
): Finding {
  const [first] = arns;
  return {
    span: principal.value.span,
    message: l10n.t(
      'Expected the Region of "{0}" to be that of "{1}": CloudWatch Logs acts for resources of its own Region only, so the condition is never met.',
      text,
      first.value.known,
    ),
    related: arns.map(({ value }) => ({ span: value.span, message: l10n.t('The other Region stands here.') })),
    fixes: arns.length > 1 ? [] : alignFixes(),
  };

  /** Either side may be the mistake; the principal is offered first, since statements are copied with it. */
  function alignFixes(): Fix[] {
    const { arn, value } = first;
    const principalFix =
      classifyRegion(arn.region) === 'no'
        ? []
        : replaceStringFix(context, principal.value, formatServicePrincipal(parsed.principal, arn.region), false);
    const partition = partitionOfRegion(region)?.id ?? arn.partition;
    const moved = `arn:${partition}:logs:${region}:${arn.account}:${arn.resource}`;
    return [...principalFix, ...replaceStringFix(context, value, moved, false)];
  }
}

/** ARNs that meet a principal's Region, in a partition that does not have it. */
function* partitionFindings(
  context: RuleContext,
  regions: readonly string[],
  arns: readonly LogsArnValue[],
): Generator<Finding> {
  for (const { value, arn } of arns) {
    const partitions = regions
      .filter((region) => matchesWildcard(arn.region, region))
      .map((region) => partitionOfRegion(region)?.id);
    const [partition] = partitions;
    if (partition !== undefined && !partitions.some((id) => id === undefined || matchesWildcard(arn.partition, id))) {
      const meant = `arn:${partition}:logs:${arn.region}:${arn.account}:${arn.resource}`;
      yield {
        span: value.span,
        message: l10n.t(
          'Expected the partition of "{0}" to be "{1}", to which its Region belongs; the condition is never met.',
          value.known,
          partition,
        ),
        fixes: replaceStringFix(context, value, meant, false),
      };
    }
  }
}
