import type { Statement, Writer } from './world.js';

const deny = (actions: unknown, condition: object): Statement => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: actions,
  Resource: '*',
  Condition: condition,
});
const WITH_CONTEXT = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'];
const NOT_A_SERVICE = { Bool: { 'aws:ViaAWSService': 'false', 'aws:PrincipalIsAWSService': 'false' } };

/** Denials that leave administrators, services and the account's own policies their ways (kms-facts 7, 8, 9). */
export const KEY_GUARDS: readonly Writer[] = [
  ({ dice }) => [
    deny('kms:ScheduleKeyDeletion', {
      NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': dice.pick([8 + dice.below(22), '21', '30']) },
    }),
  ],
  () => [deny('kms:PutKeyPolicy', { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' } })],
  () => [
    deny(['kms:ScheduleKeyDeletion', 'kms:DisableKey'], {
      NumericLessThan: { 'kms:TrailingDaysWithoutKeyUsage': '90' },
    }),
  ],
  ({ dice }) => [
    deny(WITH_CONTEXT, {
      StringNotEquals: { 'aws:SourceVpce': `vpce-${dice.text('0123456789abcdef', 17, 17)}` },
      ...NOT_A_SERVICE,
    }),
  ],
  ({ organization }) => [
    deny(WITH_CONTEXT, {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organization },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    }),
  ],
  (world) => [
    deny(['kms:ScheduleKeyDeletion', 'kms:DisableKey'], {
      ArnNotLike: { 'aws:PrincipalArn': [world.role(), world.root()] },
    }),
  ],
  () => [
    deny('kms:CreateGrant', {
      Bool: { 'kms:GrantIsForAWSResource': 'false' },
      'ForAnyValue:StringEquals': { 'kms:GrantOperations': ['CreateGrant'] },
    }),
  ],
];
