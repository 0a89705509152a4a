import { describe, expect, it } from 'vitest';
import type { PreflightParams } from '../../protocol/src/preflight.js';
import { logGroupPreflight } from '../../server/src/planning/logGroupPreflight.js';
import { serviceReference } from '../support/serviceReference.js';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const GROUP = 'arn:aws:logs:us-east-1:111122223333:log-group:/app/web';
const ROOT = {
  Sid: 'Root',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const logsStatement = (condition: object, more: object = {}) => ({
  Sid: 'Logs',
  Effect: 'Allow',
  Principal: { Service: 'logs.us-east-1.amazonaws.com' },
  Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
  Resource: '*',
  Condition: condition,
  ...more,
});
const forGroup = (arn: string) => ({ ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': arn } });
const params = (more: {
  key?: Partial<PreflightParams['key']>;
  logGroup?: Partial<PreflightParams['logGroup']>;
  statements?: object[];
}): PreflightParams => ({
  key: {
    arn: KEY,
    keyState: 'Enabled',
    keySpec: 'SYMMETRIC_DEFAULT',
    keyUsage: 'ENCRYPT_DECRYPT',
    keyManager: 'CUSTOMER',
    origin: 'AWS_KMS',
    ...more.key,
  },
  logGroup: { name: '/app/web', arn: GROUP, ...more.logGroup },
  keyPolicy: JSON.stringify({
    Version: '2012-10-17',
    Statement: more.statements ?? [ROOT, logsStatement(forGroup(GROUP))],
  }),
});
const report = (more: Parameters<typeof params>[0]) => logGroupPreflight(params(more), serviceReference);
const outcomeOf = (more: Parameters<typeof params>[0], id: string) =>
  report(more).checks.find((check) => check.id === id)?.outcome;

describe('a preflight for a log group', () => {
  it('passes for an enabled symmetric key whose policy admits the group', () => {
    const { checks, canProceed, missingStatement, consequences } = report({});
    expect(checks.every(({ outcome }) => outcome === 'ok')).toBe(true);
    expect(canProceed).toBe(true);
    expect(missingStatement).toBeUndefined();
    expect(consequences.join(' ')).toContain('five minutes');
  });

  it.each([
    ['KEY-STATE', { key: { keyState: 'Disabled' } }, 'error'],
    ['KEY-STATE', { key: { keyState: 'PendingDeletion' } }, 'error'],
    ['KEY-SPEC', { key: { keySpec: 'RSA_2048' } }, 'error'],
    ['KEY-SPEC', { key: { keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' } }, 'error'],
    ['KEY-MANAGER', { key: { keyManager: 'AWS' } }, 'error'],
    ['KEY-REGION', { key: { arn: KEY.replace('us-east-1', 'eu-west-1') } }, 'error'],
    ['KEY-ACCOUNT', { key: { arn: KEY.replace('111122223333', '444455556666') } }, 'warning'],
    ['KEY-ORIGIN', { key: { origin: 'EXTERNAL' } }, 'warning'],
    ['GROUP-SAME-KEY', { logGroup: { kmsKeyArn: KEY } }, 'info'],
    ['GROUP-OTHER-KEY', { logGroup: { kmsKeyArn: KEY.replace('1234abcd', '00000000') } }, 'warning'],
    ['GROUP-CLASS', { logGroup: { logGroupClass: 'DELIVERY' } }, 'info'],
  ])('%s for %j is %s', (id, more, expected) => {
    expect(outcomeOf(more, id)).toBe(expected);
  });

  it.each([
    ['POL-PRINCIPAL', [ROOT], 'error'],
    [
      'POL-REGION',
      [ROOT, logsStatement(forGroup(GROUP), { Principal: { Service: 'logs.eu-west-1.amazonaws.com' } })],
      'error',
    ],
    ['POL-ACTIONS', [ROOT, logsStatement(forGroup(GROUP), { Action: ['kms:Encrypt', 'kms:Decrypt'] })], 'error'],
    ['POL-CONDITION', [ROOT, logsStatement(forGroup(`${GROUP}:*`))], 'error'],
    ['POL-CONDITION', [ROOT, logsStatement(forGroup(GROUP.replace('web', 'api')))], 'error'],
    ['POL-CONDITION', [ROOT, logsStatement({ ArnLike: { 'aws:SourceArn': `${GROUP}:*` } })], 'unknown'],
    ['POL-DENY', [ROOT, logsStatement(forGroup(GROUP)), { ...ROOT, Effect: 'Deny', Principal: '*' }], 'error'],
    [
      'POL-ALLOWED',
      [
        ROOT,
        logsStatement({ ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:us-east-1:111122223333:*' } }),
      ],
      'ok',
    ],
    ['POL-ALLOWED', [ROOT, logsStatement({})], 'ok'],
  ])('%s: %#', (id, statements, expected) => {
    expect(outcomeOf({ statements }, id)).toBe(expected);
    expect(report({ statements }).canProceed).toBe(expected !== 'error');
  });

  it('explains the well-known ":*" mistake', () => {
    const message = report({ statements: [ROOT, logsStatement(forGroup(`${GROUP}:*`))] }).checks.at(-1)?.message;
    expect(message).toContain(`"${GROUP}:*"`);
    expect(message).toContain('without ":*"');
  });

  it('knows the suffix of the China partition', () => {
    const china = (text: string) => text.replace('arn:aws:', 'arn:aws-cn:').replace('us-east-1', 'cn-north-1');
    const statement = logsStatement(forGroup(china(GROUP)), {
      Principal: { Service: 'logs.cn-north-1.amazonaws.com.cn' },
    });
    const more = { key: { arn: china(KEY) }, logGroup: { arn: china(GROUP) }, statements: [ROOT, statement] };
    expect(outcomeOf(more, 'POL-ALLOWED')).toBe('ok');
  });

  it('offers the missing statement, and a policy with it passes', () => {
    const { missingStatement, amendedPolicy } = report({ statements: [ROOT] });
    expect(JSON.parse(missingStatement ?? '')).toMatchObject({
      Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': [GROUP] } },
    });
    const statements = JSON.parse(amendedPolicy ?? '').Statement;
    expect(statements).toHaveLength(2);
    expect(outcomeOf({ statements }, 'POL-ALLOWED')).toBe('ok');
  });

  it('does not take an unreadable policy for a passed check', () => {
    const { keyPolicy, ...rest } = params({});
    expect(keyPolicy).toBeDefined();
    const { checks } = logGroupPreflight({ ...rest, keyPolicyError: 'AccessDeniedException' }, serviceReference);
    const read = checks.find(({ id }) => id === 'POL-READ');
    expect(read).toMatchObject({ outcome: 'warning', message: expect.stringContaining('AccessDeniedException') });
  });

  it('does not choke on a policy or an ARN that is none', () => {
    expect(() => logGroupPreflight({ ...params({}), keyPolicy: 'nonsense' }, serviceReference)).not.toThrow();
    expect(() => report({ logGroup: { arn: 'nonsense' } })).not.toThrow();
  });
});
