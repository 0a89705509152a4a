import { COMMON_STATEMENTS } from '../../../server/src/knowledge/statementTemplates.js';
import { renderStatement } from '../../../server/src/knowledge/target.js';
import { cloudwatchLogGroup } from '../../../server/src/knowledge/targets/index.js';
import { VIA_SERVICES } from '../../../server/src/knowledge/viaServices.js';
import { allow, aws, SYMMETRIC_USE, type World, type Writer } from './world.js';

const people = (world: World) => aws(Array.from({ length: 1 + world.dice.below(3) }, () => world.person()));

/** What kms-facts 3.c and 19 say of the types of keys: users of one type, with algorithms that the type has. */
const USERS: readonly Writer[] = [
  (world) => [allow(people(world), SYMMETRIC_USE)],
  (world) => [
    allow(people(world), ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'], {
      StringEquals: { 'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT' },
    }),
  ],
  (world) => [
    allow(people(world), ['kms:Sign', 'kms:Verify'], {
      StringEquals: {
        'kms:SigningAlgorithm': world.dice.some(['RSASSA_PSS_SHA_256', 'ECDSA_SHA_384', 'ED25519_SHA_512'], 1),
        'kms:MessageType': world.dice.some(['RAW', 'DIGEST'], 1),
      },
    }),
    allow(people(world), ['kms:DescribeKey', 'kms:GetPublicKey']),
  ],
  (world) => [
    allow(people(world), ['kms:GenerateMac', 'kms:VerifyMac'], {
      StringEquals: { 'kms:MacAlgorithm': world.dice.pick(['HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_512']) },
    }),
    allow(people(world), 'kms:DescribeKey'),
  ],
  (world) => [
    allow(people(world), ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:DescribeKey', 'kms:GetPublicKey']),
  ],
  (world) => [
    allow(people(world), 'kms:DeriveSharedSecret', { StringEquals: { 'kms:KeyAgreementAlgorithm': 'ECDH' } }),
    allow(people(world), ['kms:DescribeKey', 'kms:GetPublicKey']),
  ],
  (world) => [
    allow(people(world), ['kms:GenerateDataKeyPair', 'kms:GenerateDataKeyPairWithoutPlaintext'], {
      StringLike: { 'kms:DataKeyPairSpec': world.dice.pick(['RSA_*', 'ECC_NIST_P*']) },
    }),
  ],
];

/** The console's grants statement, for principals of the account or of another one. */
const grants = (principal: unknown) =>
  allow(principal, ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'], {
    Bool: { 'kms:GrantIsForAWSResource': 'true' },
  });

/** Services that work through grants need the grants statement as well; ElastiCache and DAX need each other's name. */
const PLAIN_VIA = Object.keys(VIA_SERVICES).filter(
  (service) =>
    !['ec2', 'rds', 'autoscaling', 'redshift', 'workspaces', 'workmail', 'elasticache', 'dax'].includes(service),
);

function via({ dice, region }: World): object {
  const services = dice.some(PLAIN_VIA, 1).slice(0, 3);
  return dice.chance(30)
    ? { StringLike: { 'kms:ViaService': services.map((service) => `${service}.*.amazonaws.com`) } }
    : { StringEquals: { 'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`) } };
}

const THROUGH_SERVICES: readonly Writer[] = [
  (world) => [allow(people(world), SYMMETRIC_USE, via(world))],
  (world) => [
    allow(aws('*'), SYMMETRIC_USE, {
      StringEquals: {
        'kms:CallerAccount': world.account,
        'kms:ViaService': `${world.dice.pick(PLAIN_VIA)}.${world.region}.amazonaws.com`,
      },
    }),
  ],
  (world) => {
    const principal = people(world);
    const condition = {
      StringEquals: { 'kms:ViaService': [`ec2.${world.region}.amazonaws.com`, `rds.${world.region}.amazonaws.com`] },
    };
    return [allow(principal, SYMMETRIC_USE, condition), grants(principal)];
  },
];

const CONTEXTS: readonly Writer[] = [
  (world) => {
    const name = world.word();
    return [
      allow(people(world), ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'], {
        StringEquals: { [`kms:EncryptionContext:${name}`]: world.dice.chance(30) ? '${aws:username}' : world.word() },
        ...(world.dice.chance(40) && { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': [name] } }),
      }),
    ];
  },
  (world) => [
    allow(people(world), ['kms:Decrypt', 'kms:GenerateDataKey'], {
      'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': [world.word(), world.word()] },
    }),
  ],
  (world) => [
    allow(aws(world.role()), 'kms:Decrypt', {
      StringLike: {
        'kms:EncryptionContext:aws:cloudtrail:arn': `arn:${world.partition}:cloudtrail:*:${world.account}:trail/*`,
      },
    }),
  ],
  (world) => [
    allow(people(world), ['kms:Decrypt', 'kms:GenerateDataKey'], {
      ArnLike: { 'kms:EncryptionContext:aws:s3:arn': [`arn:${world.partition}:s3:::${world.bucket()}/*`] },
    }),
  ],
  (world) => [
    allow(people(world), 'kms:Decrypt', {
      StringEquals: { 'kms:EncryptionContext:PARAMETER_ARN': world.arn('ssm', `parameter/${world.word()}`) },
    }),
  ],
];

const OTHERS: readonly Writer[] = [
  (world) => {
    const account = world.accountId();
    return [allow(aws(world.dice.chance(50) ? world.root(account) : world.person(account)), SYMMETRIC_USE)];
  },
  (world) => {
    const account = world.accountId();
    const principal = aws(world.dice.chance(50) ? world.root(account) : world.role(account));
    return [allow(principal, SYMMETRIC_USE), grants(principal)];
  },
  (world) => [
    allow(aws('*'), ['kms:Decrypt', 'kms:DescribeKey'], { StringEquals: { 'aws:PrincipalOrgID': world.organization } }),
  ],
  (world) => [
    allow(aws('*'), ['kms:Decrypt', 'kms:DescribeKey'], {
      StringEquals: { 'aws:PrincipalAccount': world.account, 'aws:PrincipalTag/team': world.word() },
    }),
  ],
  (world) => [
    allow(aws(world.root()), ['kms:Decrypt', 'kms:DescribeKey'], {
      ArnLike: { 'aws:PrincipalArn': `arn:${world.partition}:iam::${world.account}:role/${world.word()}-*` },
    }),
  ],
  (world) => [
    allow(people(world), ['kms:Decrypt', 'kms:DescribeKey'], {
      StringLike: { 'kms:RequestAlias': `alias/${world.word()}*` },
    }),
  ],
  (world) => [
    allow(aws(world.role()), 'kms:CreateGrant', {
      'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Decrypt', 'GenerateDataKey', 'DescribeKey'] },
      Null: { 'kms:GrantOperations': 'false' },
      StringEquals: { 'kms:GranteePrincipal': world.role() },
    }),
  ],
];

/** Tasks of administrators, each behind the condition keys that its operation carries (kms-facts 6 and 8). */
const TASKS: readonly Writer[] = [
  (world) => [
    allow(aws(world.role()), 'kms:ReplicateKey', { StringEquals: { 'kms:ReplicaRegion': world.region } }),
    allow(aws(world.role()), 'kms:UpdatePrimaryRegion', {
      StringLike: { 'kms:PrimaryRegion': `${world.region.slice(0, 2)}-*` },
    }),
  ],
  (world) => [
    allow(aws(world.role()), 'kms:GetParametersForImport', {
      StringEquals: { 'kms:WrappingAlgorithm': 'RSAES_OAEP_SHA_256', 'kms:WrappingKeySpec': ['RSA_3072', 'RSA_4096'] },
    }),
    allow(aws(world.role()), 'kms:ImportKeyMaterial', {
      StringEquals: { 'kms:ExpirationModel': 'KEY_MATERIAL_EXPIRES' },
      ...world.dice.pick([
        { NumericLessThanEquals: { 'kms:ValidTo': '1893456000' } },
        { DateLessThan: { 'kms:ValidTo': '2030-01-01T00:00:00Z' } },
      ]),
    }),
  ],
  (world) => [
    allow(aws(world.role()), 'kms:EnableKeyRotation', {
      NumericLessThanEquals: { 'kms:RotationPeriodInDays': 90 + world.dice.below(2_400) },
    }),
  ],
  (world) => [
    allow(aws(world.role()), ['kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion'], {
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
    }),
  ],
  (world) => [
    allow(aws(world.role()), ['kms:TagResource', 'kms:UntagResource', 'kms:ListResourceTags']),
    allow(aws(world.role()), ['kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListGrants', 'kms:ListKeyPolicies']),
  ],
  (world) => [
    allow(aws(world.role()), 'kms:TagResource', {
      StringEquals: { 'aws:RequestTag/team': world.word() },
      'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team', 'cost'] },
    }),
  ],
];

/** The product's own statements for people, completed in the way that its snippets are. */
const COMMON: readonly Writer[] = COMMON_STATEMENTS.map(({ statements }) => (world: World) => {
  const target = { ...cloudwatchLogGroup, templates: { minimal: statements, hardened: statements } };
  return renderStatement(target, 'minimal', world.facts()).statements;
});

/** Everything that people may do with a key. */
export const KEY_PEOPLE: readonly Writer[] = [
  ...USERS,
  ...THROUGH_SERVICES,
  ...CONTEXTS,
  ...OTHERS,
  ...TASKS,
  ...COMMON,
];
