import { renderStatement } from '../../../server/src/knowledge/target.js';
import { TARGETS } from '../../../server/src/knowledge/targets/index.js';
import { allow, aws, SYMMETRIC_USE, type World, type Writer } from './world.js';

const service = (name: string) => ({ Service: name });

/** What the product itself writes for log targets. */
const FROM_TARGETS: readonly Writer[] = TARGETS.flatMap((target) =>
  (['minimal', 'hardened'] as const).map(
    (variant) => (world: World) => renderStatement(target, variant, world.facts()).statements,
  ),
);

/** The published statement for log groups, in the spellings that AWS's guide and users have for it. */
const LOG_GROUPS: Writer = (world) => {
  const { dice, region, dnsSuffix } = world;
  const value = dice.pick([
    () => world.arn('logs', '*'),
    () => world.arn('logs', 'log-group:*'),
    () => world.arn('logs', `log-group:${world.logGroup()}*`),
    () => [world.arn('logs', `log-group:${world.logGroup()}`), world.arn('logs', `log-group:${world.logGroup()}`)],
  ])();
  return [
    allow(
      service(`logs.${region}.${dnsSuffix}`),
      ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      { [dice.pick(['ArnLike', 'ArnEquals', 'StringLike'])]: { 'kms:EncryptionContext:aws:logs:arn': value } },
    ),
  ];
};

/** Trail, and those who read its files (kms-facts 26.b). */
const TRAIL: Writer = (world) => {
  const trail = world.arn('cloudtrail', `trail/${world.word()}`);
  const source = { [world.dice.pick(['StringEquals', 'ArnEquals'])]: { 'aws:SourceArn': trail } };
  const context = {
    StringLike: {
      'kms:EncryptionContext:aws:cloudtrail:arn': `arn:${world.partition}:cloudtrail:*:${world.account}:trail/*`,
    },
  };
  return [
    allow(service('cloudtrail.amazonaws.com'), 'kms:GenerateDataKey*', { ...source, ...context }),
    allow(service('cloudtrail.amazonaws.com'), 'kms:DescribeKey', source),
    ...(world.dice.chance(50) ? [allow(aws(world.role()), 'kms:Decrypt', context)] : []),
  ];
};

const EVENT_DATA_STORE: Writer = (world) => [
  allow(service('cloudtrail.amazonaws.com'), ['kms:GenerateDataKey', 'kms:Decrypt'], {
    StringEquals: { 'aws:SourceArn': world.arn('cloudtrail', `eventdatastore/${world.word()}`) },
  }),
];

/** Services that publish to encrypted topics and queues: GenerateDataKey and Decrypt, for the own account. */
const PUBLISHERS: Writer = (world) => [
  allow(
    service(
      world.dice.pick(['cloudwatch', 'events', 's3', 'sns', 'budgets', 'ses'].map((name) => `${name}.amazonaws.com`)),
    ),
    ['kms:GenerateDataKey*', 'kms:Decrypt'],
    { StringEquals: { 'aws:SourceAccount': world.account } },
  ),
];

const DNSSEC: Writer = (world) => [
  allow(service('dnssec-route53.amazonaws.com'), ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'], {
    StringEquals: { 'aws:SourceAccount': world.account },
    ArnLike: { 'aws:SourceArn': `arn:${world.partition}:route53:::hostedzone/*` },
  }),
];

const MAIL: Writer = (world) => [
  allow(service('ses.amazonaws.com'), ['kms:Encrypt', 'kms:GenerateDataKey*'], {
    Null: {
      'kms:EncryptionContext:aws:ses:rule-name': 'false',
      'kms:EncryptionContext:aws:ses:message-id': world.dice.pick([false, 'false']),
    },
    StringEquals: { 'kms:EncryptionContext:aws:ses:source-account': world.account },
  }),
];

const CONFIG: Writer = (world) => [
  allow(service('config.amazonaws.com'), ['kms:Decrypt', 'kms:GenerateDataKey'], {
    StringEquals: { 'aws:SourceAccount': world.account },
  }),
];

/** Service-linked roles act through grants (published policy for Auto Scaling). */
const AUTO_SCALING: Writer = (world) => {
  const role = aws(
    `arn:${world.partition}:iam::${world.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
  );
  return [
    allow(role, SYMMETRIC_USE),
    allow(role, 'kms:CreateGrant', { Bool: { 'kms:GrantIsForAWSResource': world.dice.pick([true, 'true']) } }),
  ];
};

/** The role of a permission set of IAM Identity Center, with its whole path. */
const PERMISSION_SET: Writer = (world) => [
  allow(
    aws(
      `arn:${world.partition}:iam::${world.account}:role/aws-reserved/sso.amazonaws.com/${world.region}/AWSReservedSSO_${world.word()}_0123456789abcdef`,
    ),
    ['kms:Decrypt', 'kms:DescribeKey'],
  ),
];

/** Everything that services, and roles that AWS makes, may do with a key. */
export const KEY_SERVICES: readonly Writer[] = [
  ...FROM_TARGETS,
  LOG_GROUPS,
  TRAIL,
  EVENT_DATA_STORE,
  PUBLISHERS,
  DNSSEC,
  MAIL,
  CONFIG,
  AUTO_SCALING,
  PERMISSION_SET,
];
