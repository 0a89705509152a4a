import { type ConditionKeyNote, note } from './note.js';

/** Notes on the condition keys of KMS; the facts stand in kms-facts sections 8 to 11. */
export const KMS_NOTES: readonly ConditionKeyNote[] = [
  note(
    'kms:BypassPolicyLockoutSafetyCheck',
    'Whether the request skips the check that the caller can still change the key policy afterwards. Deny `true` to keep keys manageable. Works in key policies for PutKeyPolicy, and in IAM policies also for CreateKey.',
    '요청이 정책 잠금 안전 점검, 즉 호출자가 나중에도 키 정책을 변경할 수 있는지 확인하는 점검을 건너뛰는지를 나타냅니다. `true`를 거부하면 키를 관리할 수 없게 되는 일을 막을 수 있습니다. 키 정책에서는 PutKeyPolicy에, IAM 정책에서는 CreateKey에도 적용됩니다.',
    { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' } },
  ),
  note(
    'kms:CallerAccount',
    'Account of the caller, 12 digits. Together with `"AWS": "*"` it means everyone of that account; combine it with `kms:ViaService` to allow one service only.',
    '호출자의 계정(12자리 숫자)입니다. `"AWS": "*"`와 함께 쓰면 해당 계정의 모든 보안 주체를 뜻하며, `kms:ViaService`와 결합하면 한 서비스를 통한 사용만 허용할 수 있습니다.',
    { StringEquals: { 'kms:CallerAccount': '111122223333' } },
  ),
  note(
    'kms:CustomerMasterKeySpec',
    'Former name of `kms:KeySpec`. It still works; write the new name.',
    '`kms:KeySpec`의 이전 이름입니다. 계속 작동하지만 새 이름을 사용합니다.',
    { StringEquals: { 'kms:CustomerMasterKeySpec': 'SYMMETRIC_DEFAULT' } },
  ),
  note(
    'kms:CustomerMasterKeyUsage',
    'Former name of `kms:KeyUsage`. It still works; write the new name.',
    '`kms:KeyUsage`의 이전 이름입니다. 계속 작동하지만 새 이름을 사용합니다.',
    { StringEquals: { 'kms:CustomerMasterKeyUsage': 'ENCRYPT_DECRYPT' } },
  ),
  note(
    'kms:DataKeyPairSpec',
    'Kind of data key pair that the request asks for. Only in GenerateDataKeyPair and GenerateDataKeyPairWithoutPlaintext.',
    '요청한 데이터 키 페어의 종류입니다. GenerateDataKeyPair와 GenerateDataKeyPairWithoutPlaintext에만 있습니다.',
    { StringEquals: { 'kms:DataKeyPairSpec': ['ECC_NIST_P256', 'ECC_NIST_P384'] } },
  ),
  note(
    'kms:EncryptionAlgorithm',
    'Algorithm of the request, also when it is the default. Data-key operations always have `SYMMETRIC_DEFAULT`. Says nothing about use of a public key outside KMS.',
    '요청의 알고리즘이며 기본값이 적용될 때도 평가됩니다. 데이터 키 작업에서는 항상 `SYMMETRIC_DEFAULT`입니다. KMS 외부에서 퍼블릭 키를 사용하는 경우에는 효과가 없습니다.',
    { StringEquals: { 'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256' } },
  ),
  note(
    'kms:EncryptionContext:${EncryptionContextKey}',
    'Value of one pair of the encryption context; further pairs are allowed. Only symmetric encryption keys have a context, and requests such as DescribeKey never do: give those permissions in a statement of their own. Do not use `ForAllValues:` here, KMS refuses it.',
    '암호화 컨텍스트 페어 하나의 값이며 다른 페어가 더 있어도 됩니다. 암호화 컨텍스트는 대칭 암호화 키에만 있고 DescribeKey와 같은 요청에는 없으므로, 그런 권한은 별도의 명령문으로 부여합니다. 여기에 `ForAllValues:`를 사용하면 KMS가 거부합니다.',
    {
      ArnEquals: {
        'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:us-east-1:111122223333:log-group:/app/web',
      },
    },
  ),
  note(
    'kms:EncryptionContextKeys',
    'Names of all pairs of the encryption context. `ForAllValues:` forbids other names but also passes requests without any context: add `Null` with `"false"` to demand one.',
    '암호화 컨텍스트에 있는 모든 페어의 이름입니다. `ForAllValues:`는 다른 이름을 금지하지만 컨텍스트가 없는 요청도 통과시키므로, 컨텍스트를 필수로 하려면 `Null`을 `"false"`로 추가합니다.',
    {
      'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['AppName', 'Stage'] },
      Null: { 'kms:EncryptionContextKeys': 'false' },
    },
  ),
  note(
    'kms:ExpirationModel',
    'Whether imported key material expires. `KEY_MATERIAL_EXPIRES` is the default of ImportKeyMaterial.',
    '가져온 키 구성 요소가 만료되는지를 나타냅니다. ImportKeyMaterial의 기본값은 `KEY_MATERIAL_EXPIRES`입니다.',
    { StringEquals: { 'kms:ExpirationModel': 'KEY_MATERIAL_EXPIRES' } },
  ),
  note(
    'kms:GrantConstraintSourceArn',
    'ARN of the source constraint in a CreateGrant request.',
    'CreateGrant 요청에 있는 소스 제약 조건의 ARN입니다.',
    { ArnLike: { 'kms:GrantConstraintSourceArn': 'arn:aws:s3:::amzn-s3-demo-bucket' } },
  ),
  note(
    'kms:GrantConstraintType',
    'Kind of constraint in a CreateGrant request. Demanding one keeps a delegate from handing out grants without limits.',
    'CreateGrant 요청에 있는 권한 부여 제약 조건의 종류입니다. 이를 요구하면 위임받은 보안 주체가 제한 없는 권한 부여를 만들 수 없습니다.',
    { StringEquals: { 'kms:GrantConstraintType': 'EncryptionContextEquals' } },
  ),
  note(
    'kms:GrantIsForAWSResource',
    'True when an AWS service asks on behalf of the caller. With it a user cannot call CreateGrant, ListGrants or RevokeGrant directly.',
    'AWS 서비스가 호출자를 대신해 요청할 때 참입니다. 이 조건이 있으면 사용자가 CreateGrant, ListGrants, RevokeGrant를 직접 호출할 수 없습니다.',
    { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  ),
  note(
    'kms:GrantOperations',
    'Operations that the grant in a CreateGrant request would allow, without the prefix `kms:`. `ForAllValues:` limits them; `ForAnyValue:` only demands that one is among them.',
    'CreateGrant 요청의 권한 부여가 허용할 작업이며 `kms:` 접두사 없이 씁니다. `ForAllValues:`는 작업을 제한하고, `ForAnyValue:`는 그중 하나가 포함되어 있기만을 요구합니다.',
    { 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Encrypt', 'ReEncryptTo', 'DescribeKey'] } },
  ),
  note(
    'kms:GranteePrincipal',
    'ARN of the principal that would receive the grant.',
    '권한 부여를 받을 피부여자 보안 주체의 ARN입니다.',
    { StringEquals: { 'kms:GranteePrincipal': 'arn:aws:iam::111122223333:role/Worker' } },
  ),
  note(
    'kms:GranteeServicePrincipal',
    'Service principal that would receive the grant.',
    '권한 부여를 받을 서비스 보안 주체입니다.',
    { StringEquals: { 'kms:GranteeServicePrincipal': 'rds.amazonaws.com' } },
  ),
  note(
    'kms:KeyAgreementAlgorithm',
    'Algorithm of DeriveSharedSecret. `ECDH` is the only value.',
    'DeriveSharedSecret의 알고리즘입니다. 값은 `ECDH`뿐입니다.',
    { StringEquals: { 'kms:KeyAgreementAlgorithm': 'ECDH' } },
  ),
  note(
    'kms:KeyOrigin',
    'Where the key material comes from. In IAM policies it also limits which keys may be created.',
    '키 구성 요소 오리진입니다. IAM 정책에서는 생성할 수 있는 키도 제한합니다.',
    { StringEquals: { 'kms:KeyOrigin': 'AWS_KMS' } },
  ),
  note(
    'kms:KeySpec',
    'Key spec of the KMS key. CreateKey without a spec counts as `SYMMETRIC_DEFAULT`. AWS services that encrypt data need exactly that one.',
    'KMS 키의 키 사양입니다. 사양을 지정하지 않은 CreateKey는 `SYMMETRIC_DEFAULT`로 평가됩니다. 데이터를 암호화하는 AWS 서비스에는 이 사양이 필요합니다.',
    { StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } },
  ),
  note(
    'kms:KeyUsage',
    'Key usage of the KMS key. In IAM policies it also limits which keys may be created.',
    'KMS 키의 키 사용입니다. IAM 정책에서는 생성할 수 있는 키도 제한합니다.',
    { StringEquals: { 'kms:KeyUsage': 'ENCRYPT_DECRYPT' } },
  ),
  note(
    'kms:MacAlgorithm',
    'Algorithm of GenerateMac and VerifyMac. Of several values listed one is enough.',
    'GenerateMac과 VerifyMac의 알고리즘입니다. 값을 여러 개 나열하면 그중 하나만 일치해도 됩니다.',
    { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } },
  ),
  note(
    'kms:MessageType',
    'Whether Sign or Verify receives the message itself (`RAW`), its digest (`DIGEST`), or an externally computed representative (`EXTERNAL_MU`).',
    'Sign 또는 Verify에 메시지 자체(`RAW`), 다이제스트(`DIGEST`), 외부에서 계산한 대푯값(`EXTERNAL_MU`) 중 무엇을 전달하는지를 나타냅니다.',
    { StringEquals: { 'kms:MessageType': 'DIGEST' } },
  ),
  note(
    'kms:MultiRegion',
    'Whether the key is a multi-Region key. Every key has the property, so `false` matches single-Region keys.',
    '키가 다중 리전 키인지를 나타냅니다. 모든 키에 이 속성이 있으므로 `false`는 단일 리전 키와 일치합니다.',
    { Bool: { 'kms:MultiRegion': 'false' } },
  ),
  note(
    'kms:MultiRegionKeyType',
    '`PRIMARY` or `REPLICA`. Absent for single-Region keys.',
    '`PRIMARY` 또는 `REPLICA`입니다. 단일 리전 키에는 없습니다.',
    { StringEquals: { 'kms:MultiRegionKeyType': 'PRIMARY' } },
  ),
  note(
    'kms:PrimaryRegion',
    'Region to which UpdatePrimaryRegion would move the primary key.',
    'UpdatePrimaryRegion으로 기본 키를 옮길 리전입니다.',
    { StringEquals: { 'kms:PrimaryRegion': ['us-east-1', 'ap-northeast-2'] } },
  ),
  note(
    'kms:ReEncryptOnSameKey',
    'True when ReEncrypt uses one key as source and destination.',
    'ReEncrypt가 소스와 대상에 같은 키를 사용할 때 참입니다.',
    { Bool: { 'kms:ReEncryptOnSameKey': 'true' } },
  ),
  note(
    'kms:RecipientAttestation:ImageSha384',
    'Digest of the enclave image in the attestation document. Compare without regard to case.',
    '증명 문서에 있는 엔클레이브 이미지의 다이제스트입니다. 대소문자를 구분하지 않고 비교합니다.',
    {
      StringEqualsIgnoreCase: {
        'kms:RecipientAttestation:ImageSha384':
          '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
      },
    },
  ),
  note(
    'kms:RecipientAttestation:NitroTPMPCR${Number}',
    'Platform configuration register (0 to 23) of a NitroTPM attestation document, in lower-case hexadecimal.',
    'NitroTPM 증명 문서의 플랫폼 구성 레지스터(0~23) 값이며 소문자 16진수로 씁니다.',
    {
      StringEqualsIgnoreCase: {
        'kms:RecipientAttestation:NitroTPMPCR4':
          '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
      },
    },
  ),
  note(
    'kms:RecipientAttestation:PCR${Number}',
    'Platform configuration register (0 to 31) of a Nitro enclave attestation document, in lower-case hexadecimal. An enclave in debug mode has zeros.',
    'Nitro 엔클레이브 증명 문서의 플랫폼 구성 레지스터(0~31) 값이며 소문자 16진수로 씁니다. 디버그 모드의 엔클레이브에서는 0으로 채워집니다.',
    {
      StringEqualsIgnoreCase: {
        'kms:RecipientAttestation:PCR0':
          '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
      },
    },
  ),
  note(
    'kms:ReplicaRegion',
    'Region in which ReplicateKey would create a replica. Does not govern UpdatePrimaryRegion.',
    'ReplicateKey가 복제본 키를 생성할 리전입니다. UpdatePrimaryRegion에는 적용되지 않습니다.',
    { StringEquals: { 'kms:ReplicaRegion': ['us-west-2', 'eu-west-1'] } },
  ),
  note(
    'kms:RequestAlias',
    'Alias by which the request names the key, as `alias/name` and never as an ARN. Absent when the request uses the key id or key ARN.',
    '요청에서 키를 지정할 때 사용한 별칭입니다. ARN이 아니라 `alias/name` 형식으로 씁니다. 요청이 키 ID나 키 ARN을 사용하면 이 키는 없습니다.',
    { StringLike: { 'kms:RequestAlias': 'alias/app-*' } },
  ),
  note(
    'kms:ResourceAliases',
    'All aliases of the key, whether the request mentions them or not. Only in IAM policies: KMS refuses a key policy that uses it.',
    '요청에서 언급했는지와 관계없이 키에 연결된 모든 별칭입니다. IAM 정책에서만 사용할 수 있으며, 키 정책에 사용하면 KMS가 거부합니다.',
    { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/finance-*' } },
  ),
  note(
    'kms:RetiringPrincipal',
    'ARN of the principal that could retire the grant.',
    '권한 부여를 사용 중지할 수 있는 보안 주체의 ARN입니다.',
    { StringEquals: { 'kms:RetiringPrincipal': 'arn:aws:iam::111122223333:role/Issuer' } },
  ),
  note(
    'kms:RetiringServicePrincipal',
    'Service principal that could retire the grant.',
    '권한 부여를 사용 중지할 수 있는 서비스 보안 주체입니다.',
    { StringEquals: { 'kms:RetiringServicePrincipal': 'rds.amazonaws.com' } },
  ),
  note(
    'kms:RotationPeriodInDays',
    'Days between automatic rotations in an EnableKeyRotation request: 90 to 2560, 365 when left out.',
    'EnableKeyRotation 요청에서 지정한 자동 키 교체 주기(일)입니다. 90~2560이며 생략하면 365입니다.',
    { NumericLessThanEquals: { 'kms:RotationPeriodInDays': '365' } },
  ),
  note(
    'kms:ScheduleKeyDeletionPendingWindowInDays',
    'Waiting period of a ScheduleKeyDeletion request: 7 to 30 days, 30 when left out. Deny small numbers to set a minimum.',
    'ScheduleKeyDeletion 요청의 대기 기간입니다. 7~30일이며 생략하면 30일입니다. 작은 값을 거부하면 최소 대기 기간을 둘 수 있습니다.',
    { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '21' } },
  ),
  note('kms:SigningAlgorithm', 'Algorithm of Sign and Verify.', 'Sign과 Verify의 알고리즘입니다.', {
    StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' },
  }),
  note(
    'kms:TrailingDaysWithoutKeyUsage',
    'Days since the key was last used. Deny small numbers to protect keys in use from deletion and disabling.',
    '키를 마지막으로 사용한 뒤 지난 일수입니다. 작은 값을 거부하면 사용 중인 키가 삭제되거나 비활성화되지 않도록 보호할 수 있습니다.',
    { NumericLessThan: { 'kms:TrailingDaysWithoutKeyUsage': '90' } },
  ),
  note(
    'kms:ValidTo',
    'Time at which imported key material expires. Date operators take ISO 8601, Numeric operators Unix seconds.',
    '가져온 키 구성 요소가 만료되는 시각입니다. Date 연산자에는 ISO 8601을, Numeric 연산자에는 Unix 초를 사용합니다.',
    { DateLessThan: { 'kms:ValidTo': '2027-12-31T23:59:59Z' } },
  ),
  note(
    'kms:ViaService',
    'The service that asks on behalf of the caller, as `service.region.amazonaws.com` in every partition, China included. A call that a service makes under its own principal has no such value: use `aws:SourceArn` there.',
    '호출자를 대신해 요청하는 서비스이며, 중국을 포함한 모든 파티션에서 `service.region.amazonaws.com` 형식입니다. 서비스가 자신의 서비스 보안 주체로 호출할 때는 이 값이 없으므로 `aws:SourceArn`을 사용합니다.',
    { StringEquals: { 'kms:ViaService': 'logs.us-east-1.amazonaws.com' } },
  ),
  note(
    'kms:WrappingAlgorithm',
    'Algorithm that GetParametersForImport is asked for.',
    'GetParametersForImport에서 요청한 래핑 알고리즘입니다.',
    { StringEquals: { 'kms:WrappingAlgorithm': 'RSAES_OAEP_SHA_256' } },
  ),
  note(
    'kms:WrappingKeySpec',
    'Key spec of the wrapping key that GetParametersForImport is asked for.',
    'GetParametersForImport에서 요청한 래핑 키의 사양입니다.',
    { StringEquals: { 'kms:WrappingKeySpec': 'RSA_4096' } },
  ),
];
