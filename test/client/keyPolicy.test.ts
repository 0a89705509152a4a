import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { activateCopyArn } from '../../client/src/features/copyArn/index.js';
import type { DraftStore, PolicyDraft } from '../../client/src/features/keyPolicy/draftStore.js';
import { activateKeyPolicy } from '../../client/src/features/keyPolicy/index.js';
import { activatePlans } from '../../client/src/features/plans/index.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import type { LanguageServer } from '../../client/src/platform/languageServer.js';
import { Plans } from '../../client/src/platform/plans/plans.js';
import { CurrentSession } from '../../client/src/platform/sessions.js';
import { formatTime } from '../../client/src/platform/treeItems.js';
import { VirtualTexts } from '../../client/src/platform/virtualTexts.js';
import type { PolicyReview, PolicyReviewParams } from '../../protocol/src/policyReview.js';
import { type FakeFileSystem, fake, type Uri } from '../support/fakeVscode.js';
import {
  denied,
  FakeAws,
  FakeLogger,
  type FakeSession,
  fakeSession,
  key,
  keyArn,
  logGroup,
  ScriptedPrompts,
  settle,
} from './fakes.js';
import { PlanWorld } from './plans/planWorld.js';

let aws: FakeAws;
let sessions: CurrentSession;
let session: FakeSession;
let feature: vscode.Disposable;
let drafts: MemoryDrafts;

class MemoryDrafts implements DraftStore {
  readonly all = new Map<string, PolicyDraft>();

  async find(keyArn: string): Promise<PolicyDraft | undefined> {
    return this.all.get(keyArn);
  }

  async save(draft: PolicyDraft): Promise<void> {
    this.all.set(draft.keyArn, draft);
  }

  async discard(keyArn: string): Promise<void> {
    this.all.delete(keyArn);
  }
}

beforeEach(async () => {
  fake.reset();
  drafts = new MemoryDrafts();
  world.records.clear();
  review = {};
  reviewed = [];
  aws = new FakeAws();
  sessions = new CurrentSession({
    loadAws: () => aws,
    readChoice: () => ({}),
    logger: new FakeLogger(),
    isTrusted: () => true,
  });
  const signingIn = sessions.ensure();
  await settle();
  session = fakeSession();
  session.keys.keys = [key('1', 'app/logs'), key('2', 'aws/s3')];
  aws.signIn(session);
  await signingIn;
});

afterEach(() => {
  feature.dispose();
  sessions.dispose();
});

/** What the engine says of a change; a test makes it say something worse. */
const HARMLESS: PolicyReview = {
  findings: [],
  size: { bytes: 100, limit: 32_768 },
  text: '',
  managers: [{ principal: 'arn:aws:iam::111122223333:user/alice', isCaller: true, keeps: 'yes', text: 'You keep it.' }],
  gained: [{ text: 'role App may decrypt', isImportant: true }],
  lost: [],
  isIncomplete: false,
};
let review: Partial<PolicyReview> = {};
let reviewed: PolicyReviewParams[] = [];
const world = new PlanWorld();

async function openPolicy(node?: unknown, prompts = new ScriptedPrompts()): Promise<ScriptedPrompts> {
  const logger = new FakeLogger();
  const register = createCommandRegistry(logger);
  const plans = new Plans({
    sessions,
    journal: world,
    logger,
    delay: async () => undefined,
    now: () => new Date(0),
    newId: () => `plan ${world.records.size + 1}`,
  });
  const server = {
    request: async (_type: unknown, params: PolicyReviewParams) => {
      reviewed.push(params);
      return { ...HARMLESS, text: params.after, ...review };
    },
  } as unknown as LanguageServer;
  const now = () => 0;
  const texts = new VirtualTexts();
  feature = vscode.Disposable.from(
    plans,
    activateKeyPolicy(register, { sessions, server, prompts, plans, drafts, texts, logger, now }),
    texts,
    activatePlans(register, { sessions, prompts, plans, logger }),
    activateCopyArn(register),
  );
  await vscode.commands.executeCommand('sealwright.openKeyPolicy', node);
  await settle();
  return prompts;
}

const files = (): FakeFileSystem | undefined => fake.fileSystems.get('sealwright-key');
const node = () => ({ kind: 'key', key: key('1', 'app/logs'), arn: keyArn('1'), session });
const shown = () => fake.shownDocuments[0] as { uri: Uri; getText(): string } | undefined;

describe('opening a key policy', () => {
  it('shows it as JSON at an address that names account, Region and key', async () => {
    session.keys.policies.set(keyArn('1'), '{\n  "Version" : "2012-10-17"\n}');
    await openPolicy(node());
    expect(shown()?.uri).toMatchObject({
      scheme: 'sealwright-key',
      path: '/111122223333/us-east-1/app-logs.json',
      query: keyArn('1'),
    });
    expect(shown()?.getText()).toBe('{\n  "Version" : "2012-10-17"\n}');
  });

  it('breaks a policy on one line into readable ones', async () => {
    session.keys.policies.set(keyArn('1'), '{"Version":"2012-10-17"}');
    await openPolicy(node());
    expect(shown()?.getText()).toBe('{\n  "Version": "2012-10-17"\n}\n');
  });

  it('asks for the key when run from the palette, and does nothing when dismissed', async () => {
    const prompts = await openPolicy(undefined, new ScriptedPrompts('app/logs'));
    expect(prompts.asked[0]?.choices.map(({ label, group }) => [label, group])).toEqual([
      ['app/logs', 'Customer managed keys'],
      ['aws/s3', 'AWS managed keys'],
    ]);
    expect(fake.shownDocuments).toHaveLength(1);
    feature.dispose();
    await openPolicy(undefined, new ScriptedPrompts('DISMISS'));
    expect(fake.shownDocuments).toHaveLength(1);
  });

  it('words a denial and opens nothing', async () => {
    session.keys.failures.set(`policy ${keyArn('1')}`, denied('kms:GetKeyPolicy'));
    await openPolicy(node());
    expect(fake.shownDocuments).toHaveLength(0);
    expect(fake.messages[0]?.text).toContain('AWS denied "kms:GetKeyPolicy"');
  });

  it('never fills a tab of one account as the identity of another', async () => {
    await openPolicy(node());
    const uri = shown()?.uri;
    const switching = sessions.reconnect({ profile: 'other' });
    await settle();
    aws.signIn(fakeSession({ account: '444455556666' }));
    await switching;
    await expect(files()?.stat(uri as Uri)).rejects.toThrow(
      /belongs to account 111122223333 in us-east-1, but Sealwright is signed in to account 444455556666/,
    );
  });
});

const policyOf = (...sids: readonly string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: sids.map((Sid) => ({
      Sid,
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    })),
  });
const live = () => session.keys.policies.get(keyArn('1'));
const sidsOf = (text: string | undefined) =>
  (JSON.parse(text ?? '{}') as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid);

async function save(text: string, reason: number = vscode.TextDocumentSaveReason.Manual): Promise<void> {
  const uri = shown()?.uri as Uri;
  fake.events.willSave.fire({ document: { uri }, reason });
  await files()?.writeFile(uri, new TextEncoder().encode(text));
  fake.events.didSave.fire({ uri });
  await settle();
  await settle();
}

describe('editing a key policy', () => {
  const start = async (...replies: ConstructorParameters<typeof ScriptedPrompts>) => {
    session.keys.policies.set(keyArn('1'), policyOf('Root'));
    return openPolicy(node(), new ScriptedPrompts(...replies));
  };

  it('saves a draft on this machine and reviews it: nothing is sent', async () => {
    await start('DISMISS');
    await save(policyOf('Root', 'App'));
    expect(sidsOf(drafts.all.get(keyArn('1'))?.text)).toEqual(['Root', 'App']);
    expect(live()).toBe(policyOf('Root'));
    expect(reviewed[0]).toMatchObject({
      before: policyOf('Root'),
      after: policyOf('Root', 'App'),
      account: '111122223333',
      region: 'us-east-1',
      callerArn: 'arn:aws:iam::111122223333:user/alice',
    });
  });

  it('keeps what the editor saves by itself as a draft, too, but reviews only what is saved by hand', async () => {
    await start('DISMISS');
    await save(policyOf('Root', 'A'), vscode.TextDocumentSaveReason.AfterDelay);
    await save(policyOf('Root', 'B'), vscode.TextDocumentSaveReason.FocusOut);
    expect(reviewed).toEqual([]);
    expect(sidsOf(drafts.all.get(keyArn('1'))?.text)).toEqual(['Root', 'B']);
    expect(fake.statusMessages.at(-1)).toContain('Your draft is kept');
    await save(policyOf('Root', 'B'));
    expect(reviewed).toHaveLength(1);
  });

  it('does not take a later save of the editor for one by hand that failed', async () => {
    await start();
    fake.events.willSave.fire({ document: { uri: shown()?.uri }, reason: vscode.TextDocumentSaveReason.Manual });
    await save(policyOf('Root', 'A'), vscode.TextDocumentSaveReason.AfterDelay);
    expect(reviewed).toEqual([]);
  });

  it('shows the draft in the place of the live policy until it is applied or discarded', async () => {
    await start('DISMISS');
    await save(policyOf('Root', 'App'));
    const text = new TextDecoder().decode(await files()?.readFile(shown()?.uri as Uri));
    expect(sidsOf(text)).toEqual(['Root', 'App']);
    fake.pressButton = () => 'Discard';
    await vscode.commands.executeCommand('sealwright.discardKeyPolicyDraft', shown()?.uri);
    expect(sidsOf(new TextDecoder().decode(await files()?.readFile(shown()?.uri as Uri)))).toEqual(['Root']);
  });

  it('applies it once the whole effect is confirmed, reads back, and offers to undo', async () => {
    const prompts = await start('Apply');
    await save(policyOf('Root', 'App'));
    expect(prompts.confirmations[0]?.message).toBe('Put this policy on the key "app-logs"?');
    expect(prompts.confirmations[0]?.detail).toContain('⚠ role App may decrypt');
    expect(prompts.confirmations[0]?.detail).toContain('Account 111122223333, Region us-east-1');
    expect(sidsOf(live())).toEqual(['Root', 'App']);
    expect(drafts.all.size).toBe(0);
    expect(fake.messages.at(-1)).toMatchObject({ level: 'info', buttons: ['Show Report', 'Undo'] });
    await vscode.commands.executeCommand('sealwright.undoPlan', 'plan 1');
    expect(live()).toBe(policyOf('Root'));
  });

  it('sends nothing when the question is dismissed, and keeps the draft', async () => {
    const prompts = await start('Apply');
    prompts.confirms = false;
    await save(policyOf('Root', 'App'));
    expect(live()).toBe(policyOf('Root'));
    expect(drafts.all.size).toBe(1);
  });

  it.each<[string, Partial<PolicyReview>]>([
    ['KMS would refuse', { refusal: 'Nobody could change the policy later.' }],
    ['is too large', { size: { bytes: 40_000, limit: 32_768 } }],
    [
      'locks the caller out',
      { managers: [{ principal: 'you', isCaller: true, keeps: 'no', text: 'You are locked out.' }] },
    ],
    [
      'locks a break-glass principal out',
      { managers: [{ principal: 'role/Emergency', isCaller: false, keeps: 'no', text: 'It is locked out.' }] },
    ],
    ['is no JSON', { findings: [{ rule: 'json-syntax', level: 'error', message: 'Expected a comma.' }] }],
  ])('does not offer to apply what %s', async (_name, changes) => {
    const prompts = await start('Cannot be applied', 'DISMISS');
    review = changes;
    await save(policyOf('Root', 'App'));
    expect(prompts.lastLabels.some((label) => label.endsWith('Apply'))).toBe(false);
    expect(prompts.told).toHaveLength(1);
    expect(live()).toBe(policyOf('Root'));
  });

  it('joins what somebody else has changed meanwhile, tells so, and overwrites nothing', async () => {
    const prompts = await start('Apply');
    session.keys.policies.set(keyArn('1'), policyOf('Root', 'Theirs'));
    await save(policyOf('Root', 'Ours'));
    expect(prompts.told[0]).toContain('Somebody else has changed the policy of "app-logs"');
    expect(sidsOf(live())).toEqual(['Root', 'Ours', 'Theirs']);
  });

  it('does not take a policy in another order for a change', async () => {
    const prompts = await start('DISMISS');
    session.keys.policies.set(
      keyArn('1'),
      JSON.stringify({
        Statement: [
          { Resource: ['*'], Action: ['kms:*'], Principal: { AWS: '111122223333' }, Effect: 'Allow', Sid: 'Root' },
        ],
        Version: '2012-10-17',
      }),
    );
    await save(policyOf('Root', 'Ours'));
    expect(prompts.told).toEqual([]);
  });

  it('tells what became of a refused policy, and keeps the draft', async () => {
    await start('Apply');
    session.keys.failures.set(`put ${keyArn('1')}`, denied('kms:PutKeyPolicy'));
    await save(policyOf('Root', 'App'));
    expect(live()).toBe(policyOf('Root'));
    expect(drafts.all.size).toBe(1);
    expect(fake.messages.at(-1)).toMatchObject({ level: 'error' });
    expect(fake.messages.at(-1)?.text).toContain('it is as it was before');
  });

  it('cannot be edited where nobody may put it', async () => {
    await start();
    const readOnly = { permissions: 1 };
    expect(await files()?.stat(shown()?.uri as Uri)).not.toMatchObject(readOnly);
    fake.changeSetting('sealwright.readOnly', 'on');
    expect(await files()?.stat(shown()?.uri as Uri)).toMatchObject(readOnly);
    feature.dispose();
    fake.changeSetting('sealwright.readOnly', 'off');
    await openPolicy({ kind: 'key', key: key('2', 'aws/s3'), arn: keyArn('2'), session });
    expect(await files()?.stat(lastUri())).toMatchObject(readOnly);
  });

  it('keeps a history: any version is compared, or made the draft again', async () => {
    const prompts = await start('Apply', `put ${formatTime(new Date(0))}`, 'Restore', 'DISMISS');
    await save(policyOf('Root', 'App'));
    session.keys.policies.set(keyArn('1'), policyOf('Root'));
    await vscode.commands.executeCommand('sealwright.showKeyPolicyHistory', node());
    await settle();
    expect(prompts.asked.some(({ choices }) => choices.length === 2)).toBe(true);
    expect(sidsOf(drafts.all.get(keyArn('1'))?.text)).toEqual(['Root', 'App']);
  });

  it('has no history of a key that it has not changed', async () => {
    await start();
    await vscode.commands.executeCommand('sealwright.showKeyPolicyHistory', node());
    await settle();
    expect(fake.messages.at(-1)?.text).toContain('KMS keeps no versions');
  });
});

const lastUri = () => (fake.shownDocuments.at(-1) as { uri: Uri }).uri;

describe('copying ARNs', () => {
  const copy = (...args: unknown[]) => vscode.commands.executeCommand('sealwright.copyArn', ...args);

  beforeEach(() => openPolicy(node()));

  it('copies that of one row, or of all selected rows line by line', async () => {
    await copy({ kind: 'key', arn: keyArn('1') });
    expect(fake.clipboard).toBe(keyArn('1'));
    const rows = [logGroup('/a'), logGroup('/b')].map((group) => ({ kind: 'logGroup', arn: group.arn }));
    await copy(rows[0], rows);
    expect(fake.clipboard).toBe(rows.map(({ arn }) => arn).join('\n'));
  });

  it('says what to select when it is run without a row', async () => {
    await copy();
    await settle();
    expect(fake.messages[0]?.text).toContain('Select a key or a log group');
  });
});
