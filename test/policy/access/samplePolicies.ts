import fc from 'fast-check';
import type { Caller } from '../../../server/src/policy/evaluate/simulation.js';
import type { SampleRequest } from './oracle.js';

const OWNER = '111122223333';
const OTHER = '444455556666';
const ROLE = `arn:aws:iam::${OWNER}:role/App`;
const ADMIN = `arn:aws:iam::${OWNER}:role/ops/Admin`;
const USER = `arn:aws:iam::${OWNER}:user/alice`;
const FOREIGN = `arn:aws:iam::${OTHER}:role/Partner`;
const SESSION = `arn:aws:sts::${OWNER}:assumed-role/App/session`;
const LOGS = 'logs.us-east-1.amazonaws.com';

const identity = (kind: 'root' | 'user' | 'role', arn: string, account: string): Caller => ({ kind, arn, account });

/** Callers that policies of the generator name, and outsiders. */
const CALLERS: readonly Caller[] = [
  identity('role', ROLE, OWNER),
  { kind: 'session', arn: ROLE, account: OWNER, sessionArn: SESSION },
  identity('role', ADMIN, OWNER),
  identity('user', USER, OWNER),
  identity('root', `arn:aws:iam::${OWNER}:root`, OWNER),
  identity('role', `arn:aws:iam::${OWNER}:role/Nobody`, OWNER),
  identity('role', FOREIGN, OTHER),
  identity('user', `arn:aws:iam::${OTHER}:user/nobody`, OTHER),
  identity('role', 'arn:aws:iam::777788889999:role/Stranger', '777788889999'),
  { kind: 'service', name: LOGS },
  { kind: 'service', name: 's3.amazonaws.com' },
];

const principals = fc.oneof(
  fc.constant('*'),
  fc.constant({ AWS: '*' }),
  fc
    .uniqueArray(fc.constantFrom(ROLE, ADMIN, USER, FOREIGN, SESSION, OWNER, `arn:aws:iam::${OWNER}:root`, OTHER), {
      minLength: 1,
      maxLength: 3,
    })
    .map((AWS) => ({ AWS })),
  fc.constant({ Service: LOGS }),
  fc.constant({ AWS: [ROLE], Service: [LOGS, 's3.amazonaws.com'] }),
);
const actions = fc.oneof(
  fc.constant('kms:*'),
  fc.uniqueArray(
    fc.constantFrom(
      'kms:Decrypt',
      'kms:encrypt',
      'kms:GenerateDataKey*',
      'kms:*Key',
      'kms:PutKeyPolicy',
      'kms:ReEncrypt?rom',
      'kms:RetireGrant',
      'kms:ListKeys',
    ),
    { minLength: 1, maxLength: 3 },
  ),
);

/** Conditions, and the values that requests may carry for their keys. */
const CONDITIONS = {
  'kms:ViaService': ['s3.us-east-1.amazonaws.com', 'ec2.us-east-1.amazonaws.com', 's3.*', 'nothing'],
  'kms:EncryptionContext:App': ['one', 'two', 'ONE', 't*', '*e'],
  'aws:PrincipalAccount': [OWNER, OTHER, '777788889999'],
  'kms:GrantIsForAWSResource': ['true', 'false'],
  'aws:PrincipalType': ['AssumedRole', 'User', 'Account'],
  'aws:PrincipalArn': [ROLE, `arn:aws:iam::${OWNER}:role/*`, '*'],
  'kms:ScheduleKeyDeletionPendingWindowInDays': ['7', '10', '30'],
} as const;
type Key = keyof typeof CONDITIONS;

const STRING_OPERATORS = [
  'StringEquals',
  'StringLike',
  'StringNotEquals',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringEqualsIfExists',
  'StringNotEqualsIfExists',
];
const OPERATORS: Readonly<Record<Key, readonly string[]>> = {
  'kms:ViaService': STRING_OPERATORS,
  'kms:EncryptionContext:App': STRING_OPERATORS,
  'aws:PrincipalAccount': ['StringEquals', 'StringNotEquals', 'StringEqualsIfExists'],
  'kms:GrantIsForAWSResource': ['Bool', 'BoolIfExists'],
  'aws:PrincipalType': ['StringEquals', 'StringNotEquals'],
  'aws:PrincipalArn': ['ArnLike', 'ArnNotLike', 'ArnEquals'],
  'kms:ScheduleKeyDeletionPendingWindowInDays': [
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericEquals',
  ],
};
const keys = fc.constantFrom(...(Object.keys(CONDITIONS) as Key[]));
const condition = keys.chain((key) =>
  fc.oneof(
    fc.record({
      operator: fc.constantFrom(...OPERATORS[key]),
      key: fc.constant(key),
      values: fc.uniqueArray(fc.constantFrom<string>(...CONDITIONS[key]), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      operator: fc.constant('Null'),
      key: fc.constant(key),
      values: fc.constantFrom('true', 'false').map((value) => [value]),
    }),
    fc.record({
      operator: fc.constantFrom('ForAllValues:StringEquals', 'ForAnyValue:StringLike'),
      key: fc.constant('kms:GrantOperations'),
      values: fc.uniqueArray(fc.constantFrom<string>('Decrypt', 'Encrypt', 'D*'), { minLength: 1, maxLength: 2 }),
    }),
  ),
);
const conditions = fc.array(condition, { maxLength: 2 }).map((items) => {
  const block: Record<string, Record<string, string[]>> = {};
  for (const { operator, key, values } of items) {
    block[operator] = { ...block[operator], [key]: values };
  }
  return block;
});

const element = <T>(name: string, value: fc.Arbitrary<T>, negated: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), value)
    .map(([dice, item]) => ({ [dice < negated ? `Not${name}` : name]: item }));

/** Statements of key policies over a small vocabulary, so that two of them often meet. */
export const statements = fc.array(
  fc
    .tuple(
      fc.constantFrom('Allow', 'Allow', 'Deny'),
      element('Principal', principals, 1),
      element('Action', actions, 2),
      conditions,
    )
    .map(([Effect, who, what, Condition]) => ({
      Effect,
      ...who,
      ...what,
      Resource: '*',
      ...(Object.keys(Condition).length > 0 && { Condition }),
    })),
  { maxLength: 4 },
);

const TYPES = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
  session: 'AssumedRole',
  federated: 'FederatedUser',
};

const ACTIONS = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:DescribeKey',
  'kms:PutKeyPolicy',
  'kms:ReEncryptFrom',
  'kms:RetireGrant',
];

/** Requests that carry the account and ARN of their caller, as every request does. */
export const requests: fc.Arbitrary<SampleRequest> = fc
  .record({
    principal: fc.constantFrom(...CALLERS),
    action: fc.constantFrom(...ACTIONS),
    via: fc.option(fc.constantFrom('s3.us-east-1.amazonaws.com', 'ec2.us-east-1.amazonaws.com', 's3.x', 'other'), {
      nil: undefined,
    }),
    app: fc.option(fc.constantFrom('one', 'two', 'ONE', 'the', 'x'), { nil: undefined }),
    resource: fc.option(fc.constantFrom('true', 'false'), { nil: undefined }),
    days: fc.option(fc.constantFrom('6', '7', '8', '10', '29', '30', '31'), { nil: undefined }),
    operations: fc.option(
      fc.uniqueArray(fc.constantFrom('Decrypt', 'Encrypt', 'DescribeKey', 'Sign'), { minLength: 1 }),
      { nil: undefined },
    ),
  })
  .map(({ principal, action, via, app, resource, days, operations }) => ({
    principal,
    action,
    context: {
      ...(via !== undefined && { 'kms:ViaService': [via] }),
      ...(app !== undefined && { 'kms:EncryptionContext:App': [app] }),
      ...(resource !== undefined && { 'kms:GrantIsForAWSResource': [resource] }),
      ...(days !== undefined && { 'kms:ScheduleKeyDeletionPendingWindowInDays': [days] }),
      ...(operations !== undefined && { 'kms:GrantOperations': operations }),
      ...('account' in principal && {
        'aws:PrincipalAccount': [principal.account],
        'aws:PrincipalArn': [principal.arn],
        'aws:PrincipalType': [TYPES[principal.kind]],
      }),
    },
  }));
