import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { finishedStatements, mentions } from './support/elements.js';

/** A policy on a resource must say in every statement whom it is about. */
export const principalMissing = defineRule({
  id: 'principal-missing',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: [
    'key-policy',
    'logs-resource-policy',
    'bucket-policy',
    'trust-policy',
    'vpc-endpoint-policy',
    'delivery-destination-policy',
    'rcp',
  ],
  scope: 'statement',
  catalogue: ['principal-missing'],
  peers: ['MISSING_PRINCIPAL', 'E3512', 'missing_principal', 'AC_AWS_0481'],
  fixable: 'never',

  *check(context) {
    for (const { node } of finishedStatements(context)) {
      if (!mentions(node, 'statement', 'Principal', 'NotPrincipal')) {
        yield {
          span: openingOf(node),
          message: l10n.t(
            'Missing principal: a policy on a resource needs "Principal" in every statement, or AWS refuses it.',
          ),
        };
      }
    }
  },
});
