import * as l10n from '@vscode/l10n';
import { usesPolicyVariables } from '../policy/variables.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule } from './rule.js';
import { CURRENT_VERSION, OLD_VERSION } from './support/versions.js';

/** `Version` names the policy language, not the document: two values exist. */
export const versionInvalid = defineRule({
  id: 'version-invalid',
  defaultLevel: 'error',
  tags: ['correctness'],
  catalogue: ['version-invalid'],
  peers: ['INVALID_VERSION', 'E3510', 'E3512', 'invalid_version', 'Version'],
  fixable: 'always',

  *check({ policy, source }) {
    const node = findEntry(policy.node, 'Version')?.value;
    if (node?.kind !== 'scalar' || node.value === CURRENT_VERSION || node.value === OLD_VERSION) {
      return;
    }
    yield {
      span: node.span,
      message: l10n.t(
        'Invalid version "{0}": it names the policy language, and only "{1}" and "{2}" exist.',
        String(node.value),
        CURRENT_VERSION,
        OLD_VERSION,
      ),
      fixes: [
        {
          title: l10n.t('Replace with "{0}"', CURRENT_VERSION),
          // With variables, which of the two versions was meant decides what they do.
          safe: !usesPolicyVariables(policy),
          edits: () => source.editor.replaceString(node, CURRENT_VERSION),
        },
      ],
    };
  },
});
