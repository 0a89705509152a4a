import * as l10n from '@vscode/l10n';
import { usesPolicyVariables } from '../policy/variables.js';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { mentions } from './support/elements.js';
import { excerpt } from './support/excerpt.js';
import { isUnfinished } from './support/unfinished.js';
import { findFirstVariable } from './support/variableTexts.js';
import { CURRENT_VERSION } from './support/versions.js';

/** Without `Version` the grammar of 2008 applies, in which policy variables are plain text. */
export const versionMissing = defineRule({
  id: 'version-missing',
  defaultLevel: 'warning',
  tags: ['correctness'],
  catalogue: ['version-missing', 'variable-old-version'],
  peers: ['MISSING_VERSION', 'NO_VERSION', 'missing_version', 'VARIABLE_UNSUPPORTED_IN_VERSION'],
  fixable: 'always',

  *check(context) {
    const { policy, source } = context;
    if (mentions(policy.node, 'policy', 'Version') || isUnfinished(context, policy.span)) {
      return;
    }
    const variable = findFirstVariable(context);
    yield {
      span: openingOf(policy),
      ...(variable !== undefined && { level: 'error' as const }),
      message:
        variable === undefined
          ? l10n.t(
              'Missing version: without "Version" AWS reads the policy in the grammar of 2008, in which variables are plain text.',
            )
          : l10n.t(
              'Missing version: without "Version" AWS reads the policy in the grammar of 2008, in which "{0}" is plain text.',
              excerpt(variable.known),
            ),
      fixes: [
        {
          title: l10n.t('Insert "Version": "{0}"', CURRENT_VERSION),
          // Variables would come to life, and the statements around them would apply to others than before.
          safe: !usesPolicyVariables(policy),
          edits: () => source.editor.set([...policy.path, 'Version'], CURRENT_VERSION, 0),
        },
      ],
    };
  },
});
