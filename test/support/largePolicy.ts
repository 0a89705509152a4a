/** A key policy of about `bytes` bytes that looks like the ones people write: many roles, few shapes of conditions. */
export function largeKeyPolicy(bytes: number): string {
  const statements: object[] = [
    {
      Sid: 'Root',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  ];
  for (let index = 0; JSON.stringify(statements, undefined, 2).length < bytes - 700; index++) {
    statements.push({
      Sid: `Use${index}`,
      Effect: 'Allow',
      Principal: { AWS: [`arn:aws:iam::111122223333:role/App${index}`, `arn:aws:iam::111122223333:role/Ops${index}`] },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: {
        StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com', 'kms:CallerAccount': '111122223333' },
        ArnLike: { 'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::bucket-${index}/*` },
      },
    });
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
}
