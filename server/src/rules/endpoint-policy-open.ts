import * as l10n from '@vscode/l10n';
import { parseActionText } from '../knowledge/actionLookup.js';
import { findEveryone } from '../policy/exposure.js';
import type { PolicyFacts } from '../policy/facts.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { addCondition } from './support/statementEdits.js';
import { isUnfinished } from './support/unfinished.js';
import { hasCondition, isUnlimited } from './support/unlimitedActions.js';

/** The default policy of an endpoint: keys and log groups of strangers can be reached through it as well. */
export const endpointPolicyOpen = defineRule({
  id: 'endpoint-policy-open',
  // It is what AWS attaches, and it grants nothing by itself.
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['vpc-endpoint-policy'],
  scope: 'statement',
  catalogue: ['endpoint-policy-open'],
  peers: ['vpc_endpoint_connections_trust_boundaries'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const everyone = findEveryone(statement.principal);
      if (statement.effect !== 'Allow' || everyone === undefined || statement.principal?.negated !== false) {
        continue;
      }
      if (!allowsWholeService(statement) || !isUnlimited(statement) || hasCondition(statement)) {
        continue;
      }
      if (!isUnfinished(context, statement.span)) {
        yield {
          span: everyone.value.span,
          message: l10n.t(
            'Open endpoint: everyone may reach the resources of every account through it, so that data can leave for another account. Limit it by "{0}".',
            'aws:PrincipalOrgID',
          ),
          fixes: boundaryFix(context, statement),
        };
      }
    }
  },
});

/** `*`, `kms:*` and the like. */
function allowsWholeService({ action }: Statement): boolean {
  return (
    action?.negated === false &&
    action.values.some(({ known }) => {
      const parsed = parseActionText(known ?? '');
      return parsed.kind === 'all' || (parsed.kind === 'action' && /^\*+$/.test(parsed.name));
    })
  );
}

function boundaryFix(context: RuleContext, statement: Statement): Fix[] {
  const boundary = boundaryOf(context.facts);
  const edits =
    boundary === undefined ? undefined : addCondition(context, statement, 'StringEquals', boundary.key, boundary.value);
  return boundary === undefined || edits === undefined
    ? []
    : [{ title: l10n.t('Allow only "{0}" = "{1}"', boundary.key, boundary.value), safe: false, edits }];
}

/** The widest circle of callers that settings declare to be ours. */
function boundaryOf({ organization, account }: PolicyFacts) {
  if (organization !== undefined) {
    return { key: 'aws:PrincipalOrgID', value: organization };
  }
  return account === undefined ? undefined : { key: 'aws:PrincipalAccount', value: account };
}
