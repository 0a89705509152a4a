import * as l10n from '@vscode/l10n';
import { parseArn } from '../policy/arn.js';
import { hasPolicyVariable, hasTemplatePart } from '../policy/placeholders.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule, type RuleContext } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { listItems } from './support/listItems.js';
import { isUnfinished } from './support/unfinished.js';

/** The policy of a destination is about that destination; what stands behind it, a stream or a bucket, has its own. */
export const destinationPolicyResource = defineRule({
  id: 'destination-policy-resource',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['delivery-destination-policy'],
  catalogue: ['destination-policy-resource'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const { value } of statement.resource === undefined ? [] : listItems(statement, statement.resource)) {
        const text = value.known;
        if (text === undefined || isUnfinished(context, value.span) || !isSomethingElse(text)) {
          continue;
        }
        const meant = findDestination(context);
        yield {
          span: value.span,
          message: l10n.t(
            'Invalid resource "{0}": the policy of a destination names the ARN of the destination, as in "arn:aws:logs:us-east-1:111122223333:destination:name".',
            text,
          ),
          fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});

/** A complete ARN that is certainly that of something other than a destination. */
function isSomethingElse(text: string): boolean {
  const arn = parseArn(text);
  if (arn === undefined || hasPolicyVariable(text) || hasTemplatePart(text) || hasWildcard(arn.service)) {
    return false;
  }
  return arn.service !== 'logs' || !/^(?:(?:delivery-)?destination:|[^:]*[*?])/.test(arn.resource);
}

/** The one destination that the policy names elsewhere. */
function findDestination({ policy }: RuleContext): string | undefined {
  const named = policy.statements
    .flatMap(({ resource }) => resource?.values ?? [])
    .flatMap(({ known }) =>
      known !== undefined && parseArn(known) !== undefined && !isSomethingElse(known) ? [known] : [],
    );
  const found = new Set(named.filter((text) => !hasWildcard(text)));
  return found.size === 1 ? [...found][0] : undefined;
}
