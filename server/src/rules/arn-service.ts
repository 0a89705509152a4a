import * as l10n from '@vscode/l10n';
import { replaceArnPart } from '../policy/arnPattern.js';
import { hasPolicyVariable } from '../policy/placeholders.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { arnsOf } from './support/arnTexts.js';
import { replaceStringFix } from './support/fixes.js';

/** Services are spelt in small letters, and a resource names one of them. */
export const arnService = defineRule({
  id: 'arn-service',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['arn-service-case', 'arn-service-wildcard'],
  peers: ['INVALID_ARN_SERVICE_CASE', 'WILDCARD_IN_SERVICE_NAME'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const { arn, text, value, condition } of arnsOf(context, statement)) {
        const { span } = value;
        const service = arn.service.toLowerCase();
        if (arn.service !== service) {
          const meant = replaceArnPart(text, 'service', service);
          yield {
            span,
            message: l10n.t(
              'Expected the service "{0}" to be "{1}": ARNs are compared letter by letter.',
              arn.service,
              service,
            ),
            fixes: replaceStringFix(context, value, meant, false),
          };
        } else if (condition === undefined && hasWildcard(service) && !hasPolicyVariable(text)) {
          yield {
            span,
            level: 'warning',
            message: l10n.t(
              'Invalid ARN "{0}": wildcards may stand in every part but the service; name one service, or write "*" alone.',
              text,
            ),
          };
        }
      }
    }
  },
});
