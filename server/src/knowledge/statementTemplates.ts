import { KEY_USE_ACTIONS } from './keyControl.js';
import type { LocalText } from './localText.js';
import type { StatementTemplate } from './target.js';

/** A statement that people write again and again in key policies, apart from those of log targets. */
export interface CommonStatement {
  readonly id: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly statements: readonly StatementTemplate[];
}

const ROOT = { AWS: 'arn:${Partition}:iam::${Account}:root' };
const role = (name: string) => ({ AWS: `arn:\${Partition}:iam::\${Account}:role/\${${name}}` });

/** Canonical statements of kms-facts Annex C: C1, C3, C4, C8, C9, C17, C22, C23, C5, C6, and a break-glass role. */
export const COMMON_STATEMENTS: readonly CommonStatement[] = [
  {
    id: 'account',
    name: { en: 'Account: let IAM policies give access', ko: '계정: IAM 정책으로 액세스 허용' },
    description: {
      en: 'Lets the account give access to the key by IAM policies. Without it, only principals named in this policy can use or manage the key.',
      ko: '계정이 IAM 정책으로 키에 대한 액세스를 부여할 수 있게 합니다. 이 명령문이 없으면 정책에 지정된 보안 주체만 키를 사용하거나 관리할 수 있습니다.',
    },
    statements: [
      {
        Sid: 'EnableIamPoliciesForOwnerAccount',
        Effect: 'Allow',
        Principal: ROOT,
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  },
  {
    id: 'administrators',
    name: { en: 'Key administrators', ko: '키 관리자' },
    description: {
      en: 'Lets a role manage the key without using it: policy, rotation, tags, aliases, disabling, deletion.',
      ko: '역할이 키를 사용하지 않고 관리할 수 있게 합니다. 정책, 교체, 태그, 별칭, 비활성화, 삭제가 포함됩니다.',
    },
    statements: [
      {
        Sid: 'KeyAdministrators',
        Effect: 'Allow',
        Principal: role('AdminRole'),
        Action: [
          'kms:Create*',
          'kms:Describe*',
          'kms:Enable*',
          'kms:List*',
          'kms:Put*',
          'kms:Update*',
          'kms:Revoke*',
          'kms:Disable*',
          'kms:Get*',
          'kms:Delete*',
          'kms:TagResource',
          'kms:UntagResource',
          'kms:ScheduleKeyDeletion',
          'kms:CancelKeyDeletion',
          'kms:RotateKeyOnDemand',
        ],
        Resource: '*',
      },
    ],
  },
  {
    id: 'users',
    name: { en: 'Key users: encrypt and decrypt', ko: '키 사용자: 암호화 및 복호화' },
    description: {
      en: 'Lets a role encrypt and decrypt with a symmetric key.',
      ko: '역할이 대칭 키로 암호화하고 복호화할 수 있게 합니다.',
    },
    statements: [
      {
        Sid: 'KeyUsersEncryptDecrypt',
        Effect: 'Allow',
        Principal: role('UserRole'),
        Action: KEY_USE_ACTIONS,
        Resource: '*',
      },
    ],
  },
  {
    id: 'signers',
    name: { en: 'Key users: sign and verify', ko: '키 사용자: 서명 및 확인' },
    description: {
      en: 'Lets a role sign and verify with an asymmetric signing key.',
      ko: '역할이 비대칭 서명 키로 서명하고 확인할 수 있게 합니다.',
    },
    statements: [
      {
        Sid: 'KeyUsersSignVerify',
        Effect: 'Allow',
        Principal: role('SignerRole'),
        Action: ['kms:Sign', 'kms:Verify', 'kms:GetPublicKey', 'kms:DescribeKey'],
        Resource: '*',
      },
    ],
  },
  {
    id: 'grants-for-services',
    name: { en: 'Grants for AWS services only', ko: 'AWS 서비스 전용 권한 부여' },
    description: {
      en: 'Lets a role create grants, but only through AWS services that act for it, such as Amazon EBS.',
      ko: '역할이 권한 부여를 생성할 수 있게 하되, Amazon EBS와 같이 역할을 대신하는 AWS 서비스를 통해서만 허용합니다.',
    },
    statements: [
      {
        Sid: 'GrantsForAwsServicesOnly',
        Effect: 'Allow',
        Principal: role('UserRole'),
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ],
  },
  {
    id: 'cross-account',
    name: { en: 'Another account: use only', ko: '다른 계정: 사용만 허용' },
    description: {
      en: 'Lets another account use the key. That account must also allow its principals by an IAM policy that names the ARN of the key.',
      ko: '다른 계정이 키를 사용할 수 있게 합니다. 해당 계정에서도 키의 ARN을 지정한 IAM 정책으로 보안 주체에 권한을 허용해야 합니다.',
    },
    statements: [
      {
        Sid: 'ExternalAccountUse',
        Effect: 'Allow',
        Principal: { AWS: 'arn:${Partition}:iam::${ExternalAccount}:root' },
        Action: KEY_USE_ACTIONS,
        Resource: '*',
      },
    ],
  },
  {
    id: 'service-on-behalf',
    name: { en: 'Everyone of the account, through Amazon S3 only', ko: '계정의 모든 보안 주체, Amazon S3를 통해서만' },
    description: {
      en: 'Lets every principal of the account use the key, but only by requests that Amazon S3 makes for them.',
      ko: '계정의 모든 보안 주체가 키를 사용할 수 있게 하되, Amazon S3가 대신 보내는 요청으로만 허용합니다.',
    },
    statements: [
      {
        Sid: 'AccountThroughS3Only',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: KEY_USE_ACTIONS,
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:CallerAccount': '${Account}', 'kms:ViaService': 's3.${Region}.amazonaws.com' },
        },
      },
    ],
  },
  {
    id: 'break-glass',
    name: { en: 'Break-glass role: repair the key policy', ko: '비상 역할: 키 정책 복구' },
    description: {
      en: 'Keeps one role able to read and replace the key policy and to bring the key back, whatever happens to the others.',
      ko: '다른 보안 주체에 문제가 생기더라도 한 역할이 키 정책을 읽고 바꾸고 키를 되살릴 수 있게 합니다.',
    },
    statements: [
      {
        Sid: 'BreakGlass',
        Effect: 'Allow',
        Principal: role('BreakGlassRole'),
        Action: [
          'kms:DescribeKey',
          'kms:GetKeyPolicy',
          'kms:PutKeyPolicy',
          'kms:EnableKey',
          'kms:CancelKeyDeletion',
          'kms:ListGrants',
          'kms:RevokeGrant',
        ],
        Resource: '*',
      },
    ],
  },
  {
    id: 'deletion-window',
    name: { en: 'Minimum waiting period before deletion', ko: '키 삭제 최소 대기 기간' },
    description: {
      en: 'Denies deletion with a waiting period of less than 21 days.',
      ko: '대기 기간이 21일보다 짧은 키 삭제를 거부합니다.',
    },
    statements: [
      {
        Sid: 'MinimumDeletionWindow',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'kms:ScheduleKeyDeletion',
        Resource: '*',
        Condition: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '21' } },
      },
    ],
  },
  {
    id: 'no-lockout-bypass',
    name: { en: 'No bypass of the lockout check', ko: '정책 잠금 안전 점검 우회 금지' },
    description: {
      en: 'Denies changing the key policy with the lockout safety check switched off.',
      ko: '정책 잠금 안전 점검을 우회하여 키 정책을 변경하는 것을 거부합니다.',
    },
    statements: [
      {
        Sid: 'NoLockoutBypass',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'kms:PutKeyPolicy',
        Resource: '*',
        Condition: { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' } },
      },
    ],
  },
];
