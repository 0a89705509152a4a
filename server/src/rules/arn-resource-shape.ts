import * as l10n from '@vscode/l10n';
import { areFormsComplete, listArnForms } from '../knowledge/arnForms.js';
import type { Arn } from '../policy/arn.js';
import { replaceArnPart } from '../policy/arnPattern.js';
import { defineRule, type RuleContext } from './rule.js';
import { fitsNoForm } from './support/arnFaults.js';
import { dropExtraColon, meantResource } from './support/arnRepairs.js';
import { arnsOf } from './support/arnTexts.js';
import { replaceStringFix } from './support/fixes.js';

/** The last part of an ARN begins with a word of the service's own: `key/`, `log-group:`. */
export const arnResourceShape = defineRule({
  id: 'arn-resource-shape',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['arn-resource-shape'],
  peers: ['INVALID_ARN_RESOURCE', 'invalid_resource'],
  fixable: 'sometimes',

  *check(context) {
    const { reference } = context;
    for (const statement of context.policy.statements) {
      for (const { arn, text, value } of arnsOf(context, statement)) {
        if (!fitsNoForm(reference, arn) || dropExtraColon(reference, text, arn) !== undefined) {
          continue;
        }
        const meant = meantResource(reference, arn);
        if (meant !== undefined && !text.includes('${')) {
          yield {
            span: value.span,
            message: l10n.t(
              'Expected "{0}" to be "{1}": "{2}" has no other such ARNs.',
              arn.resource,
              meant,
              arn.service,
            ),
            fixes: replaceStringFix(context, value, replaceArnPart(text, 'resource', meant), false),
          };
        } else if (areFormsComplete(arn.service)) {
          yield {
            span: value.span,
            message: l10n.t(
              'Invalid ARN "{0}": no resource of "{1}" has such an ARN. Its last part begins with one of {2}.',
              text,
              arn.service,
              wordsOf(context, arn),
            ),
          };
        }
      }
    }
  },
});

function wordsOf({ reference }: RuleContext, { service }: Arn): string {
  const heads = new Set(listArnForms(reference, service).map(({ head }) => `"${head}"`));
  return [...heads].join(', ');
}
