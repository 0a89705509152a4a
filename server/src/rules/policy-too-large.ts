import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { formatSize, measure } from './support/policySize.js';

/** Over the quota of its kind even without white space: no way of sending it helps. */
export const policyTooLarge = defineRule({
  id: 'policy-too-large',
  defaultLevel: 'error',
  tags: ['correctness'],
  catalogue: ['policy-too-large'],
  peers: [
    'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
    'policy_size',
    'aws_iam_policy_too_long_policy',
    'aws_iam_group_policy_too_long',
    'aws_cloudwatch_log_resource_policy_invalid_policy_document',
  ],
  fixable: 'never',

  *check(context) {
    const size = measure(context);
    if (size === undefined || size.minified <= size.limit.max) {
      return;
    }
    yield {
      span: openingOf(context.policy),
      message: l10n.t(
        'Invalid size: without white space the policy has {0} ({1} as written), and AWS takes at most {2}.',
        formatSize(size.minified, size.limit.unit),
        size.written.toLocaleString('en-US'),
        size.limit.max.toLocaleString('en-US'),
      ),
    };
  },
});
