import * as l10n from '@vscode/l10n';
import { findEveryone } from '../policy/exposure.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type RuleContext } from './rule.js';
import { findDeniedWriter } from './support/bucketWriters.js';
import { isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { exemptServicesFix } from './support/serviceDenials.js';
import { isUnfinished } from './support/unfinished.js';

const SSE_HEADERS: readonly string[] = [
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
];

/** Log services rely on the default encryption of the bucket and send no header about it. */
export const bucketDenySseHeader = defineRule({
  id: 'bucket-deny-sse-header',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['bucket-policy'],
  catalogue: ['bucket-deny-sse-header'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const condition = findHeaderTest(context, statement);
      const writer =
        condition === undefined
          ? undefined
          : findDeniedWriter(context, statement, ({ sendsSseHeader }) => !sendsSseHeader);
      if (condition !== undefined && writer !== undefined) {
        yield {
          span: condition.key.span,
          message: l10n.t(
            'Overreaching Deny: "{0}" writes logs without the header behind "{1}", and relies on the default encryption of the bucket.',
            writer.text,
            condition.keyName,
          ),
          related: [{ span: writer.principal.value.span, message: l10n.t('The policy lets this service write.') }],
          fixes: exemptServicesFix(context, statement, false),
        };
      }
    }
  },
});

/** The condition of a Deny for everyone that uploads without a header meet, when no other condition leaves anybody out. */
function findHeaderTest(context: RuleContext, statement: Statement): LegalCondition | undefined {
  const { conditions, effect, principal } = statement;
  const isForEveryone = principal?.negated === false && findEveryone(principal) !== undefined;
  if (effect !== 'Deny' || !isForEveryone || isUnfinished(context, statement.span)) {
    return undefined;
  }
  const read = readLegalConditions(context, statement);
  return read.length === conditions.length && read.every(isMetWithoutHeader) ? read[0] : undefined;
}

function isMetWithoutHeader({ keyName, parsed, values }: LegalCondition): boolean {
  if (!SSE_HEADERS.some((header) => isSameKey(header, keyName))) {
    return false;
  }
  const isNull = parsed.operator.family === 'Null' && values.length === 1 && values[0]?.known?.toLowerCase() === 'true';
  return isNull || (parsed.operator.negated && parsed.setOperator === undefined);
}
