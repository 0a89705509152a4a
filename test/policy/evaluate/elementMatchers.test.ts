import { describe, expect, it } from 'vitest';
import { type RequestResource, resourceMatcher } from '../../../server/src/policy/evaluate/matchResource.js';
import { actionMatcher, matchAction } from '../../../server/src/policy/evaluate/matchText.js';
import { policyFromValue } from '../../../server/src/policy/evaluate/policyFromValue.js';
import { contextOf } from '../../../server/src/policy/evaluate/request.js';
import type { Tri } from '../../../server/src/policy/evaluate/tri.js';
import { ACCOUNT } from '../../support/simulations.js';

describe('an action', () => {
  it.each<[string, string, Tri]>([
    ['kms:Decrypt', 'kms:decrypt', 'yes'],
    ['KMS:DECRYPT', 'kms:decrypt', 'yes'],
    ['kms:De*', 'kms:decrypt', 'yes'],
    ['kms:De*', 'kms:encrypt', 'no'],
    ['kms:Decrypt', 'kms:encrypt', 'no'],
    ['kms:*', 'kms:decrypt', 'yes'],
    ['kms:*', 's3:getobject', 'no'],
    ['*', 's3:getobject', 'yes'],
  ])('%s and %s: %s', (pattern, action, expected) => {
    const policy = policyFromValue({ Statement: { Action: pattern } }) ?? expect.fail('That is no policy.');
    const [value] = policy.statements[0]?.action?.values ?? [];
    expect(value && [actionMatcher(value)(action), matchAction(value, action.toUpperCase())]).toEqual([
      expected,
      expected,
    ]);
  });
});

describe('a resource that is known in parts', () => {
  const nothing: RequestResource = {};
  const key: RequestResource = {
    parts: { partition: 'aws', region: 'us-east-1', account: ACCOUNT, type: 'key/' },
  };

  it.each<[string, RequestResource, Tri]>([
    ['*', nothing, 'yes'],
    ['arn:*:kms:*:*:*', nothing, 'yes'],
    ['arn:aws:kms:*:*:*', nothing, 'unknown'],
    ['arn:*:kms:us-east-1:*:*', nothing, 'unknown'],
    [`arn:*:kms:*:${ACCOUNT}:*`, nothing, 'unknown'],
    ['arn:*:kms:*:*:key/*', nothing, 'unknown'],
    ['arn:*:s3:*:*:*', nothing, 'no'],
    ['key/*', nothing, 'no'],
    ['*', key, 'yes'],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:*`, key, 'yes'],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:key/*`, key, 'yes'],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:key/12*`, key, 'unknown'],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:key/*12`, key, 'unknown'],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:k*`, key, 'unknown'],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:*/12`, key, 'unknown'],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:alias/*`, key, 'no'],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:/12`, key, 'no'],
    [`arn:aws:kms:eu-west-1:${ACCOUNT}:*`, key, 'no'],
    [`arn:aws-cn:kms:us-east-1:${ACCOUNT}:*`, key, 'no'],
    ['arn:aws:kms:us-east-1:444455556666:*', key, 'no'],
  ])('%s and %j: %s', (pattern, resource, expected) => {
    const policy = policyFromValue({ Statement: { Resource: pattern } }) ?? expect.fail('That is no policy.');
    const [value] = policy.statements[0]?.resource?.values ?? [];
    expect(value && resourceMatcher(value, true)(resource, contextOf({}))).toBe(expected);
  });
});
