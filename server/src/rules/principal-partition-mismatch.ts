import * as l10n from '@vscode/l10n';
import { findPartition, partitionOfRegion } from '../knowledge/partitions.js';
import { findServicePrincipal } from '../knowledge/servicePrincipals.js';
import { parseArn } from '../policy/arn.js';
import { accountOfPrincipal } from '../policy/awsPrincipal.js';
import { recall } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type RuleContext } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { type PrincipalValue, principalValuesOf } from './support/principalValues.js';

/** A principal with the partition of its ARN. */
interface Placed extends PrincipalValue {
  readonly partition: string;
}

/** Identities of one partition are unknown in the others; KMS refuses a policy that names one. */
export const principalPartitionMismatch = defineRule({
  id: 'principal-partition-mismatch',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: GRANTING_KINDS,
  catalogue: ['principal-partition-mismatch'],
  peers: ['aws_iam_policy_document_gov_friendly_arns', 'I3042'],
  fixable: 'always',

  *check(context) {
    const principals = context.policy.statements.flatMap((statement) =>
      recall(context.memo, statement, placedPrincipals, context, statement),
    );
    const meant = principals.length === 0 ? undefined : (partitionOfResource(context) ?? usualPartition(principals));
    for (const { principal, text, partition } of principals) {
      if (meant !== undefined && partition !== meant) {
        const corrected = text.replace(`arn:${partition}:`, `arn:${meant}:`);
        yield {
          span: principal.value.span,
          message: l10n.t(
            'Expected the principal "{0}" to be of the partition "{1}", as the rest of the policy is: principals do not cross partitions.',
            text,
            meant,
          ),
          fixes: replaceStringFix(context, principal.value, corrected, false),
        };
      }
    }
  },
});

function placedPrincipals(context: RuleContext, statement: Statement): readonly Placed[] {
  return principalValuesOf(context, statement, 'AWS').flatMap(place);
}

function place(item: PrincipalValue): Placed[] {
  const partition = accountOfPrincipal(item.text) === undefined ? undefined : parseArn(item.text)?.partition;
  return partition === undefined || findPartition(partition) === undefined ? [] : [{ ...item, partition }];
}

/** The partition of what the policy is attached to, as far as settings, resources and Regions agree on one. */
function partitionOfResource(context: RuleContext): string | undefined {
  const { facts, policy } = context;
  if (facts.region !== undefined) {
    return partitionOfRegion(facts.region)?.id;
  }
  const named = new Set(
    policy.statements.flatMap((statement) => recall(context.memo, statement, namedPartitions, context, statement)),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

/** The partitions of a statement's resources and of its services' Regions. */
function namedPartitions(context: RuleContext, statement: Statement): readonly string[] {
  const ofResources = (statement.resource?.values ?? []).flatMap(
    ({ known }) => findPartition(parseArn(known ?? '')?.partition ?? '')?.id ?? [],
  );
  const ofServices = principalValuesOf(context, statement, 'Service').flatMap(({ text }) => {
    const region = findServicePrincipal(text)?.region;
    return region === undefined ? [] : (partitionOfRegion(region)?.id ?? []);
  });
  return [...ofResources, ...ofServices];
}

/** The partition of most principals; of several that are equally many, the one that is named first. */
function usualPartition(principals: readonly Placed[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { partition } of principals) {
    counts.set(partition, (counts.get(partition) ?? 0) + 1);
  }
  return [...counts].reduce<readonly [string, number] | undefined>(
    (best, next) => (best === undefined || next[1] > best[1] ? next : best),
    undefined,
  )?.[0];
}
