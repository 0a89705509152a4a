import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fake, Uri } from '../support/fakeVscode.js';
import { Flow } from './flows.js';
import { ACCOUNT, arnOf, logsPolicy, PRINCIPALS, REGION, useTestAws, uuid } from './setup.js';

const SEOUL = 'ap-northeast-2';
const aws = useTestAws({
  accounts: [
    {
      id: ACCOUNT,
      principals: PRINCIPALS,
      regions: {
        [REGION]: {
          keys: [
            { id: uuid(1), aliases: ['alias/app'], policy: logsPolicy() },
            { id: uuid(2), aliases: ['alias/other'], policy: logsPolicy() },
          ],
        },
        [SEOUL]: { keys: [{ id: uuid(3), aliases: ['alias/seoul'], policy: logsPolicy(SEOUL) }] },
      },
    },
  ],
});

let flow: Flow;
let text: string;
const uri = Uri.file('/work/key.json');
/** A document whose text a test changes as a person would. */
const document = { uri, languageId: 'json', lineCount: 30, getText: () => text };
const pretty = (policy: object) => JSON.stringify(policy, undefined, 4);
const reader = {
  Sid: 'Reader',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/Reader` },
  Action: 'kms:Decrypt',
  Resource: '*',
};
/** The policy with one more statement. */
function withReader(region = REGION, sid = 'Reader'): { Statement: object[] } {
  const policy = logsPolicy(region) as { Statement: object[] };
  return { ...policy, Statement: [...policy.Statement, { ...reader, Sid: sid }] };
}
const live = (number: number, region = REGION) => aws.local.state.key(arnOf(number, region))?.policy ?? '';
function putBehind(number: number, policy: object): void {
  const { keys } = aws.local.state.region(ACCOUNT, REGION);
  const key = keys.get(uuid(number));
  if (key !== undefined) {
    keys.set(key.id, { ...key, policy: JSON.stringify(policy) });
  }
}
const lenses = async () =>
  ((await fake.lensProviders[0]?.provideCodeLenses(document)) ?? []).map(({ command }) => command?.title ?? '');

beforeEach(() => {
  flow = new Flow(() => aws.local.clock.now());
  text = pretty(logsPolicy());
  fake.activeEditor = { document };
  fake.documents.push(document);
});
afterEach(() => flow.dispose());

const link = () => flow.run('linkKeyPolicy', [], 'app');
const check = () => flow.run('checkLinkedPolicy', []);

describe('a policy in a file', () => {
  it('has no line above it before a key is chosen, and none after it is taken back', async () => {
    await flow.start();
    expect(await lenses()).toEqual([]);
    await link();
    expect(await lenses()).not.toEqual([]);
    await flow.run('linkKeyPolicy', [], 'No key any more');
    expect(await lenses()).toEqual([]);
  });

  it('is in sync with its key whatever the spelling, and that is remembered', async () => {
    const policy = logsPolicy() as { Statement: object[] };
    text = pretty({ Statement: policy.Statement.toReversed(), Version: '2012-10-17' });
    await link();
    expect(await lenses()).toEqual(['$(check) In sync with the key "app"', 'Push This File...']);
    await check();
    expect((await lenses())[0]).toBe('$(check) In sync with the key "app"');
  });

  it('says which side has changed since, or both', async () => {
    await link();
    await lenses();
    text = pretty(withReader());
    expect(await lenses()).toEqual([
      '$(arrow-up) Changed here, not yet on the key "app"',
      'Compare',
      'Take the Live Policy',
      'Push This File...',
    ]);
    text = pretty(logsPolicy());
    putBehind(1, withReader(REGION, 'Theirs'));
    await check();
    expect((await lenses())[0]).toBe('$(arrow-down) Changed on the key "app", not here');
    text = pretty(withReader(REGION, 'Ours'));
    expect((await lenses())[0]).toBe('$(warning) Changed here and on the key "app"; they permit the same');
  });

  it('says only that they differ when nobody has seen them the same, and that a half one is none', async () => {
    text = pretty(withReader());
    await link();
    expect((await lenses())[0]).toBe('$(diff) Differs from the key "app"');
    text = '{ "Statement": [';
    expect((await lenses())[0]).toContain('no complete policy');
  });

  it('takes the live policy; where both have changed, it joins the two', async () => {
    await link();
    await lenses();
    putBehind(1, withReader(REGION, 'Theirs'));
    await flow.run('takeLivePolicy', [uri]);
    expect(JSON.parse(fake.edits.at(-1)?.edits[0]?.text ?? '')).toEqual(withReader(REGION, 'Theirs'));
    text = fake.edits.at(-1)?.edits[0]?.text ?? '';
    expect((await lenses())[0]).toContain('In sync');
    text = pretty({
      ...withReader(REGION, 'Theirs'),
      Statement: [...withReader(REGION, 'Theirs').Statement, { ...reader, Sid: 'Ours' }],
    });
    putBehind(1, {
      ...withReader(REGION, 'Theirs'),
      Statement: [...withReader(REGION, 'Theirs').Statement, { ...reader, Sid: 'More' }],
    });
    const prompts = await flow.run('takeLivePolicy', [uri]);
    expect(prompts.told[0]).toContain('are joined in the file');
    const joined = fake.edits.at(-1)?.edits[0]?.text ?? '';
    expect(joined).toContain('"Ours"');
    expect(joined).toContain('"More"');
    text = joined;
    expect((await lenses())[0]).toContain('Changed here, not yet on the key');
  });

  it('is shown beside the live one', async () => {
    await link();
    await flow.run('compareLinkedPolicy', [uri]);
    expect(fake.executed.at(-1)).toMatchObject({ command: 'vscode.diff', args: [{}, uri, 'app: live policy ↔ file'] });
  });

  it('words a key that may not be read, and reads it anew the next time', async () => {
    await link();
    aws.local.faults.add({ operation: 'GetKeyPolicy', kind: 'accessDenied' });
    expect((await lenses())[0]).toContain('could not be read');
    expect((await lenses())[0]).toContain('In sync');
  });

  it('asks AWS once, however often it is looked at', async () => {
    await link();
    await lenses();
    text = pretty(withReader());
    await lenses();
    expect(aws.local.requests.count({ operation: 'GetKeyPolicy' })).toBe(1);
  });

  it('signs nobody in for the sake of a look', async () => {
    await link();
    flow.restart();
    await flow.start();
    aws.local.requests.clear();
    expect((await lenses())[0]).toContain('Sign in to compare');
    expect(aws.local.requests.count()).toBe(0);
  });
});

describe('pushing a policy', () => {
  it('puts it on keys of several Regions as one plan, adapted to each, and undoes it', async () => {
    text = pretty(withReader());
    const before = [live(1), live(2), live(3, SEOUL)];
    const prompts = await flow.run(
      'pushKeyPolicy',
      [],
      [REGION, SEOUL],
      ['app', 'other', 'seoul'],
      'Adapt it to the Region of each key',
      'Apply to 3 of 3 keys',
    );
    expect(prompts.confirmations[0]?.detail).toContain(
      '• Put the policy on the key "seoul" in ap-northeast-2: access gained: 1',
    );
    for (const policy of [live(1), live(2), live(3, SEOUL)]) {
      expect(policy).toContain('"Reader"');
    }
    expect(live(3, SEOUL)).toContain('logs.ap-northeast-2.amazonaws.com');
    expect(live(3, SEOUL)).not.toContain(REGION);
    expect(fake.messages.at(-1)).toMatchObject({ level: 'info', buttons: ['Show Report', 'Undo'] });
    await flow.run('undoPlan', ['plan 1']);
    expect([live(1), live(2), live(3, SEOUL)]).toEqual(before);
  });

  it('leaves out keys that have it already and such as would be locked, and says why', async () => {
    putBehind(2, withReader());
    text = pretty(withReader());
    const prompts = await flow.run('pushKeyPolicy', [], [REGION], ['app', 'other'], 'Apply to 1 of 2 keys');
    expect(prompts.asked.at(-1)?.choices.map(({ detail }) => detail)).toContain('has it already');
    expect(aws.local.requests.count({ operation: 'PutKeyPolicy' })).toBe(1);
    text = pretty({ Version: '2012-10-17', Statement: [reader] });
    const locked = await flow.run('pushKeyPolicy', [], [REGION], ['app'], 'app (us-east-1)', 'DISMISS');
    expect(locked.asked.at(-1)?.choices[0]?.detail).toContain('cannot get it');
    expect(locked.told[0]).toContain('app (us-east-1)');
    expect(aws.local.requests.count({ operation: 'PutKeyPolicy' })).toBe(1);
  });

  it('tells of the one key that denies it, and changes the others', async () => {
    text = pretty(withReader());
    aws.local.faults.add({ operation: 'PutKeyPolicy', kind: 'accessDenied' });
    await flow.run('pushKeyPolicy', [], [REGION], ['app', 'other'], 'Apply to 2 of 2 keys');
    expect(live(1)).not.toContain('"Reader"');
    expect(live(2)).toContain('"Reader"');
    expect(fake.messages.at(-1)).toMatchObject({ level: 'error' });
  });

  it('offers the keys of the other Regions when one denies its list', async () => {
    aws.local.faults.add({ operation: 'ListKeys', region: SEOUL, kind: 'accessDenied' });
    const prompts = await flow.run('pushKeyPolicy', [], [REGION, SEOUL], 'DISMISS');
    expect(prompts.asked.at(-1)?.question.placeholder).toContain('Not read: ap-northeast-2');
    expect(prompts.asked.at(-1)?.choices.map(({ label }) => label)).toEqual(['app', 'other']);
  });

  it('does not begin with a file that is no policy', async () => {
    text = '{ "Statement": [';
    await flow.run('pushKeyPolicy', []);
    expect(fake.messages.at(-1)?.text).toContain('no complete policy');
  });
});
