import * as l10n from '@vscode/l10n';
import { isOrganizationId, isOrganizationIdKey } from '../knowledge/organizations.js';
import { hasPolicyVariable, hasTemplatePart } from '../policy/placeholders.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';

/** A condition on a text that is no organization's id never matches a request. */
export const orgIdForm = defineRule({
  id: 'org-id-form',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['org-id-form'],
  fixable: 'sometimes',

  *check(context) {
    for (const { keyName, parsed, values } of listLegalConditions(context)) {
      if (!isOrganizationIdKey(keyName) || parsed.operator.family !== 'String') {
        continue;
      }
      for (const value of values) {
        const { known, span } = value;
        if (known === undefined || hasTemplatePart(known) || hasPolicyVariable(known)) {
          continue;
        }
        // A wildcard is right under StringLike, and `cond-wildcard-needs-like` reports it elsewhere.
        if (!hasWildcard(known) && !isOrganizationId(known)) {
          const meant = organizationMeantBy(known);
          yield {
            span,
            message: l10n.t(
              'Invalid organization "{0}": expected "o-" and 10 to 32 lower-case letters or digits.',
              known,
            ),
            fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
          };
        }
      }
    }
  },
});

/** The id in another case, in an ARN or in a path of the organization: `o-…` stands in each of them. */
function organizationMeantBy(text: string): string | undefined {
  const meant = /(?:^|[/:\s])(o-[a-z0-9]{10,32})(?=$|[/\s])/.exec(text.toLowerCase())?.[1];
  return meant !== undefined && isOrganizationId(meant) ? meant : undefined;
}
