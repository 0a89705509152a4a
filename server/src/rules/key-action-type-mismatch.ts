import * as l10n from '@vscode/l10n';
import { getKmsAction } from '../knowledge/kmsActions.js';
import { defineRule } from './rule.js';
import { listKmsActions } from './support/deadActions.js';
import { removeItemFix } from './support/fixes.js';
import { type KeyTraits, readKeyTraits } from './support/keyTraits.js';

/**
 * An operation that the key's type, origin or regionality rules out. Patterns are left alone: they stand for whatever the
 * key can do. kms-facts section 18.
 */
export const keyActionTypeMismatch = defineRule({
  id: 'key-action-type-mismatch',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['key-action-type-mismatch'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const traits = statement.effect === 'Allow' ? readKeyTraits(context, statement) : undefined;
      if (traits === undefined || !saysAnything(traits)) {
        continue;
      }
      for (const { actions, isPattern, isOneOfSeveral, path, text, value } of listKmsActions(context, statement)) {
        const [action] = isPattern ? [] : actions;
        const message = action === undefined ? undefined : describeMismatch(action.name, text, traits);
        if (message !== undefined) {
          const fixes = isOneOfSeveral ? [removeItemFix(context, path, text, false)] : [];
          yield { span: value.span, message, fixes };
        }
      }
    }
  },
});

function saysAnything({ described, origin, multiRegion }: KeyTraits): boolean {
  return described !== '' || origin !== undefined || multiRegion !== undefined;
}

/** Why the key cannot do it; undefined when it can, or when that is not known. */
function describeMismatch(name: string, text: string, traits: KeyTraits): string | undefined {
  const action = getKmsAction(name);
  if (action === undefined || action.keyTypes.length === 0) {
    return undefined;
  }
  const { types, described, origin, multiRegion } = traits;
  if (types.length > 0 && !types.some((type) => action.keyTypes.includes(type))) {
    return l10n.t('Unsupported action "{0}": no key of "{1}" can do this.', text, described);
  }
  switch (action.keyRestriction) {
    case 'multi-region':
      return multiRegion === false
        ? l10n.t('Unsupported action "{0}": it is for multi-Region keys, and this key is in a single Region.', text)
        : undefined;
    case 'imported':
      return origin !== undefined && origin !== 'EXTERNAL'
        ? l10n.t(
            'Unsupported action "{0}": it is for imported key material, and the origin of this key is "{1}".',
            text,
            origin,
          )
        : undefined;
    case 'aws-kms-origin':
      return origin !== undefined && origin !== 'AWS_KMS'
        ? l10n.t(
            'Unsupported action "{0}": KMS rotates only key material of its own, and the origin of this key is "{1}".',
            text,
            origin,
          )
        : undefined;
    case undefined:
      return undefined;
  }
}
