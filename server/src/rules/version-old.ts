import * as l10n from '@vscode/l10n';
import { readString } from '../policy/readPolicy.js';
import { usesPolicyVariables } from '../policy/variables.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { CURRENT_VERSION, OLD_VERSION } from './support/versions.js';

/** The grammar of 2008 has no policy variables: what looks like one is compared letter by letter. */
export const versionOld = defineRule({
  id: 'version-old',
  defaultLevel: 'warning',
  tags: ['correctness'],
  catalogue: ['version-old', 'variable-old-version'],
  peers: ['OLD_VERSION', 'W2511', 'outdated_version', 'VARIABLE_UNSUPPORTED_IN_VERSION'],
  fixable: 'always',

  *check(context) {
    const version = readString(findEntry(context.policy.node, 'Version')?.value);
    if (version === undefined || version.known !== OLD_VERSION) {
      return;
    }
    const hasVariables = usesPolicyVariables(context.policy);
    yield {
      span: version.span,
      message: hasVariables
        ? l10n.t(
            'Expected the version to be "{0}": in "{1}" the variables of this policy are plain text.',
            CURRENT_VERSION,
            OLD_VERSION,
          )
        : l10n.t(
            'Expected the version to be "{0}": "{1}" is an older grammar without policy variables.',
            CURRENT_VERSION,
            OLD_VERSION,
          ),
      ...(hasVariables && { level: 'error' as const }),
      // Variables would come to life, and the statements around them would apply to others than before.
      fixes: replaceStringFix(context, version, CURRENT_VERSION, !hasVariables),
    };
  },
});
