import { describe, expect, it } from 'vitest';
import { findOnlyAccount, findOnlyPartition, findOnlyRegion } from '../../server/src/policy/mentions.js';
import { readPolicy } from '../../server/src/policy/readPolicy.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';

function policyOf(...texts: string[]) {
  const { root } = jsonFrontEnd.parse(JSON.stringify({ Statement: texts.map((Sid) => ({ Sid })) }), 'json');
  if (root?.kind !== 'mapping') {
    throw new Error('The text is no mapping.');
  }
  return readPolicy(root);
}

describe('findOnlyAccount', () => {
  it('finds the account that ARNs and bare ids agree on', () => {
    const policy = policyOf(
      '111122223333',
      'arn:aws:iam::111122223333:root',
      'arn:aws-cn:logs:cn-north-1:111122223333:*',
    );
    expect(findOnlyAccount(policy)).toBe('111122223333');
  });

  it('finds none when the policy names two, or none', () => {
    expect(findOnlyAccount(policyOf('111122223333', 'arn:aws:iam::444455556666:root'))).toBeUndefined();
    expect(findOnlyAccount(policyOf('*', 'arn:aws:s3:::b', '11112222333'))).toBeUndefined();
  });
});

describe('findOnlyRegion', () => {
  it('finds the Region that ARNs and service principals agree on', () => {
    const policy = policyOf('logs.us-gov-west-1.amazonaws.com', 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/a');
    expect(findOnlyRegion(policy)).toBe('us-gov-west-1');
  });

  it('finds none when the policy names two, or none', () => {
    expect(findOnlyRegion(policyOf('logs.us-east-1.amazonaws.com', 's3.us-west-2.amazonaws.com'))).toBeUndefined();
    expect(findOnlyRegion(policyOf('cloudtrail.amazonaws.com', 'arn:aws:iam::111122223333:root'))).toBeUndefined();
  });
});

describe('findOnlyPartition', () => {
  it('finds the partition that ARNs agree on', () => {
    expect(findOnlyPartition(policyOf('arn:aws-cn:iam::111122223333:root', 'logs.cn-north-1.amazonaws.com.cn'))).toBe(
      'aws-cn',
    );
  });

  it('finds none when the policy names two, or no ARN', () => {
    expect(findOnlyPartition(policyOf('arn:aws:s3:::b', 'arn:aws-cn:s3:::b'))).toBeUndefined();
    expect(findOnlyPartition(policyOf('111122223333', '*'))).toBeUndefined();
  });
});
