import * as l10n from '@vscode/l10n';
import { cloudtrailTrail } from '../knowledge/targets/cloudtrail-trail.js';
import { parseArn } from '../policy/arn.js';
import { findEveryone } from '../policy/exposure.js';
import { mayStartWith } from '../policy/logsArn.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { demandsKey, fixedValues, isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { toPlainValue } from './support/plainValue.js';
import { type NamedService, statementsOfService } from './support/serviceStatements.js';
import { testsTrailContext } from './support/trailConditions.js';
import { isUnfinished } from './support/unfinished.js';

const DESCRIBE = 'kms:DescribeKey';

/** CloudTrail looks at the key before it saves a trail, and that call has no encryption context. */
export const trailKeyNoDescribe = defineRule({
  id: 'trail-key-no-describe',
  defaultLevel: 'info',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['trail-key-no-describe'],
  fixable: 'sometimes',

  *check(context) {
    const trails = [...statementsOfService(context, 'cloudtrail')].find(
      ({ statement }) => coversAction(statement, 'kms:GenerateDataKey') === 'yes' && isForTrails(context, statement),
    );
    // A statement that is being typed may be the one that is missing.
    if (
      trails === undefined ||
      isUnfinished(context, context.policy.span) ||
      context.policy.statements.some(mayDescribe)
    ) {
      return;
    }
    const { statement, first } = trails;
    yield {
      span: first.principal.value.span,
      message: l10n.t(
        'Incomplete permissions for "{0}": CloudTrail also asks for "{1}", in a statement without a condition on the encryption context.',
        first.text,
        DESCRIBE,
      ),
      fixes: addFix(context, statement, first),
    };
  },
});

/** Event data stores do without it, so only what certainly speaks of trails counts. */
function isForTrails(context: RuleContext, statement: Statement): boolean {
  return readLegalConditions(context, statement).some(
    (condition) => (testsTrailContext(condition) && demandsKey(condition)) || namesTrail(condition),
  );
}

function namesTrail(condition: LegalCondition): boolean {
  return (
    isSameKey(condition.keyName, 'aws:SourceArn') &&
    [...fixedValues(condition.values)].some(({ known }) => parseArn(known)?.resource.startsWith('trail/') === true)
  );
}

/** Whether a statement lists the action for CloudTrail in any form; under a context `enc-context-wrong-action` speaks. */
function mayDescribe(statement: Statement): boolean {
  const { effect, principal } = statement;
  const isForCloudTrail =
    findEveryone(principal) !== undefined ||
    principal?.negated === true ||
    principal?.principals.some(({ type, value }) => type === 'Service' && isCloudTrail(value.known)) === true;
  return effect !== 'Deny' && isForCloudTrail && coversAction(statement, DESCRIBE) !== 'no';
}

/** A name that is not known until deployment may be CloudTrail's. */
function isCloudTrail(text: string | undefined): boolean {
  return text === undefined || mayStartWith(text, 'cloudtrail.');
}

/** A statement of its own, limited to the same trail. */
function addFix({ source, policy }: RuleContext, statement: Statement, { text }: NamedService): Fix[] {
  const list = policy.statementEntry?.value;
  const template = cloudtrailTrail.templates.minimal.find(({ Action }) => Action === DESCRIBE);
  const Condition = sourceConditions(statement);
  if (list?.kind !== 'sequence' || template === undefined || Condition === undefined) {
    return [];
  }
  const { Sid: _sid, Condition: _condition, ...rest } = template;
  const added = {
    ...rest,
    Principal: { Service: text },
    ...(Object.keys(Condition).length > 0 && { Condition }),
  };
  return [
    {
      title: l10n.t('Add a statement that allows "{0}"', DESCRIBE),
      safe: false,
      edits: () => source.editor.insert([...policy.path, 'Statement'], added, list.items.indexOf(statement.node) + 1),
    },
  ];
}

/** The statement's conditions on the source, which hold for this call too; undefined when they cannot be repeated. */
function sourceConditions({ conditions }: Statement): Record<string, Record<string, unknown>> | undefined {
  const result: Record<string, Record<string, unknown>> = {};
  for (const { operator, key, keyEntry } of conditions) {
    const plain = toPlainValue(keyEntry.value);
    if (operator.known === undefined || key.known === undefined || plain === undefined) {
      return undefined;
    }
    if (/^aws:source/i.test(key.known)) {
      result[operator.known] = { ...result[operator.known], [key.known]: plain };
    }
  }
  return result;
}
