import * as l10n from '@vscode/l10n';
import { expandActionPattern, nearestAction, nearestService, parseActionText } from '../knowledge/actionLookup.js';
import { getKmsPseudoAction } from '../knowledge/kmsActions.js';
import { isForeignService } from '../knowledge/policyKindServices.js';
import { defineRule, type RuleContext } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { replaceStringFix } from './support/fixes.js';
import { isReEncryptName } from './support/kmsActionNames.js';

/** AWS stores actions that do not exist and never finds them in a request: the statement silently does less. */
export const actionUnknown = defineRule({
  id: 'action-unknown',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['action-unknown', 'action-service-unknown', 'action-wildcard-no-match'],
  peers: [
    'INVALID_ACTION',
    'INVALID_SERVICE_IN_ACTION',
    'INVALID_SERVICE',
    'UNKNOWN_ACTION',
    'UNKNOWN_PREFIX',
    'UNRECOGNIZED_ACTION',
    'W3037',
    'invalid_action',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const { value, text } of actionItems(context)) {
      const fault = findFault(context, text);
      if (fault !== undefined) {
        yield {
          span: value.span,
          message: fault.message,
          fixes: fault.meant === undefined ? [] : replaceStringFix(context, value, fault.meant, false),
        };
      }
    }
  },
});

function findFault({ reference, kind }: RuleContext, text: string): { message: string; meant?: string } | undefined {
  const parsed = parseActionText(text);
  if (parsed.kind !== 'action' || parsed.servicePattern || isReEncryptName(text)) {
    return undefined;
  }
  if (reference.findService(parsed.service) === undefined) {
    return unknownService(nearestService(reference, parsed.service), parsed.service, parsed.name);
  }
  if (isForeignService(kind, parsed.service) || expandActionPattern(reference, text).length > 0) {
    return undefined;
  }
  const replacement =
    parsed.service.toLowerCase() === 'kms' ? getKmsPseudoAction(parsed.name)?.replacements[0] : undefined;
  const meant = replacement === undefined ? nearestAction(reference, text) : `kms:${replacement}`;
  if (parsed.wildcard) {
    return meant === undefined
      ? { message: l10n.t('Unknown action "{0}": the pattern matches no action of the service.', text) }
      : {
          message: l10n.t('Unknown action "{0}": the pattern matches no action. Perhaps "{1}" is meant.', text, meant),
          meant,
        };
  }
  return meant === undefined
    ? { message: l10n.t('Unknown action "{0}": AWS had no such action on {1}.', text, reference.date) }
    : { message: l10n.t('Unknown action "{0}". Perhaps "{1}" is meant.', text, meant), meant };
}

function unknownService(meant: string | undefined, service: string, name: string): { message: string; meant?: string } {
  return meant === undefined
    ? { message: l10n.t('Unknown service "{0}": no service of AWS has this prefix.', service) }
    : {
        message: l10n.t('Unknown service "{0}". Perhaps "{1}" is meant.', service, meant),
        meant: `${meant}:${name}`,
      };
}
