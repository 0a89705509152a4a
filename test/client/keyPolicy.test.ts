import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { activateCopyArn } from '../../client/src/features/copyArn/index.js';
import { activateKeys } from '../../client/src/features/keys/index.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import { CurrentSession } from '../../client/src/platform/sessions.js';
import { fake, type Uri } from '../support/fakeVscode.js';
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

let aws: FakeAws;
let sessions: CurrentSession;
let session: FakeSession;
let feature: vscode.Disposable;

beforeEach(async () => {
  fake.reset();
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

async function openPolicy(node?: unknown, prompts = new ScriptedPrompts()): Promise<ScriptedPrompts> {
  const logger = new FakeLogger();
  const register = createCommandRegistry(logger);
  feature = vscode.Disposable.from(activateKeys(register, { sessions, prompts, logger }), activateCopyArn(register));
  await vscode.commands.executeCommand('sealwright.openKeyPolicy', node);
  await settle();
  return prompts;
}

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
    const provider = fake.contentProviders.get('sealwright-key');
    await expect(provider?.provideTextDocumentContent(uri as Uri)).rejects.toThrow(
      /belongs to account 111122223333 in us-east-1, but Sealwright is signed in to account 444455556666/,
    );
  });
});

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
