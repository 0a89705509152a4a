import * as l10n from '@vscode/l10n';
import { POLICY_KIND_CHOICES } from '../../../protocol/src/vocabulary.js';
import { collectEvidence } from '../policy/evidence.js';
import { readDirectives } from '../syntax/directives.js';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { finishedStatements, mentions } from './support/elements.js';

/** Services whose policies we know; of a queue's or a topic's policy there is nothing to ask. */
const OUR_SERVICES = ['kms', 'logs', 's3'];

/** Rules for one kind of policy stay silent while the kind cannot be told, and the author should know. */
export const kindUnknown = defineRule({
  id: 'kind-unknown',
  defaultLevel: 'info',
  tags: ['correctness'],
  catalogue: ['kind-unknown'],
  peers: ['policy_type_hint'],
  fixable: 'never',

  *check(context) {
    const { policy, kind, source } = context;
    const declared = readDirectives(source).kind;
    if (declared !== undefined && !(POLICY_KIND_CHOICES as readonly string[]).includes(declared.kind)) {
      yield {
        span: declared.span,
        message: l10n.t(
          'Unknown kind of policy "{0}": expected one of {1}.',
          declared.kind,
          POLICY_KIND_CHOICES.map((choice) => `"${choice}"`).join(', '),
        ),
        level: 'warning',
      };
      return;
    }
    if (kind !== 'unknown') {
      return;
    }
    const { services, wildcardActions } = collectEvidence(policy.node);
    const concernsUs = wildcardActions > 0 || OUR_SERVICES.some((service) => services.has(service));
    const isWritten = finishedStatements(context).some(
      ({ node }) => mentions(node, 'statement', 'Effect') && mentions(node, 'statement', 'Action', 'NotAction'),
    );
    if (concernsUs && isWritten) {
      yield {
        span: openingOf(policy),
        message:
          source.languageId === 'jsonc'
            ? l10n.t(
                'Unknown kind of policy: its statements do not tell what it is attached to, so only general rules apply. Declare it in a comment such as "{0}".',
                '// sealwright: kind=key-policy',
              )
            : l10n.t(
                'Unknown kind of policy: its statements do not tell what it is attached to, so only general rules apply. Declare it in the setting "{0}".',
                'sealwright.policyKinds',
              ),
      };
    }
  },
});
