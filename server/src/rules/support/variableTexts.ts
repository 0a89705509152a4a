import type { PolicyString, Statement } from '../../policy/model.js';
import { hasPolicyVariable } from '../../policy/placeholders.js';
import type { RuleContext } from '../rule.js';
import { isUnfinished } from './unfinished.js';
import { CURRENT_VERSION } from './versions.js';

/** True when AWS reads `${…}` as a variable; in the grammar of 2008 it is plain text, of which other rules speak. */
export function readsVariables({ policy }: Pick<RuleContext, 'policy'>): boolean {
  return policy.version?.known === CURRENT_VERSION;
}

/** The texts with `${` where AWS fills variables in: resources, and the values of conditions. */
export function* variableTexts(
  context: Pick<RuleContext, 'policy' | 'source'>,
  statement: Statement,
): Generator<PolicyString & { readonly known: string }> {
  const { resource, conditions } = statement;
  for (const value of [...(resource?.values ?? []), ...conditions.flatMap(({ values }) => values)]) {
    if (value.known?.includes('${') === true && !isUnfinished(context, value.span)) {
      yield { ...value, known: value.known };
    }
  }
}

/** The first text of a policy that holds a variable of AWS's own. */
export function findFirstVariable(
  context: Pick<RuleContext, 'policy' | 'source'>,
): (PolicyString & { readonly known: string }) | undefined {
  for (const statement of context.policy.statements) {
    for (const value of variableTexts(context, statement)) {
      if (hasPolicyVariable(value.known)) {
        return value;
      }
    }
  }
  return undefined;
}
