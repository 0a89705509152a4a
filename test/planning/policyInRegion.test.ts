import { describe, expect, it } from 'vitest';
import { policyInRegion } from '../../server/src/planning/policyInRegion.js';

const move = (text: string) => policyInRegion({ text, from: 'us-east-1', to: 'ap-northeast-2' });

describe('a policy for another Region', () => {
  it.each([
    ['the principal of a regional service', 'logs.us-east-1.amazonaws.com', 'logs.ap-northeast-2.amazonaws.com'],
    ['a service that requests come through', 's3.us-east-1.amazonaws.com', 's3.ap-northeast-2.amazonaws.com'],
    [
      'an ARN',
      'arn:aws:logs:us-east-1:111122223333:log-group:*',
      'arn:aws:logs:ap-northeast-2:111122223333:log-group:*',
    ],
  ])('changes %s', (_name, from, to) => {
    expect(move(`{ "a": "${from}" }`)).toEqual({ text: `{ "a": "${to}" }`, changes: [{ from, to }] });
  });

  it.each([
    'us-east-1',
    'us-east-10',
    'logs.us-east-12.amazonaws.com',
    'arn:aws:iam::111122223333:role/us-east-1:x',
    'arn:aws:logs:*:111122223333:log-group:us-east-1:*',
    'cloudtrail.amazonaws.com',
    'a text with us-east-1. In it',
  ])('leaves %s', (value) => {
    expect(move(`{ "a": "${value}" }`)).toEqual({ text: `{ "a": "${value}" }`, changes: [] });
  });

  it('keeps the way in which it is written, and tells each change once', () => {
    const text = '{\n  "a" : ["logs.us-east-1.amazonaws.com",\n "logs.us-east-1.amazonaws.com"], "b": "\\"" }';
    expect(move(text).text).toBe(text.replaceAll('us-east-1', 'ap-northeast-2'));
    expect(move(text).changes).toHaveLength(1);
  });
});
