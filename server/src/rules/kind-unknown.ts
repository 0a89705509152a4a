import * as l10n from '@vscode/l10n';
import { POLICY_KIND_CHOICES } from '../../../protocol/src/vocabulary.js';
import { nearestName } from '../knowledge/nearest.js';
import { collectEvidence } from '../policy/evidence.js';
import { type KindDirective, readDirectives } from '../syntax/directives.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { openingOf } from './support/anchor.js';
import { finishedStatements, mentions } from './support/elements.js';
import { GRANTING_KINDS } from './support/kinds.js';

/** Services whose policies we know; of a queue's or a topic's policy there is nothing to ask. */
const OUR_SERVICES = ['kms', 'logs', 's3'];

/** Rules for one kind of policy stay silent while the kind cannot be told, and the author should know. */
export const kindUnknown = defineRule({
  id: 'kind-unknown',
  defaultLevel: 'info',
  tags: ['correctness'],
  catalogue: ['kind-unknown'],
  peers: ['policy_type_hint'],
  fixable: 'sometimes',

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
        fixes: nearestKindFix(context, declared),
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
        fixes: source.languageId === 'jsonc' ? declareFixes(context) : [],
      };
    }
  },
});

function nearestKindFix({ source }: RuleContext, { span, kind }: KindDirective): Fix[] {
  const meant = nearestName(kind, POLICY_KIND_CHOICES);
  const written = source.text.slice(span.start, span.end);
  return meant === undefined
    ? []
    : [
        {
          title: l10n.t('Replace with "{0}"', meant),
          safe: false,
          edits: () => [{ span, newText: written.replace(kind, meant) }],
        },
      ];
}

/** A comment before the policy, for each kind that its grammar allows and that is of our services. */
function declareFixes({ policy, source }: RuleContext): Fix[] {
  const hasPrincipal = policy.statements.some(({ principal }) => principal !== undefined);
  const kinds = hasPrincipal ? GRANTING_KINDS : (['identity-policy', 'scp'] as const);
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const at = { start: policy.span.start, end: policy.span.start };
  return kinds.map((kind) => ({
    title: l10n.t('Declare the kind "{0}" in a comment', kind),
    safe: false,
    edits: () => [{ span: at, newText: `// sealwright: kind=${kind}${eol}` }],
  }));
}
