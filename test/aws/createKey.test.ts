import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fake } from '../support/fakeVscode.js';
import { Flow } from './flows.js';
import { ACCOUNT, logsPolicy, PRINCIPALS, REGION, useTestAws, uuid } from './setup.js';

const aws = useTestAws({
  accounts: [
    {
      id: ACCOUNT,
      principals: PRINCIPALS,
      regions: { [REGION]: { keys: [{ id: uuid(1), aliases: ['alias/taken'], policy: logsPolicy() }] } },
    },
  ],
});
const APP = `arn:aws:iam::${ACCOUNT}:role/App`;
const ADMIN = `arn:aws:iam::${ACCOUNT}:role/Admin`;

let flow: Flow;
beforeEach(() => {
  flow = new Flow(() => aws.local.clock.now());
});
afterEach(() => flow.dispose());

const region = () => aws.local.state.region(ACCOUNT, REGION);
const made = () => {
  const [id = ''] = region()
    .keys.ids()
    .filter((key) => key !== uuid(1));
  return region().keys.get(id);
};
const fail = (): never => {
  throw new Error('no key was made');
};
const calls = () =>
  aws.local.requests.all
    .map(({ operation }) => operation)
    .filter((operation) => !/^(?:Get|List|Describe)/.test(operation));

/** A key for logs: one Region, rotated each year. */
const LOGS = [
  'Encrypt logs',
  'AWS KMS makes it',
  'One Region',
  'Every year',
  'app/new',
  'team=a',
  ['CloudWatch Logs log group', 'CloudTrail trail'],
  ADMIN,
  APP,
  '444455556666',
] as const;

describe('creating a key', () => {
  it('asks, shows the plan, makes the key with policy, tags, alias and rotation, and reads all back', async () => {
    const prompts = await flow.run('createKey', [], ...LOGS, 'Create the Key');
    const detail = prompts.confirmations[0]?.detail ?? '';
    expect(detail).toContain(`Account ${ACCOUNT}, Region ${REGION}, as arn:aws:iam::${ACCOUNT}:user/alice`);
    expect(detail).toContain('• Create the key "app/new"');
    expect(detail).toContain('• Give it the alias "app/new"');
    expect(detail).toContain('• Rotate it every 365 days');
    expect(detail).toContain('kms:CreateKey, kms:TagResource, kms:CreateAlias, kms:EnableKeyRotation');
    expect(detail).toContain('SYMMETRIC_DEFAULT, ENCRYPT_DECRYPT, AWS_KMS, One Region');
    expect(detail).toContain('Services that write with it: CloudWatch Logs log group, CloudTrail trail');
    expect(detail).toContain('Other accounts that may use it: 444455556666');
    expect(detail).toContain('KMS deletes no key at once');
    expect(calls()).toEqual(['CreateKey', 'CreateAlias', 'EnableKeyRotation']);
    const key = made();
    expect(key).toMatchObject({ keySpec: 'SYMMETRIC_DEFAULT', rotation: { isEnabled: true, periodInDays: 365 } });
    expect(key?.tags).toEqual(new Map([['team', 'a']]));
    expect(key?.policy).toContain('logs.us-east-1.amazonaws.com');
    expect(key?.policy).toContain('arn:aws:iam::444455556666:root');
    expect(region().aliases.get('alias/app/new')?.targetKeyId).toBe(key?.id);
    expect(fake.messages.at(-1)).toMatchObject({ level: 'info', buttons: ['Show Report', 'Undo'] });
  });

  it('is undone by removing the alias and scheduling the deletion, which the question says', async () => {
    await flow.run('createKey', [], ...LOGS, 'Create the Key');
    const prompts = await flow.run('undoPlan', ['plan 1']);
    expect(prompts.confirmations[0]?.detail).toContain('Schedule the deletion of the key "app/new" in 7 days');
    expect(made()).toMatchObject({ keyState: 'PendingDeletion' });
    expect(region().aliases.get('alias/app/new')).toBeUndefined();
  });

  it('is undone in another session, too', async () => {
    await flow.run('createKey', [], ...LOGS, 'Create the Key');
    flow.restart();
    await flow.run('undoPlan', ['plan 1']);
    expect(made()).toMatchObject({ keyState: 'PendingDeletion' });
  });

  it('is not undone once the key has become another: its policy was changed, and the mark is gone', async () => {
    await flow.run('createKey', [], ...LOGS, 'Create the Key');
    const key = made();
    region().keys.set(key?.id ?? '', { ...(key ?? fail()), policy: JSON.stringify(logsPolicy()) });
    await flow.run('undoPlan', ['plan 1']);
    expect(made()).toMatchObject({ keyState: 'Enabled' });
    expect(region().aliases.get('alias/app/new')?.targetKeyId).toBe(key?.id);
    expect(fake.messages.at(-1)).toMatchObject({ level: 'error' });
  });

  it('finds the key whose answer was lost, and makes no second one', async () => {
    aws.local.faults.add({ operation: 'CreateKey', kind: 'reset', afterEffect: true });
    await flow.run('createKey', [], ...LOGS, 'Create the Key');
    expect(aws.local.requests.count({ operation: 'CreateKey' })).toBe(1);
    expect(region().keys.ids()).toHaveLength(2);
    expect(region().aliases.get('alias/app/new')?.targetKeyId).toBe(made()?.id);
    expect(fake.messages.at(-1)?.level).toBe('info');
  });

  it('asks again what KMS refused for the sake of its quotas', async () => {
    aws.local.faults.add({ operation: 'CreateKey', kind: 'throttle', times: 2 });
    await flow.run('createKey', [], ...LOGS, 'Create the Key');
    expect(fake.messages.at(-1)?.level).toBe('info');
    expect(region().keys.ids()).toHaveLength(2);
  });

  it('goes back to any question, and asks none that earlier answers make pointless', async () => {
    const prompts = await flow.run(
      'createKey',
      [],
      'Sign and verify',
      'BACK',
      'Message authentication codes (HMAC)',
      'HMAC_384',
      'AWS KMS makes it',
      'One Region',
      'app/mac',
      '',
      '',
      '',
      '',
      'Create the Key',
    );
    expect(prompts.asked.map(({ question }) => question.placeholder)).not.toContain(
      'How often shall KMS rotate the key material?',
    );
    expect(made()).toMatchObject({ keySpec: 'HMAC_384', keyUsage: 'GENERATE_VERIFY_MAC' });
    expect(calls()).toEqual(['CreateKey', 'CreateAlias']);
  });

  it('shows the policy before anything is made, and makes nothing when the user leaves', async () => {
    await flow.run('createKey', [], ...LOGS, 'Show the Key Policy', 'DISMISS');
    expect(fake.opened[0]?.content).toContain('"KeyUsers"');
    expect(calls()).toEqual([]);
  });

  it('leads to where custom key stores are made, and to the import of material', async () => {
    const prompts = await flow.run(
      'createKey',
      [],
      'Encrypt data',
      'It lives in a custom key store',
      'You import it',
      'Multi-Region',
      'app/imported',
      '',
      '',
      APP,
      'Yes, by grants',
      '',
      'Create the Key',
    );
    expect(prompts.told[0]).toContain('create-custom-key-store');
    expect(prompts.told[1]).toContain('import-key-material');
    expect(made()).toMatchObject({ origin: 'EXTERNAL', keyState: 'PendingImport', multiRegion: { type: 'PRIMARY' } });
    expect(made()?.policy).toContain('kms:GrantIsForAWSResource');
    expect(prompts.confirmations[0]?.detail).toContain('iam:CreateServiceLinkedRole');
  });

  it('takes no alias that another key has', async () => {
    await expect(flow.run('createKey', [], ...LOGS.slice(0, 4), 'taken')).resolves.toBeDefined();
    expect(fake.messages.at(-1)?.text).toContain('Another key has the alias "taken".');
    expect(calls()).toEqual([]);
  });
});
