import fc from 'fast-check';
import { KMS_ACTIONS } from '../../server/src/knowledge/kmsActions.js';
import {
  ACCOUNT,
  FEDERATED,
  KEY,
  LOGS,
  OTHER_ACCOUNT,
  OTHER_ROLE,
  OTHER_ROOT,
  type RequestValue,
  ROLE,
  ROOT,
  SESSION,
  type StatementValue,
  USER,
} from './simulations.js';

const ACTIONS = KMS_ACTIONS.map(({ name }) => `kms:${name}`);

/** Callers of every kind. */
const arbitraryCaller = fc.constantFrom(
  ROLE,
  SESSION,
  USER,
  FEDERATED,
  ROOT,
  ACCOUNT,
  OTHER_ROLE,
  OTHER_ROOT,
  LOGS,
  '*',
);

/** Mostly what works on keys, so that statements meet requests; now and then anything. */
const arbitraryAction = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('kms:Decrypt', 'kms:Encrypt', 'kms:CreateGrant', 'kms:PutKeyPolicy') },
  { weight: 1, arbitrary: fc.constantFrom(...ACTIONS) },
);

const arbitraryPattern = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom('*', 'kms:*', 'kms:De*', 'kms:*crypt', 'kms:Create*', 'kms:?ecrypt', 's3:*'),
  },
  { weight: 2, arbitrary: arbitraryAction },
);

/** A value alone or in a list, as policies have it. */
function oneOrMore<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> {
  return fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
}

const arbitraryAwsPrincipal = fc.constantFrom(
  ROLE,
  SESSION,
  USER,
  FEDERATED,
  ROOT,
  ACCOUNT,
  OTHER_ROLE,
  OTHER_ROOT,
  OTHER_ACCOUNT,
  '*',
);

const arbitraryPrincipalElement = fc.oneof(
  fc.constant('*' as unknown),
  fc.record({ AWS: oneOrMore(arbitraryAwsPrincipal) }),
  fc.record({ Service: oneOrMore(fc.constantFrom(LOGS, 's3.amazonaws.com')) }),
  fc.record({ AWS: oneOrMore(arbitraryAwsPrincipal), Service: fc.constant(LOGS) }),
);

/** Context keys with the values that requests have for them, and that policies ask for. */
const KEYS: Readonly<Record<string, { readonly operators: readonly string[]; readonly values: readonly string[] }>> = {
  'kms:ViaService': {
    operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringEqualsIfExists'],
    values: ['s3.us-east-1.amazonaws.com', 'ec2.us-east-1.amazonaws.com', 's3.*'],
  },
  'kms:CallerAccount': { operators: ['StringEquals', 'StringNotEquals'], values: [ACCOUNT, OTHER_ACCOUNT] },
  'aws:SourceIp': {
    operators: ['IpAddress', 'NotIpAddress'],
    values: ['10.0.0.0/8', '10.1.2.3', '2001:db8::/32', '203.0.113.9'],
  },
  'aws:CurrentTime': {
    operators: ['DateLessThan', 'DateGreaterThanEquals', 'DateEquals'],
    values: ['2026-01-01T00:00:00Z', '2026-06-01', '1780272000'],
  },
  'kms:ScheduleKeyDeletionPendingWindowInDays': {
    operators: ['NumericLessThan', 'NumericEquals', 'NumericGreaterThanEqualsIfExists'],
    values: ['7', '21', '30'],
  },
  'aws:SecureTransport': { operators: ['Bool', 'BoolIfExists', 'Null'], values: ['true', 'false'] },
  'aws:TagKeys': {
    operators: ['ForAllValues:StringEquals', 'ForAnyValue:StringLike', 'ForAnyValue:StringNotEquals', 'Null'],
    values: ['a', 'b'],
  },
  'kms:EncryptionContext:a': {
    operators: ['StringEquals', 'StringNotLike', 'Null'],
    values: ['1', '2', '${aws:PrincipalTag/team}'],
  },
  'kms:EncryptionContextKeys': {
    operators: ['ForAllValues:StringEquals', 'ForAnyValue:StringEquals', 'Null'],
    values: ['a', 'b'],
  },
  'aws:PrincipalArn': {
    operators: ['ArnLike', 'ArnNotLike', 'ArnEquals'],
    values: [ROLE, USER, `arn:aws:iam::${ACCOUNT}:*`, 'arn:aws:iam::*:role/*'],
  },
  'aws:PrincipalTag/team': {
    operators: ['StringEquals', 'StringNotEquals', 'Null'],
    values: ['1', 'red'],
  },
  'aws:ResourceTag/team': {
    operators: ['StringEquals', 'StringNotEquals'],
    values: ['red', '${aws:PrincipalTag/team}'],
  },
  'kms:ResourceAliases': {
    operators: ['ForAnyValue:StringLike', 'ForAllValues:StringLike'],
    values: ['alias/app', 'alias/*'],
  },
};

const arbitraryCondition = fc
  .constantFrom(
    ...Object.entries(KEYS).flatMap(([key, row]) => row.operators.map((operator) => ({ key, operator, row }))),
  )
  .chain(({ key, operator, row }) =>
    oneOrMore(fc.constantFrom(...(operator === 'Null' ? ['true', 'false'] : row.values))).map((wanted) => ({
      [operator]: { [key]: wanted },
    })),
  );

/** One to three conditions; under one operator the last of a key wins. */
const arbitraryConditions = fc
  .array(arbitraryCondition, { minLength: 1, maxLength: 3 })
  .map((conditions) => Object.fromEntries(conditions.flatMap((condition) => Object.entries(condition))));

const arbitraryEffect = fc.oneof(
  { weight: 3, arbitrary: fc.constant('Allow') },
  { weight: 1, arbitrary: fc.constant('Deny') },
);
const arbitraryActions = fc.oneof(
  { weight: 4, arbitrary: oneOrMore(arbitraryPattern).map((Action): StatementValue => ({ Action })) },
  { weight: 1, arbitrary: oneOrMore(arbitraryPattern).map((NotAction): StatementValue => ({ NotAction })) },
);
const arbitraryResources = fc.constantFrom<StatementValue>(
  { Resource: '*' },
  { Resource: '*' },
  { Resource: ['*'] },
  { Resource: KEY },
  { Resource: `arn:aws:kms:*:${ACCOUNT}:key/*` },
  { NotResource: KEY },
);
const arbitraryConditionElement = fc.oneof(
  fc.constant<StatementValue>({}),
  arbitraryConditions.map((Condition): StatementValue => ({ Condition })),
);

function join(parts: readonly StatementValue[]): StatementValue {
  return Object.assign({}, ...parts);
}

const arbitraryBasis = fc
  .tuple(
    arbitraryEffect.map((Effect) => ({ Effect })),
    arbitraryActions,
    arbitraryResources,
    arbitraryConditionElement,
  )
  .map(join);

/** A statement of an identity policy or a service control policy. */
export const arbitraryIdentityStatement: fc.Arbitrary<StatementValue> = arbitraryBasis;

/** A statement that names principals. */
export const arbitraryResourceStatement: fc.Arbitrary<StatementValue> = fc
  .tuple(
    arbitraryBasis,
    fc.oneof(
      { weight: 6, arbitrary: arbitraryPrincipalElement.map((Principal): StatementValue => ({ Principal })) },
      {
        weight: 1,
        arbitrary: fc
          .record({ AWS: oneOrMore(arbitraryAwsPrincipal) })
          .map((NotPrincipal): StatementValue => ({ NotPrincipal })),
      },
    ),
  )
  .map(join);

function policyOf(statement: fc.Arbitrary<StatementValue>): fc.Arbitrary<RequestValue> {
  return fc.array(statement, { maxLength: 4 }).map((Statement) => ({ Version: '2012-10-17', Statement }));
}

const arbitraryKeyPolicy = policyOf(arbitraryResourceStatement);
export const arbitraryIdentityPolicy = policyOf(arbitraryIdentityStatement);

const FULL_ACCESS = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const FULL_ACCESS_FOR_ALL = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
};

/** Guardrails mostly let through what the other policies are about. */
function guardrail(full: RequestValue, limited: fc.Arbitrary<RequestValue>): fc.Arbitrary<RequestValue> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(full) }, { weight: 1, arbitrary: limited });
}

const arbitraryScp = guardrail(FULL_ACCESS, arbitraryIdentityPolicy);
const arbitraryRcp = guardrail(FULL_ACCESS_FOR_ALL, arbitraryKeyPolicy);

const arbitraryGrant = fc.record({
  granteePrincipal: fc.constantFrom(ROLE, SESSION, USER, OTHER_ROLE, LOGS, ROOT),
  operations: fc.subarray(['Decrypt', 'Encrypt', 'CreateGrant', 'RetireGrant', 'DescribeKey'], { minLength: 1 }),
  constraints: fc.constantFrom<RequestValue>(
    {},
    {},
    { encryptionContextEquals: { a: '1' } },
    { encryptionContextSubset: { a: '1' } },
  ),
});

/** A context: any of the keys above, each with values of its kind. `aws:PrincipalArn` and such follow from the caller. */
const arbitraryContext: fc.Arbitrary<RequestValue> = fc
  .record(
    {
      'kms:ViaService': fc.constantFrom('s3.us-east-1.amazonaws.com', 'ec2.us-east-1.amazonaws.com'),
      'aws:SourceIp': fc.constantFrom('10.1.2.3', '203.0.113.9', '2001:db8::7'),
      'aws:CurrentTime': fc.constantFrom('2025-12-31T23:59:59Z', '2026-06-01T00:00:00Z'),
      'kms:ScheduleKeyDeletionPendingWindowInDays': fc.constantFrom('7', '25', '30'),
      'aws:SecureTransport': fc.constantFrom('true', 'false'),
      'aws:TagKeys': fc.subarray(['a', 'b', 'c']),
      'kms:EncryptionContext:a': fc.constantFrom('1', '2'),
      'kms:EncryptionContext:b': fc.constantFrom('1', '2'),
      'aws:PrincipalTag/team': fc.constantFrom('1', 'red'),
    },
    { requiredKeys: [] },
  )
  .map((context) => ({ ...context }));

const arbitraryKey = fc.record(
  {
    tags: fc.constantFrom<RequestValue>({}, { team: 'red' }, { team: 'blue' }),
    aliases: fc.subarray(['alias/app', 'alias/other']),
    state: fc.constantFrom('Enabled', 'Enabled', 'Enabled', 'Disabled'),
  },
  { requiredKeys: ['tags', 'aliases'] },
);

/** A request with everything told. */
export const arbitraryRequest: fc.Arbitrary<RequestValue> = fc
  .record({
    principal: arbitraryCaller,
    action: arbitraryAction,
    resource: fc.constant(KEY),
    context: arbitraryContext,
    keyPolicy: arbitraryKeyPolicy,
    identityPolicies: fc.array(arbitraryIdentityPolicy, { maxLength: 2 }),
    grants: fc.array(arbitraryGrant, { maxLength: 2 }),
    scps: fc.array(fc.array(arbitraryScp, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    rcps: fc.array(fc.array(arbitraryRcp, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    boundary: fc.option(arbitraryScp),
    sessionPolicies: fc.array(arbitraryScp, { maxLength: 1 }),
    endpointPolicy: fc.option(arbitraryRcp),
    key: arbitraryKey,
  })
  .map((request) => ({ ...request }));

/** Members that are unknown when they are left out. */
const OPTIONAL_MEMBERS = [
  'keyPolicy',
  'identityPolicies',
  'grants',
  'scps',
  'rcps',
  'boundary',
  'sessionPolicies',
] as const;

/**
 * A complete request, and the same with some of it left out: members, context keys, facts of the key that only conditions
 * ask for.
 */
export const arbitraryPartialRequest: fc.Arbitrary<{
  readonly complete: RequestValue;
  readonly partial: RequestValue;
}> = fc
  .record({
    complete: arbitraryRequest,
    members: fc.subarray([...OPTIONAL_MEMBERS], { maxLength: 3 }),
    keys: fc.array(fc.constantFrom(...Object.keys(KEYS), 'kms:EncryptionContext:b'), { maxLength: 4 }),
    facts: fc.subarray(['tags', 'aliases']),
    hidesContext: fc.boolean(),
    hidesPlace: fc.boolean(),
  })
  .map(({ complete, members, keys, facts, hidesContext, hidesPlace }) => {
    const partial: Record<string, unknown> = { ...complete, key: without(complete['key'], facts) };
    if (hidesContext) {
      partial['context'] = without(complete['context'], keys);
      partial['contextIsPartial'] = true;
    }
    if (hidesPlace) {
      delete partial['resource'];
    }
    for (const member of members) {
      delete partial[member];
    }
    return { complete, partial };
  });

function without(record: unknown, names: readonly string[]): RequestValue {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => !names.includes(name)));
}
