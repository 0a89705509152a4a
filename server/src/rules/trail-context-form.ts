import * as l10n from '@vscode/l10n';
import { parseArn } from '../policy/arn.js';
import { mayStartWith } from '../policy/logsArn.js';
import { hasWildcard, matchesWildcard } from '../policy/wildcard.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { fixedValues, type LegalCondition, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { testsTrailContext } from './support/trailConditions.js';

const FORM = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/name';

/** The context of a trail's files is the trail's ARN, whatever the file. */
export const trailContextForm = defineRule({
  id: 'trail-context-form',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['trail-context-form'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { family } = condition.parsed.operator;
      if (!testsTrailContext(condition) || (family !== 'String' && family !== 'Arn')) {
        continue;
      }
      for (const value of fixedValues(condition.values)) {
        if (family === 'Arn' && parseArn(value.known) === undefined) {
          continue; // cond-value-type
        }
        if (!mayBeTrail(value.known)) {
          yield {
            span: value.span,
            message: l10n.t(
              'Invalid encryption context "{0}": CloudTrail sends the ARN of the trail, as in "{1}", so the condition is never met.',
              value.known,
              FORM,
            ),
            fixes: trailFix(context, condition, value),
          };
        }
      }
    }
  },
});

/** Whether the pattern can match the ARN of a trail, or of something else in CloudTrail, of which AWS says nothing. */
function mayBeTrail(text: string): boolean {
  const arn = parseArn(text);
  if (arn === undefined) {
    return hasWildcard(text) && mayStartWith(text, 'arn:');
  }
  const { service, region, account, resource } = arn;
  const hasPlace = region !== '' && (/^\d{12}$/.test(account) || hasWildcard(account));
  const isOther = /^(?:eventdatastore|channel)\//.test(resource);
  return matchesWildcard(service, 'cloudtrail') && hasPlace && (isOther || isTrailResource(resource));
}

function isTrailResource(resource: string): boolean {
  return mayStartWith(resource, 'trail/') && resource !== 'trail/';
}

/** `trail:name` and `trail` show what was meant; a pattern is written only where it is read as one. */
function trailFix(
  context: RuleContext,
  { parsed }: LegalCondition,
  value: Parameters<typeof replaceStringFix>[1] & { readonly known: string },
): Fix[] {
  const named = value.known.replace(/:trail:([^:/]+)$/, ':trail/$1');
  const readsWildcards = parsed.operator.wildcards || parsed.operator.family === 'Arn';
  const meant = readsWildcards ? named.replace(/:trail\/?$/, ':trail/*') : named;
  return meant !== value.known && mayBeTrail(meant) ? replaceStringFix(context, value, meant, false) : [];
}
