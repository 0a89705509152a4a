import * as l10n from '@vscode/l10n';
import { BUCKET_LOG_WRITERS } from '../knowledge/serviceSources.js';
import { parseArn } from '../policy/arn.js';
import { findEveryone } from '../policy/exposure.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { isSameKey, readLegalConditions } from './support/conditions.js';
import { toPlainValue } from './support/plainValue.js';
import { type NamedService, type ServiceStatement, serviceStatements } from './support/serviceStatements.js';
import { isUnfinished } from './support/unfinished.js';

const READ_ACL = 's3:GetBucketAcl';

/** Log services look at the bucket's ACL before they write, and do not write when they may not. */
export const bucketDeliveryAclCheck = defineRule({
  id: 'bucket-delivery-acl-check',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['bucket-policy'],
  catalogue: ['bucket-delivery-acl-check'],
  fixable: 'sometimes',

  *check(context) {
    const judged = new Set<string>();
    if (isUnfinished(context, context.policy.span)) {
      return; // the statement that is missing may be being typed
    }
    for (const found of serviceStatements(context)) {
      if (
        coversAction(found.statement, 's3:PutObject') !== 'yes' ||
        comesFromDeliverySource(context, found.statement)
      ) {
        continue;
      }
      const writers = found.services.filter((service) => readsAcl(service) && !judged.has(service.text));
      const writer = writers.find((each) => !context.policy.statements.some((other) => mayReadAcl(other, each)));
      for (const { text } of writers) {
        judged.add(text);
      }
      if (writer !== undefined) {
        yield {
          span: writer.principal.value.span,
          message: l10n.t(
            'Incomplete permissions for "{0}": it also asks for "{1}" on the bucket before it writes.',
            writer.text,
            READ_ACL,
          ),
          fixes: addFix(context, found),
        };
      }
    }
  },
});

function readsAcl({ parsed }: NamedService): boolean {
  return BUCKET_LOG_WRITERS.some(({ id, readsAcl: reads }) => reads && id === parsed.principal.id);
}

/** The newer form of log delivery no longer asks (recipes T17). */
function comesFromDeliverySource(context: RuleContext, statement: Statement): boolean {
  return readLegalConditions(context, statement).some(
    ({ keyName, values }) =>
      isSameKey(keyName, 'aws:SourceArn') &&
      values.some(
        ({ known }) => known === undefined || parseArn(known)?.resource.startsWith('delivery-source') === true,
      ),
  );
}

/** Whether a statement gives the permission, or could when all of it is known. */
function mayReadAcl(statement: Statement, { text }: NamedService): boolean {
  const { effect, principal } = statement;
  const isForWriter =
    principal?.negated === true ||
    findEveryone(principal) !== undefined ||
    principal?.principals.some(
      ({ type, value }) => type === 'Service' && (value.known === undefined || value.known === text),
    ) === true;
  return effect !== 'Deny' && isForWriter && coversAction(statement, READ_ACL) !== 'no';
}

/** A statement of its own before the one that writes, limited in the same way; ACLs belong to buckets, not to objects. */
function addFix({ source, policy }: RuleContext, { statement }: ServiceStatement): Fix[] {
  const list = policy.statementEntry?.value;
  const plain = toPlainValue(statement.node);
  const buckets = new Set(statement.resource?.values.map(({ known }) => bucketOf(known)));
  const [bucket] = buckets;
  if (list?.kind !== 'sequence' || bucket === undefined || buckets.size !== 1 || !isRecord(plain)) {
    return [];
  }
  const Condition = withoutRequestKeys(plain['Condition']);
  const added = {
    Effect: 'Allow',
    Principal: plain['Principal'],
    Action: READ_ACL,
    Resource: bucket,
    ...(Object.keys(Condition).length > 0 && { Condition }),
  };
  return [
    {
      title: l10n.t('Add a statement that allows "{0}"', READ_ACL),
      safe: false,
      edits: () => source.editor.insert([...policy.path, 'Statement'], added, list.items.indexOf(statement.node)),
    },
  ];
}

/** `arn:aws:s3:::bucket` of an object's ARN; undefined when it does not name one bucket. */
function bucketOf(text: string | undefined): string | undefined {
  return /^arn:[\w-]+:s3:::[a-z0-9][a-z0-9.-]*(?=\/|$)/.exec(text ?? '')?.[0];
}

/** The conditions without those on the upload itself, such as `s3:x-amz-acl`. */
function withoutRequestKeys(condition: unknown): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [operator, tests] of isRecord(condition) ? Object.entries(condition) : []) {
    const kept = isRecord(tests) ? Object.entries(tests).filter(([key]) => !/^s3:/i.test(key)) : [];
    if (kept.length > 0) {
      result[operator] = Object.fromEntries(kept);
    }
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
