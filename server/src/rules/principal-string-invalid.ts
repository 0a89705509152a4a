import * as l10n from '@vscode/l10n';
import { findServicePrincipal } from '../knowledge/servicePrincipals.js';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { hasTemplatePart } from '../policy/placeholders.js';
import { readString } from '../policy/readPolicy.js';
import { defineRule } from './rule.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { isUnfinished } from './support/unfinished.js';

/** Only `*` may stand for principals as a bare string; everything else needs its type. */
export const principalStringInvalid = defineRule({
  id: 'principal-string-invalid',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-string-invalid'],
  peers: ['INVALID_PRINCIPAL_FORMAT', 'UNKNOWN_PRINCIPAL', 'E3512'],
  fixable: 'sometimes',

  *check(context) {
    for (const { principal: element, path } of context.policy.statements) {
      const value = readString(element?.entry.value);
      const text = value?.known;
      if (element === undefined || value === undefined || text === undefined || text === '*') {
        continue;
      }
      if (hasTemplatePart(text) || isUnfinished(context, value.span)) {
        continue;
      }
      const type = typeOf(text);
      yield {
        span: value.span,
        message: l10n.t('Invalid principal "{0}": only "*" may stand alone; other principals need their type.', text),
        ...(type !== undefined && {
          fixes: [
            {
              title: l10n.t('Put under the type "{0}"', type),
              safe: true,
              edits: () => context.source.editor.set([...path, String(element.entry.key.value)], { [type]: text }),
            },
          ],
        }),
      };
    }
  },
});

/** The type under which the text is a principal as it stands. */
function typeOf(text: string): 'AWS' | 'Service' | undefined {
  const { kind } = readAwsPrincipal(text);
  if (kind === 'account' || kind === 'identity' || kind === 'session') {
    return 'AWS';
  }
  return findServicePrincipal(text) === undefined ? undefined : 'Service';
}
