import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json, Setting, SettingKind } from '../../client/src/aws/ports.js';
import { canonicalPolicy } from '../../client/src/platform/policies/canonicalPolicy.js';
import { ACCOUNT, arnOf, failureOf, logsPolicy, PRINCIPALS, REGION, useTestAws, uuid } from './setup.js';

const ARN = arnOf(1);
const GROUP = '/app/web';
const aws = useTestAws({
  accounts: [
    {
      id: ACCOUNT,
      principals: PRINCIPALS,
      regions: {
        [REGION]: {
          keys: [
            { id: uuid(1), aliases: ['alias/app'], policy: logsPolicy(), tags: { team: 'a', stage: 'dev' } },
            { id: uuid(2), policy: logsPolicy() },
          ],
          logGroups: [{ name: GROUP }, { name: '/app/web-2' }],
        },
      },
    },
  ],
});

async function settingOf(kind: SettingKind, resource = ARN, isReadOnly = false): Promise<Setting> {
  const session = await aws.connect({ isReadOnly: () => isReadOnly });
  const setting = session.findSetting({ kind, account: ACCOUNT, region: REGION, resource });
  if (setting === undefined) {
    throw new Error(`${kind} is not found`);
  }
  return setting;
}

/** What each kind of setting may become, in an order in which KMS takes them. */
const CHANGES: readonly { readonly kind: SettingKind; readonly resource: string; readonly values: readonly Json[] }[] =
  [
    { kind: 'kms.keyPolicy', resource: ARN, values: [JSON.stringify({ ...logsPolicy(), Id: 'changed' })] },
    { kind: 'kms.description', resource: ARN, values: ['Logs of the application', ''] },
    { kind: 'kms.enabled', resource: ARN, values: [false, true] },
    { kind: 'kms.rotation', resource: ARN, values: [{ periodInDays: 180 }, null] },
    { kind: 'kms.tags', resource: ARN, values: [{ team: 'b', owner: 'ops' }, {}] },
    { kind: 'kms.alias', resource: 'alias/app', values: [arnOf(2), null, ARN] },
    { kind: 'kms.onDemandRotations', resource: ARN, values: [1, 2] },
    { kind: 'kms.deletion', resource: ARN, values: [{ windowInDays: 30 }, null] },
    {
      kind: 'kms.grant',
      resource: `${ARN}#app`,
      values: [
        {
          grantee: `arn:aws:iam::${ACCOUNT}:role/App`,
          operations: ['Encrypt', 'Decrypt'],
          contextSubset: { stage: 'dev' },
        },
        null,
      ],
    },
    {
      kind: 'kms.grantToRetire',
      resource: `${ARN}#done`,
      values: [
        {
          grantee: `arn:aws:iam::${ACCOUNT}:role/App`,
          operations: ['Decrypt'],
          retiring: `arn:aws:iam::${ACCOUNT}:user/alice`,
          contextEquals: { stage: 'dev' },
        },
        null,
      ],
    },
    { kind: 'logs.groupKey', resource: GROUP, values: [ARN, null] },
    { kind: 'logs.retention', resource: GROUP, values: [30, null] },
  ];

describe('a setting', () => {
  it.each(CHANGES)('$kind is written, and read back as it was written', async ({ kind, resource, values }) => {
    const setting = await settingOf(kind, resource);
    for (const value of values) {
      await setting.write(value);
      expect(setting.isSame(await setting.read(), value), JSON.stringify(value)).toBe(true);
    }
  });

  it.each(CHANGES)('$kind is never written by a session that only reads', async ({ kind, resource, values }) => {
    const setting = await settingOf(kind, resource, true);
    const before = await setting.read();
    expect(await failureOf(setting.write(values[0] ?? null))).toMatchObject({ kind: 'readOnly' });
    expect(await setting.read()).toEqual(before);
  });

  it('of another account or Region is not found', async () => {
    const session = await aws.connect();
    const ref = { kind: 'kms.keyPolicy', account: ACCOUNT, region: REGION, resource: ARN } as const;
    expect(session.findSetting({ ...ref, account: '444455556666' })).toBeUndefined();
    expect(session.findSetting({ ...ref, region: 'eu-west-1' })).toBeUndefined();
  });

  it('of a log group is that of exactly this name', async () => {
    const setting = await settingOf('logs.groupKey', '/app/we');
    expect(await failureOf(setting.read())).toMatchObject({ kind: 'notFound' });
  });

  it('names a value that is none of its kind', async () => {
    const setting = await settingOf('kms.rotation');
    expect((await failureOf(setting.write('soon'))).message).toContain('"soon" is no value of kms.rotation');
  });
});

describe('the canonical form of a policy', () => {
  const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const base = {
    Sid: 'a',
    Effect: 'Allow',
    Principal: { AWS: ['111122223333', 'arn:aws:iam::444455556666:role/App'] },
    Action: ['kms:Encrypt', 'kms:Decrypt'],
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': true } },
  };

  it('is the same for all spellings that AWS takes for the same', () => {
    const other = {
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      Resource: ['*'],
      Action: ['kms:Decrypt', 'kms:Encrypt'],
      Principal: { AWS: ['arn:aws:iam::444455556666:role/App', 'arn:aws:iam::111122223333:root'] },
      Effect: 'Allow',
      Sid: 'a',
    };
    expect(canonicalPolicy(policy(other))).toBe(canonicalPolicy(policy(base)));
    expect(canonicalPolicy(JSON.stringify({ Version: '2012-10-17', Statement: other }, undefined, 4))).toBe(
      canonicalPolicy(policy(base)),
    );
  });

  it('tells apart what is not the same', () => {
    for (const change of [{ Sid: 'b' }, { Effect: 'Deny' }, { Action: 'kms:Encrypt' }, { Condition: {} }]) {
      expect(canonicalPolicy(policy({ ...base, ...change }))).not.toBe(canonicalPolicy(policy(base)));
    }
  });

  it('is the text itself where there is no policy', () => {
    expect(canonicalPolicy('{ half')).toBe('{ half');
  });
});

describe('the sources of the AWS adapters', () => {
  const directory = 'client/src/aws';
  const sources = (readdirSync(directory, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(path.join(directory, file), 'utf8') }));
  const sends = sources.flatMap(({ text }) => [...text.matchAll(/\b(?:this\.)?(send\w*)\(\s*'(\w+):(\w+)'/g)]);

  it('send what changes something by one function only, which keeps sessions that only read from it', () => {
    const isRead = (operation: string) => /^(?:Get|List|Describe|Start|Filter|Lookup|Select|Search)/.test(operation);
    const wrong = sends.filter(([, name, , operation = '']) => (name === 'sendWrite') === isRead(operation));
    expect(wrong.map(([text]) => text)).toEqual([]);
    expect(sends.length).toBeGreaterThan(20);
  });

  it('make no request beside these functions', () => {
    for (const { file, text } of sources) {
      const requests = text.match(/\.send\(/g)?.length ?? 0;
      const through = text.match(/\bsend\w*\(\s*'\w+:\w+'/g)?.length ?? 0;
      expect(requests, file).toBeLessThanOrEqual(through);
    }
  });
});
