import { allow, aws, type Writer } from './world.js';

const WRITE = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const service = (names: string | readonly string[]) => ({ Service: names });

/** Logs resource policies of the services that write to log groups (log-encryption-recipes 1.7). */
export const LOGS_RESOURCES: readonly Writer[] = [
  (world) => [
    {
      ...allow(service(['events.amazonaws.com', 'delivery.logs.amazonaws.com']), WRITE, {
        StringEquals: { 'aws:SourceAccount': world.account },
      }),
      Resource: world.arn('logs', 'log-group:/aws/events/*:*'),
    },
  ],
  (world) => [
    {
      ...allow(service('delivery.logs.amazonaws.com'), WRITE, {
        StringEquals: { 'aws:SourceAccount': [world.account] },
        ArnLike: { 'aws:SourceArn': [world.arn('logs', '*')] },
      }),
      Resource: [world.arn('logs', `log-group:${world.logGroup()}:log-stream:*`)],
    },
  ],
  (world) => [
    {
      ...allow(service('es.amazonaws.com'), WRITE, {
        StringEquals: { 'aws:SourceAccount': world.account },
        ArnLike: { 'aws:SourceArn': world.arn('es', `domain/${world.word()}`) },
      }),
      Resource: world.arn('logs', `log-group:/aws/OpenSearchService/domains/${world.word()}/*:*`),
    },
  ],
  (world) => {
    const home = {
      ...allow(service('route53.amazonaws.com'), WRITE, {
        StringEquals: { 'aws:SourceAccount': world.account },
        ArnLike: { 'aws:SourceArn': `arn:${world.partition}:route53:::hostedzone/*` },
      }),
      Resource: world.arn('logs', 'log-group:/aws/route53/*:*'),
    };
    // Route 53 writes to us-east-1 only.
    return world.region === 'us-east-1' ? [home] : [];
  },
];

/** Policies of delivery destinations, for the accounts whose logs they take. */
export const DESTINATIONS: readonly Writer[] = [
  (world) => [
    {
      ...allow(aws(Array.from({ length: 1 + world.dice.below(3) }, () => world.accountId())), 'logs:CreateDelivery'),
      Resource: world.arn('logs', `delivery-destination:${world.word()}`),
    },
  ],
];

/** Policies of interface endpoints for KMS; an endpoint is for one service. */
export const ENDPOINTS: readonly Writer[] = [
  (world) => [
    allow('*', ['kms:Decrypt', 'kms:DescribeKey'], { StringEquals: { 'aws:PrincipalAccount': world.account } }),
  ],
  (world) => [
    {
      ...allow(aws(world.role()), ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey']),
      Resource: world.arn('kms', 'key/*'),
    },
    allow(aws(world.role()), 'kms:ListAliases'),
  ],
  (world) => [allow('*', 'kms:*', { StringEquals: { 'aws:PrincipalOrgID': world.organization } })],
];

/** Trust policies of roles. */
export const TRUSTS: readonly Writer[] = [
  (world) => [
    trust(
      service(`${world.dice.pick(['lambda', 'ecs-tasks', 'states', 'cloudtrail'])}.amazonaws.com`),
      'sts:AssumeRole',
    ),
  ],
  (world) => [
    trust(service('logs.amazonaws.com'), 'sts:AssumeRole', {
      StringEquals: { 'aws:SourceAccount': world.account },
      ArnLike: { 'aws:SourceArn': world.arn('logs', '*') },
    }),
  ],
  (world) => [
    trust(aws(world.role(world.accountId())), 'sts:AssumeRole', { StringEquals: { 'sts:ExternalId': world.word() } }),
  ],
  (world) => [
    trust(aws(world.root()), ['sts:AssumeRole', 'sts:TagSession'], { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
  ],
  (world) => [
    trust(
      { Federated: `arn:${world.partition}:iam::${world.account}:oidc-provider/token.actions.githubusercontent.com` },
      'sts:AssumeRoleWithWebIdentity',
      {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
        StringLike: { 'token.actions.githubusercontent.com:sub': `repo:${world.word()}/${world.word()}:*` },
      },
    ),
  ],
];

function trust(principal: object, actions: unknown, condition?: object) {
  const { Resource: _, ...statement } = allow(principal, actions, condition);
  return statement;
}
