/**
 * Condition keys that say what a grant may be, or through whom it is made: with one of them `kms:CreateGrant` is not a
 * right to give the key to anybody. kms-facts section 8.c; check catalogue, row 187.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grant-authorization.html
 */
export const GRANT_CONDITION_KEYS: readonly string[] = [
  'kms:GrantIsForAWSResource',
  'kms:GranteePrincipal',
  'kms:GranteeServicePrincipal',
  'kms:GrantOperations',
  'kms:GrantConstraintType',
  'kms:GrantConstraintSourceArn',
  'kms:EncryptionContextKeys',
  'kms:ViaService',
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:ViaAWSService',
];
