import * as l10n from '@vscode/l10n';
import type { Statement } from '../policy/model.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { openingOf } from './support/anchor.js';
import { finishedStatements, mentions, presenceOf } from './support/elements.js';

/**
 * A statement without resources, in the kinds that need them. KMS stored such statements until 18 August 2025 and
 * ignored them; since then it refuses them (reference README, point 1).
 */
export const resourceMissing = defineRule({
  id: 'resource-missing',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: [
    'key-policy',
    'identity-policy',
    'logs-resource-policy',
    'bucket-policy',
    'vpc-endpoint-policy',
    'delivery-destination-policy',
    'scp',
    'rcp',
  ],
  scope: 'statement',
  catalogue: ['resource-missing', 'key-statement-without-resource'],
  peers: [
    'MISSING_RESOURCE',
    'MALFORMED',
    'MISSING_RESOURCE_OR_PRINCIPAL',
    'E3510',
    'E3512',
    'missing_resource',
    'One of Resource or NotResource',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of finishedStatements(context)) {
      const isNeeded = presenceOf(context.kind, 'statement', 'Resource') === 'required';
      if (isNeeded && !mentions(statement.node, 'statement', 'Resource', 'NotResource')) {
        yield context.kind === 'key-policy' ? reportInKeyPolicy(context, statement) : report(statement);
      }
    }
  },
});

function report({ node }: Statement): Finding {
  return {
    span: openingOf(node),
    message: l10n.t('Missing resource: the statement needs "Resource" or "NotResource", or AWS refuses the policy.'),
  };
}

/** In a key policy there is one right value: `"*"`, which stands for the key itself. */
function reportInKeyPolicy({ source }: RuleContext, { node, path }: Statement): Finding {
  const condition = findEntry(node, 'Condition');
  const position = condition === undefined ? undefined : node.entries.indexOf(condition);
  return {
    span: openingOf(node),
    message: l10n.t(
      'Missing resource: the statement needs "Resource": "*", which stands for the key. AWS KMS refuses the policy; stored before 18 August 2025, the statement does nothing.',
    ),
    fixes: [
      {
        title: l10n.t('Insert "Resource": "*"'),
        safe: true,
        edits: () => source.editor.set([...path, 'Resource'], '*', position),
      },
    ],
  };
}
