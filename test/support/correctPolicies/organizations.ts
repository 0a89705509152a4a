import type { Writer } from './world.js';

/** Service control policies: guardrails without principals. */
export const GUARDRAILS: readonly Writer[] = [
  () => [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  (world) => [
    {
      Effect: 'Deny',
      Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:${world.partition}:iam::*:role/${world.word()}` } },
    },
  ],
  (world) => [
    {
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:*', 'sts:*', 'support:*', 'route53:*'],
      Resource: '*',
      Condition: {
        StringNotEquals: { 'aws:RequestedRegion': [world.region] },
        ArnNotLike: { 'aws:PrincipalArn': [`arn:${world.partition}:iam::*:role/${world.word()}`] },
      },
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
  () => [
    {
      Effect: 'Deny',
      Action: 'kms:PutKeyPolicy',
      Resource: '*',
      Condition: { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' } },
    },
  ],
  () => [{ Effect: 'Deny', Action: ['logs:DeleteLogGroup', 'logs:DisassociateKmsKey'], Resource: '*' }],
];

/** Resource control policies: they deny, to everyone, what the organization never means. */
export const RESOURCE_GUARDRAILS: readonly Writer[] = [
  (world) => [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: ['kms:*', 's3:*', 'sqs:*'],
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': world.organization },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
  ],
  (world) => [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: world.dice.some(['kms:*', 's3:*', 'sqs:*', 'secretsmanager:*'], 2),
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:SourceOrgID': world.organization },
        Null: { 'aws:SourceAccount': 'false' },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
      },
    },
  ],
  () => [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: ['s3:*', 'sqs:*'],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
    },
  ],
];
