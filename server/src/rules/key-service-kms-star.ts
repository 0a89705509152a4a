import * as l10n from '@vscode/l10n';
import { KEY_CONTROL_ACTIONS } from '../knowledge/keyControl.js';
import { findServicePrincipal } from '../knowledge/servicePrincipals.js';
import { renderPrincipals } from '../knowledge/target.js';
import { TARGETS } from '../knowledge/targets/index.js';
import { matchAction } from '../policy/evaluate/matchText.js';
import type { PolicyString, Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { isUnfinished } from './support/unfinished.js';

/** `kms:*` for a service is the usual answer of forums; it lets the service rewrite the policy and delete the key. */
export const keyServiceKmsStar = defineRule({
  id: 'key-service-kms-star',
  defaultLevel: 'warning',
  tags: ['security', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['key-service-kms-star'],
  peers: ['AC_AWS_0482'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { effect, action, principal } = statement;
      if (effect !== 'Allow' || action === undefined || action.negated || principal?.negated !== false) {
        continue;
      }
      const service = principal.principals.find(({ type }) => type === 'Service')?.value.known;
      if (service === undefined || isUnfinished(context, action.entry.span)) {
        continue;
      }
      for (const value of action.values) {
        const control = KEY_CONTROL_ACTIONS.find((name) => matchAction(value, name) === 'yes');
        if (control === undefined) {
          continue;
        }
        yield {
          span: value.span,
          message: l10n.t(
            'Excessive action "{0}" for "{1}": a service uses the key, and with this it may also call "{2}".',
            value.known ?? '',
            service,
            control,
          ),
          fixes: usageFix(context, statement, value),
        };
      }
    }
  },
});

/** Replaces the action with what the services of the statement need, when it is known of each of them. */
function usageFix({ source }: RuleContext, { path, action, principal }: Statement, wide: PolicyString): Fix[] {
  const perService = (principal?.principals ?? []).map(({ type, value }) =>
    type === 'Service' ? usageOf(value.known ?? '') : [],
  );
  if (action === undefined || perService.some((usage) => usage.length === 0)) {
    return [];
  }
  const others = action.values.filter((value) => value !== wide);
  const kept = others.flatMap(({ known }) => known ?? []);
  if (kept.length < others.length) {
    return [];
  }
  const actions = [...new Set([...kept, ...perService.flat()])];
  return [
    {
      title: l10n.t('Replace "{0}" with the actions that the service needs', wide.known ?? ''),
      safe: false,
      edits: () => source.editor.set([...path, 'Action'], actions),
    },
  ];
}

/** What the log stores of a service need on their key; empty for a service that has none. */
function usageOf(service: string): readonly string[] {
  const id = findServicePrincipal(service)?.principal.id;
  return TARGETS.filter((target) =>
    renderPrincipals(target, { region: 'us-east-1', account: '' }).some(
      (principal) => id !== undefined && findServicePrincipal(principal)?.principal.id === id,
    ),
  ).flatMap(({ actions }) => actions);
}
