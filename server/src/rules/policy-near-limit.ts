import * as l10n from '@vscode/l10n';
import type { PolicyKind } from '../../../protocol/src/vocabulary.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { openingOf } from './support/anchor.js';
import { formatSize, measure, type PolicySize } from './support/policySize.js';

/** From this share of a quota on there is little room for the next statement. */
const NEAR = 0.9;

/** Close to the quota of its kind, over it as written though not without white space, or over a smaller quota. */
export const policyNearLimit = defineRule({
  id: 'policy-near-limit',
  defaultLevel: 'info',
  tags: ['correctness'],
  catalogue: ['policy-near-limit'],
  fixable: 'sometimes',

  *check(context) {
    const { kind } = context;
    const size = measure(context);
    if (kind === 'unknown' || size === undefined || size.minified > size.limit.max) {
      return;
    }
    const finding = describe(context, kind, size);
    if (finding !== undefined) {
      yield finding;
    }
  },
});

function describe(context: RuleContext, kind: PolicyKind, size: PolicySize): Finding | undefined {
  const { minified, written, limit, usual } = size;
  if (Math.max(minified, written) <= usual.max * NEAR) {
    return undefined; // nearly always; the words below are dear
  }
  const span = openingOf(context.policy);
  const has = formatSize(minified, limit.unit);
  const max = usual.max.toLocaleString('en-US');
  if (minified > usual.max) {
    return { span, message: describeOverUsual(kind, has, max) };
  }
  if (minified > usual.max * NEAR) {
    return {
      span,
      message: l10n.t('The policy is close to its quota: {0} without white space, of at most {1}.', has, max),
    };
  }
  if (written > usual.max) {
    return {
      span,
      message: l10n.t(
        'The policy has {0} as written, and AWS takes at most {1}: send it without white space, as {2}.',
        formatSize(written, limit.unit),
        max,
        has,
      ),
      fixes: minifyFixes(context, size),
    };
  }
  return undefined;
}

function describeOverUsual(kind: PolicyKind, has: string, max: string): string {
  switch (kind) {
    case 'identity-policy':
      return l10n.t(
        'The policy has {0}, over the {1} of a managed policy: it fits only as an inline policy of a role.',
        has,
        max,
      );
    case 'logs-resource-policy':
      return l10n.t(
        'The policy has {0}, over the {1} of a resource policy of the account: it fits only as the policy of one log group.',
        has,
        max,
      );
    default:
      return l10n.t('The policy has {0}, over the {1} of the default quota: ask AWS for a higher one first.', has, max);
  }
}

/** None where comments or mistakes would be lost on the way. */
function minifyFixes({ policy, source }: RuleContext, { minifiedText }: PolicySize): NonNullable<Finding['fixes']> {
  if (source.problems.length > 0 || source.comments.length > 0) {
    return [];
  }
  return [
    {
      title: l10n.t('Remove the white space'),
      safe: false,
      edits: () => [{ span: policy.span, newText: minifiedText() }],
    },
  ];
}
