import * as l10n from '@vscode/l10n';
import { findEveryone } from '../policy/exposure.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type RuleContext } from './rule.js';
import { conditionsThatAbsencePasses, isAbsentForSome, isOptionalContext } from './support/absentKeys.js';
import { replaceOperatorFix } from './support/conditionFixes.js';
import type { LegalCondition } from './support/conditions.js';
import { GRANTING_KINDS } from './support/kinds.js';

/** `IfExists` lets a request pass that lacks the key; as the only guard of an Allow it guards against nobody. */
export const condIfexistsWeak = defineRule({
  id: 'cond-ifexists-weak',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['cond-ifexists-weak'],
  peers: ['ifexists_weakens_security_condition'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      if (findEveryone(statement.principal) !== undefined) {
        continue; // public-weak-condition
      }
      const condition = conditionsThatAbsencePasses(context, statement)?.find((item) =>
        isWeak(context, statement, item),
      );
      if (condition === undefined) {
        continue;
      }
      const strict = condition.parsed.canonical.replace(/IfExists$/, '');
      yield {
        span: condition.operator.span,
        message: l10n.t(
          'Expected "{0}" to be "{1}": requests without "{2}" pass as well, and no other condition stops them.',
          condition.operatorName,
          strict,
          condition.keyName,
        ),
        fixes: replaceOperatorFix(context, condition, strict, { safe: false }),
      };
    }
  },
});

function isWeak(context: RuleContext, statement: Statement, { parsed, keyName, values }: LegalCondition): boolean {
  const isGuard = parsed.ifExists && !parsed.operator.negated && parsed.setOperator === undefined && values.length > 0;
  return isGuard && (isAbsentForSome(keyName) || isOptionalContext(context, statement, keyName));
}
