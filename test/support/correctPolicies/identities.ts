import type { Statement, Writer } from './world.js';

const allow = (actions: unknown, resources: unknown, condition?: object): Statement => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resources,
  ...(condition !== undefined && { Condition: condition }),
});
const USE = ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'];

/** Statements of identity policies round keys and logs: kms-facts section 5 and Annex C 10, 26 to 29 and 32. */
export const IDENTITIES: readonly Writer[] = [
  (world) => [
    allow(
      USE,
      Array.from({ length: 1 + world.dice.below(3) }, () => world.key()),
    ),
  ],
  (world) => [
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], `arn:${world.partition}:kms:*:${world.account}:key/*`, {
      'ForAnyValue:StringLike': { 'kms:ResourceAliases': `alias/${world.word()}-*` },
    }),
  ],
  (world) => [
    allow(
      ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'],
      `arn:${world.partition}:kms:*:${world.account}:key/*`,
      {
        StringEquals: { 'aws:ResourceTag/Project': world.dice.pick(['Alpha', '${aws:PrincipalTag/Project}']) },
      },
    ),
  ],
  (world) => [
    allow(['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'], world.key(), {
      StringEquals: { 'kms:ViaService': `logs.${world.region}.amazonaws.com` },
    }),
    allow('kms:DescribeKey', world.key()),
  ],
  () => [allow(['kms:ListKeys', 'kms:ListAliases', 'logs:DescribeLogGroups'], '*')],
  (world) => [
    allow(
      ['kms:CreateAlias', 'kms:UpdateAlias', 'kms:DeleteAlias'],
      [world.arn('kms', `alias/${world.word()}-*`), world.arn('kms', 'key/*')],
    ),
  ],
  (world) => [
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], world.arn('logs', `log-group:${world.logGroup()}:*`)),
  ],
  (world) => [
    allow(['logs:AssociateKmsKey', 'logs:DisassociateKmsKey'], world.arn('logs', 'log-group:*')),
    allow(['kms:DescribeKey', 'kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'], world.key()),
  ],
  (world) => [
    allow(['s3:GetObject', 's3:PutObject'], `arn:${world.partition}:s3:::${world.bucket()}/\${aws:username}/*`),
    allow('s3:ListBucket', `arn:${world.partition}:s3:::${world.bucket()}`, {
      StringLike: { 's3:prefix': ['${aws:username}/*', "${aws:PrincipalTag/team, 'none'}/*"] },
    }),
  ],
  (world) => [allow('iam:PassRole', world.role(), { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } })],
  (world) => [
    allow('kms:ScheduleKeyDeletion', world.key(), {
      NumericGreaterThanEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' },
    }),
    // Cancelling has no window.
    allow('kms:CancelKeyDeletion', world.key()),
  ],
  (world) => [
    {
      Effect: 'Deny',
      Action: ['kms:ScheduleKeyDeletion', 'kms:PutKeyPolicy'],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': world.dice.pick(['false', false]) } },
    },
  ],
  () => [
    {
      Effect: 'Deny',
      Action: 'kms:CreateKey',
      Resource: '*',
      Condition: { StringNotEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } },
    },
  ],
];
