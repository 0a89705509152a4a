import * as l10n from '@vscode/l10n';
import { findEntry } from '../source/sourceNode.js';
import { defineRule } from './rule.js';

/** `Id` belongs to policies that are attached to a resource. */
export const idInIdentityPolicy = defineRule({
  id: 'id-in-identity-policy',
  // IAM usually accepts it.
  defaultLevel: 'off',
  tags: ['style'],
  kinds: ['identity-policy'],
  catalogue: ['id-in-identity-policy'],
  fixable: 'always',

  *check({ policy, source }) {
    const id = findEntry(policy.node, 'Id');
    if (id?.value !== undefined) {
      yield {
        span: id.key.span,
        message: l10n.t('Unexpected "Id": only policies that are attached to a resource have one.'),
        fixes: [
          {
            title: l10n.t('Remove "{0}"', 'Id'),
            safe: true,
            edits: () => source.editor.remove([...policy.path, 'Id']),
          },
        ],
      };
    }
  },
});
