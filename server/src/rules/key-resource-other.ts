import * as l10n from '@vscode/l10n';
import { parseArn } from '../policy/arn.js';
import { defineRule } from './rule.js';
import { starResourceFix } from './support/fixes.js';
import { keyResources } from './support/keyResources.js';

/** A key policy speaks of its own key; what else it names as a resource never meets a request. */
export const keyResourceOther = defineRule({
  id: 'key-resource-other',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['key-resource-other'],
  fixable: 'always',

  *check(context) {
    for (const { statement, value, text, canMatchKey } of keyResources(context)) {
      if (!canMatchKey) {
        yield { span: value.span, message: describe(text), fixes: [starResourceFix(context, statement)] };
      }
    }
  },
});

function describe(text: string): string {
  const arn = parseArn(text);
  if (arn?.service === 'kms' && arn.resource.startsWith('alias/')) {
    return l10n.t('Invalid resource "{0}": a statement on an alias never applies to its key; expected "*".', text);
  }
  if (arn !== undefined) {
    return l10n.t('Invalid resource "{0}": a key policy decides about its own key only; expected "*".', text);
  }
  return l10n.t('Invalid resource "{0}": expected "*", which stands for the key of the policy.', text);
}
