import { describe, expect, it } from 'vitest';
import { arnMatcher, matchesArn, parseArn } from '../../server/src/policy/arn.js';

describe('an ARN', () => {
  it('has six parts, of which the last may hold colons', () => {
    expect(parseArn('arn:aws:logs:us-east-1:111122223333:log-group:app:x')).toEqual({
      partition: 'aws',
      service: 'logs',
      region: 'us-east-1',
      account: '111122223333',
      resource: 'log-group:app:x',
    });
    expect(parseArn('arn:aws:s3:::')).toEqual({
      partition: 'aws',
      service: 's3',
      region: '',
      account: '',
      resource: '',
    });
  });

  it.each(['', 'arn', 'arn:aws', 'arn:aws:s3', 'arn:aws:s3:', 'arn:aws:s3::', 'urn:aws:s3:::x', 'x'])(
    'is not "%s"',
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );
});

describe('matching', () => {
  it.each<[string, string, boolean]>([
    ['*', 'anything', true],
    ['arn:aws:s3:::logs', 'arn:aws:s3:::logs', true],
    ['arn:aws:s3:::logs', 'arn:aws:s3:::other', false],
    ['arn:*:s3:::logs', 'arn:aws-cn:s3:::logs', true],
    ['arn:aws:*:::logs', 'arn:aws:s3:::logs', true],
    ['arn:aws:kms:*:1:key/x', 'arn:aws:kms:eu-west-1:1:key/x', true],
    ['arn:aws:kms:eu-*:?:key/x', 'arn:aws:kms:eu-west-1:1:key/x', true],
    ['arn:aws:kms:us-*:1:key/x', 'arn:aws:kms:eu-west-1:1:key/x', false],
    ['arn:aws:kms:eu-west-1:2:key/x', 'arn:aws:kms:eu-west-1:1:key/x', false],
    ['arn:aws-cn:s3:::logs', 'arn:aws:s3:::logs', false],
    ['arn:aws:sqs:::logs', 'arn:aws:s3:::logs', false],
    ['arn:aws:logs:*:log-group:app', 'arn:aws:logs:us-east-1:1:log-group:app', false],
    ['arn:aws:logs:*:*:log-group:*', 'arn:aws:logs:us-east-1:1:log-group:app:x', true],
    ['arn:aws:s3:::*', 'logs', false],
    ['logs', 'logs', false],
    ['arn:aws:*', 'arn:aws:s3:::logs', false],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect([matchesArn(pattern, text), arnMatcher(pattern)(text)]).toEqual([expected, expected]);
  });
});
