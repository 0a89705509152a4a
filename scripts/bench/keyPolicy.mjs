/**
 * A key policy of about `bytes` bytes that looks like the ones people write: delegation, roles, log services, other
 * accounts, grants.
 * @param {number} bytes
 * @returns {string} indented JSON with a final line break
 */
export function keyPolicy(bytes) {
  const statements = [
    {
      Sid: 'EnableIamPolicies',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  ];
  const print = () => `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)}\n`;
  for (let index = 0; ; index++) {
    const statement = STATEMENTS[index % STATEMENTS.length](index);
    statements.push({ ...statement, Sid: `${statement.Sid}${index}` });
    if (print().length > bytes) {
      statements.pop();
      return print();
    }
  }
}

const use = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];
const role = (name) => `arn:aws:iam::111122223333:role/${name}`;

/** @type {readonly ((index: number) => { Sid: string })[]} */
const STATEMENTS = [
  (index) => ({
    Sid: 'Use',
    Effect: 'Allow',
    Principal: { AWS: [role(`App${index}`), role(`Batch${index}`)] },
    Action: use,
    Resource: '*',
    Condition: {
      StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com', 'kms:CallerAccount': '111122223333' },
    },
  }),
  (index) => ({
    Sid: 'Logs',
    Effect: 'Allow',
    Principal: { Service: 'logs.us-east-1.amazonaws.com' },
    Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    Resource: '*',
    Condition: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:us-east-1:111122223333:log-group:/app/${index}` },
    },
  }),
  (index) => ({
    Sid: 'Grants',
    Effect: 'Allow',
    Principal: { AWS: role(`Service${index}`) },
    Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  }),
  (index) => ({
    Sid: 'Partner',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::444455556666:root' },
    Action: use,
    Resource: '*',
    Condition: { StringEquals: { 'kms:EncryptionContext:Team': `Team${index}`, 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  }),
];
