import { describe, expect, it } from 'vitest';
import {
  findServicePrincipal,
  findServicePrincipalFault,
  formatServicePrincipal,
  getServicePrincipal,
  isServicePrincipalShaped,
  nearestServicePrincipal,
  SERVICE_PRINCIPALS,
} from '../../server/src/knowledge/servicePrincipals.js';
import {
  findViaServiceFault,
  nearestViaService,
  parseViaService,
  VIA_SERVICES,
} from '../../server/src/knowledge/viaServices.js';

describe('the list of service principals', () => {
  it('is sizeable, without doubles and well formed', () => {
    const ids = SERVICE_PRINCIPALS.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(150);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !isServicePrincipalShaped(`${id}.amazonaws.com`))).toEqual([]);
  });

  it('speaks both languages where it has a note', () => {
    const notes = SERVICE_PRINCIPALS.flatMap(({ note }) => (note === undefined ? [] : [note]));
    expect(notes.length).toBeGreaterThan(3);
    expect(notes.filter(({ en, ko }) => !/[a-z]/.test(en) || !/[가-힣]/.test(ko))).toEqual([]);
  });
});

describe('findServicePrincipal', () => {
  it.each([
    ['logs.us-east-1.amazonaws.com', 'logs', 'us-east-1'],
    ['logs.cn-north-1.amazonaws.com.cn', 'logs', 'cn-north-1'],
    ['delivery.logs.amazonaws.com', 'delivery.logs', undefined],
    ['cloudtrail.amazonaws.com', 'cloudtrail', undefined],
    ['sns.ap-east-1.amazonaws.com', 'sns', 'ap-east-1'],
    ['LOGS.us-east-1.amazonaws.com', 'logs', 'us-east-1'],
  ])('reads %s', (text, id, region) => {
    const found = findServicePrincipal(text);
    expect([found?.principal.id, found?.region]).toEqual([id, region]);
  });

  it.each(['log.us-east-1.amazonaws.com', 'logs', 'logs.us-east-1', 'new.logs.amazonaws.com', 'example.com', ''])(
    'knows nothing of "%s"',
    (text) => {
      expect(findServicePrincipal(text)).toBeUndefined();
    },
  );
});

describe('findServicePrincipalFault', () => {
  it.each([
    ['logs.amazonaws.com', 'key-policy', 'missing-region'],
    ['logs.amazonaws.com', 'trust-policy', undefined],
    ['logs.us-east-1.amazonaws.com', 'key-policy', undefined],
    ['logs.cn-north-1.amazonaws.com', 'key-policy', 'wrong-suffix'],
    ['logs.us-east-1.amazonaws.com.cn', 'key-policy', 'wrong-suffix'],
    ['logs.us-gov-west-1.amazonaws.com', 'key-policy', undefined],
    ['logs.us-iso-east-1.c2s.ic.gov', 'key-policy', undefined],
    ['cloudtrail.us-east-1.amazonaws.com', 'key-policy', 'unexpected-region'],
    ['delivery.logs.us-east-1.amazonaws.com', 'bucket-policy', 'unexpected-region'],
    ['delivery.logs.amazonaws.com.cn', 'bucket-policy', undefined],
    ['sns.ap-east-1.amazonaws.com', 'key-policy', undefined],
    ['nosuch.us-east-1.amazonaws.com', 'key-policy', undefined],
  ] as const)('says of %s in a %s: %s', (text, kind, expected) => {
    expect(findServicePrincipalFault(text, kind)).toBe(expected);
  });
});

describe('formatServicePrincipal', () => {
  const format = (id: string, region: string) => {
    const principal = getServicePrincipal(id);
    return principal === undefined ? undefined : formatServicePrincipal(principal, region);
  };

  it.each([
    ['logs', 'ap-northeast-2', 'logs.ap-northeast-2.amazonaws.com'],
    ['logs', 'cn-northwest-1', 'logs.cn-northwest-1.amazonaws.com.cn'],
    ['logs', 'us-gov-east-1', 'logs.us-gov-east-1.amazonaws.com'],
    ['delivery.logs', 'cn-north-1', 'delivery.logs.amazonaws.com'],
    ['cloudtrail', 'us-east-1', 'cloudtrail.amazonaws.com'],
  ])('writes %s in %s as %s', (id, region, expected) => {
    expect(format(id, region)).toBe(expected);
    expect(findServicePrincipalFault(expected, 'key-policy')).toBeUndefined();
  });
});

describe('nearestServicePrincipal', () => {
  it.each([
    ['log.eu-west-1.amazonaws.com', 'logs.eu-west-1.amazonaws.com'],
    ['cloudtrial.amazonaws.com', 'cloudtrail.amazonaws.com'],
    ['lambda', 'lambda.amazonaws.com'],
    ['logs.us-east-1', 'logs.us-east-1.amazonaws.com'],
  ])('offers for "%s" the principal "%s"', (text, expected) => {
    expect(nearestServicePrincipal(text)).toBe(expected);
  });

  it('offers nothing for a right name or a strange one', () => {
    expect(nearestServicePrincipal('logs.us-east-1.amazonaws.com')).toBeUndefined();
    expect(nearestServicePrincipal('qqqqqqqq.amazonaws.com')).toBeUndefined();
  });
});

describe('kms:ViaService', () => {
  it('is taken apart', () => {
    expect(parseViaService('logs.us-east-1.amazonaws.com')).toEqual({
      prefix: 'logs',
      region: 'us-east-1',
      service: 'Amazon CloudWatch Logs',
    });
    expect(parseViaService('newservice.us-east-1.amazonaws.com')?.service).toBeUndefined();
    expect(parseViaService('constructor.us-east-1.amazonaws.com')?.service).toBeUndefined();
    expect(parseViaService('s3.amazonaws.com')).toBeUndefined();
    expect(Object.keys(VIA_SERVICES).length).toBeGreaterThan(80);
  });

  it.each([
    ['s3.us-east-1.amazonaws.com', undefined],
    ['s3.*.amazonaws.com', undefined],
    ['s3.*', undefined],
    ['s3.amazonaws.com', 'missing-region'],
    ['s3.cn-north-1.amazonaws.com.cn', 'china-suffix'],
    ['https://s3.us-east-1.amazonaws.com', 'scheme'],
    ['s3.eu-wset.amazonaws.com', 'unknown-region'],
    ['s3', 'malformed'],
  ])('finds of "%s": %s', (text, expected) => {
    expect(findViaServiceFault(text)).toBe(expected);
  });

  it('offers the prefix that was meant', () => {
    expect(nearestViaService('dynamdb')).toBe('dynamodb');
  });
});
