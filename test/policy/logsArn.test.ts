import { describe, expect, it } from 'vitest';
import { logsResourcesOf, mayStartWith, parseLogsArn } from '../../server/src/policy/logsArn.js';

const ARN = 'arn:aws:logs:us-east-1:111122223333:';

describe('logsResourcesOf', () => {
  it.each([
    ['log-group:/app', ['log-group']],
    ['log-group:*', ['log-group']],
    ['l*', ['log-group', 'lookup-table']],
    ['*', ['log-group', 'query-result', 'anomaly-detector', 'lookup-table']],
    ['query-result:*', ['query-result']],
    ['delivery-source:web', []],
    ['log-group', []],
  ])('reads %s', (resource, expected) => {
    const arn = parseLogsArn(`${ARN}${resource}`);
    expect(arn && logsResourcesOf(arn)).toEqual(expected);
  });

  it('leaves ARNs of other services alone', () => {
    expect(parseLogsArn('arn:aws:s3:::bucket')).toBeUndefined();
    expect(parseLogsArn('log-group:/app')).toBeUndefined();
  });
});

describe('mayStartWith', () => {
  it('lets a wildcard become anything', () => {
    expect(mayStartWith('trail/*', 'trail/')).toBe(true);
    expect(mayStartWith('tr?il', 'trail/')).toBe(true);
    expect(mayStartWith('*', 'trail/')).toBe(true);
  });

  it('compares what stands before the first wildcard', () => {
    expect(mayStartWith('trail', 'trail/')).toBe(false);
    expect(mayStartWith('event*', 'trail/')).toBe(false);
  });
});
