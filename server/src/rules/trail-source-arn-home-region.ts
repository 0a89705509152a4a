import * as l10n from '@vscode/l10n';
import { type Arn, parseArn } from '../policy/arn.js';
import type { PolicyString } from '../policy/model.js';
import { hasWildcard, matchesWildcard } from '../policy/wildcard.js';
import { defineRule, type RuleContext } from './rule.js';
import { demandsKey, fixedValues, isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { statementsOfService } from './support/serviceStatements.js';
import { testsTrailContext } from './support/trailConditions.js';

/**
 * `aws:SourceArn` and the encryption context hold the same ARN: that of the trail in its home Region and, for an
 * organization's trail, in the management account (recipes T13, T14). A statement that asks for two never applies.
 */
export const trailSourceArnHomeRegion = defineRule({
  id: 'trail-source-arn-home-region',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['trail-source-arn-home-region'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement } of statementsOfService(context, 'cloudtrail')) {
      const demanded = readLegalConditions(context, statement).filter(demandsKey);
      const contexts = trailsOf(demanded.filter(testsTrailContext));
      const sources = trailsOf(demanded.filter(({ keyName }) => isSameKey(keyName, 'aws:SourceArn')));
      for (const { value, arn } of contexts.length === 0 ? [] : sources) {
        if (contexts.some((other) => overlaps(arn, other.arn))) {
          continue;
        }
        const meant = contexts.find((other) => part(arn.resource, other.arn.resource));
        if (meant !== undefined) {
          yield* report(context, value, arn, meant);
        }
      }
    }
  },
});

interface TrailArn {
  readonly value: PolicyString & { readonly known: string };
  readonly arn: Arn;
}

/** The ARNs of trails among the values; none as soon as one value is something else. */
function trailsOf(conditions: readonly LegalCondition[]): TrailArn[] {
  const trails = conditions
    .flatMap(({ values }) => [...fixedValues(values)])
    .flatMap((value) => {
      const arn = parseArn(value.known);
      return arn?.service === 'cloudtrail' && arn.resource.startsWith('trail/') ? [{ value, arn }] : [];
    });
  return trails.length === conditions.reduce((sum, { values }) => sum + values.length, 0) ? trails : [];
}

function* report({ source }: RuleContext, value: TrailArn['value'], arn: Arn, meant: TrailArn) {
  const isRegion = !part(arn.region, meant.arn.region);
  const isExact = !hasWildcard(meant.value.known);
  yield {
    span: value.span,
    message: isRegion
      ? l10n.t(
          'Contradictory trail "{0}": the encryption context asks for "{1}", and both hold the trail in its home Region.',
          value.known,
          meant.value.known,
        )
      : l10n.t(
          'Contradictory trail "{0}": the encryption context asks for "{1}", and both hold the account of the trail, which for an organization is the management account.',
          value.known,
          meant.value.known,
        ),
    related: [{ span: meant.value.span, message: l10n.t('The encryption context asks for this trail.') }],
    fixes: isExact ? replaceStringFix({ source }, value, meant.value.known, false) : [],
  };
}

function overlaps(left: Arn, right: Arn): boolean {
  return part(left.region, right.region) && part(left.account, right.account) && part(left.resource, right.resource);
}

/** Whether some text can match both; two patterns neither of which holds the other may have one in common. */
function part(left: string, right: string): boolean {
  return matchesWildcard(left, right) || matchesWildcard(right, left) || (hasWildcard(left) && hasWildcard(right));
}
