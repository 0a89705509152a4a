import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import type { Json, SettingRef } from '../../client/src/aws/ports.js';
import { activateKeyLife } from '../../client/src/features/keyLife/index.js';
import { activatePlans } from '../../client/src/features/plans/index.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import type { LanguageServer } from '../../client/src/platform/languageServer.js';
import { Plans } from '../../client/src/platform/plans/plans.js';
import { isSameJson } from '../../client/src/platform/policies/json.js';
import { CurrentSession } from '../../client/src/platform/sessions.js';
import { fake } from '../support/fakeVscode.js';
import {
  details,
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

const ARN = keyArn('1');
let sessions: CurrentSession;
let session: FakeSession;
let feature: vscode.Disposable;
/** What is set, by kind and resource. */
const values = new Map<string, Json>();
const world = new PlanWorld();

beforeEach(async () => {
  fake.reset();
  values.clear();
  world.records.clear();
  const aws = new FakeAws();
  sessions = new CurrentSession({
    loadAws: () => aws,
    readChoice: () => ({}),
    logger: new FakeLogger(),
    isTrusted: () => true,
  });
  const signingIn = sessions.ensure();
  await settle();
  session = Object.assign(fakeSession(), {
    findSetting: ({ kind, resource }: SettingRef) => ({
      read: async () => values.get(`${kind} ${resource}`) ?? null,
      write: async (value: Json) => void values.set(`${kind} ${resource}`, value),
      isSame: (a: Json, b: Json) => isSameJson(a, b) || (kind === 'kms.deletion' && (a === null) === (b === null)),
    }),
  });
  session.keys.keys = [key('1', 'app/logs'), key('2', 'other')];
  aws.signIn(session);
  await signingIn;
});

afterEach(() => {
  feature.dispose();
  sessions.dispose();
});

async function run(
  command: string,
  ...replies: ConstructorParameters<typeof ScriptedPrompts>
): Promise<ScriptedPrompts> {
  const prompts = new ScriptedPrompts(...replies);
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
  const server = {} as LanguageServer;
  feature = vscode.Disposable.from(
    plans,
    activateKeyLife(register, { sessions, server, prompts, plans, now: () => 0, newId: () => 'id' }),
    activatePlans(register, { sessions, prompts, plans, logger }),
  );
  const node = { kind: 'key', key: key('1', 'app/logs'), arn: ARN, session };
  await vscode.commands.executeCommand(`sealwright.${command}`, node);
  await settle();
  return prompts;
}

const state = (name: string) => session.keys.details.set(ARN, details('1', { state: name }));
const value = (kind: string, resource = ARN) => values.get(`${kind} ${resource}`);

describe('the life of a key', () => {
  it('is disabled after showing what uses it, and enabled again by undo', async () => {
    state('Enabled');
    values.set(`kms.enabled ${ARN}`, true);
    session.logGroups.groups = [logGroup('/a', ARN), logGroup('/b')];
    session.keys.grants = [{ id: 'g', grantee: 'arn:aws:iam::111122223333:role/App', operations: ['Decrypt'] }];
    fake.files.set('/work/main.tf', 'kms_key_id = "alias/app/logs"');
    const prompts = await run('disableKey');
    const detail = prompts.confirmations[0]?.detail ?? '';
    expect(detail).toContain('1 log groups use the key now: /a');
    expect(detail).toContain('1 grants give others the use');
    expect(detail).toContain('1 files of the workspace name it');
    expect(detail).toContain('may still hold data under "app/logs"');
    expect(value('kms.enabled')).toBe(false);
    await vscode.commands.executeCommand('sealwright.undoPlan', 'plan 1');
    expect(value('kms.enabled')).toBe(true);
  });

  it('is not changed when its state is another one by now', async () => {
    state('PendingDeletion');
    const prompts = await run('enableKey');
    expect(prompts.confirmations).toEqual([]);
    expect(fake.messages[0]?.text).toContain('is in the state "Pending deletion" now');
  });

  it('ends only after its name is typed; taking it back enables the key, too', async () => {
    state('Enabled');
    const prompts = await run('scheduleKeyDeletion', '14', 'app/logs');
    expect(prompts.told[0]).toContain('What the deletion of "app/logs" would take with it');
    expect(value('kms.deletion')).toEqual({ windowInDays: 14 });
    feature.dispose();
    state('PendingDeletion');
    values.set(`kms.enabled ${ARN}`, false);
    await run('cancelKeyDeletion');
    expect(value('kms.deletion')).toBeNull();
    expect(value('kms.enabled')).toBe(true);
  });

  it.each([
    ['a slip in the name', '14', 'app/log'],
    ['a window that KMS does not take', '5', 'app/logs'],
  ])('does not end by %s', async (_name, days, typed) => {
    state('Enabled');
    await run('scheduleKeyDeletion', days, typed);
    expect(value('kms.deletion')).toBeUndefined();
  });

  it('gets another description, rotation, alias and tags', async () => {
    session.keys.details.set(ARN, details('1', { description: 'old' }));
    values.set(`kms.description ${ARN}`, 'old');
    await run('editKeyDescription', 'new');
    expect(value('kms.description')).toBe('new');
    feature.dispose();
    values.set(`kms.rotation ${ARN}`, { periodInDays: 365 });
    await run('configureKeyRotation', 'Another period...', '120');
    expect(value('kms.rotation')).toEqual({ periodInDays: 120 });
    feature.dispose();
    await run('addKeyAlias', 'app/new');
    expect(value('kms.alias', 'alias/app/new')).toBe(ARN);
    feature.dispose();
    values.set('kms.alias alias/app/logs', ARN);
    await run('moveKeyAlias', 'other');
    expect(value('kms.alias', 'alias/app/logs')).toBe(keyArn('2'));
    feature.dispose();
    values.set(`kms.tags ${ARN}`, {});
    await run('editKeyTags', 'team=a, stage=dev');
    expect(value('kms.tags')).toEqual({ team: 'a', stage: 'dev' });
  });

  it('is rotated now, which nothing takes back', async () => {
    values.set(`kms.onDemandRotations ${ARN}`, 3);
    const prompts = await run('rotateKeyNow');
    expect(value('kms.onDemandRotations')).toBe(4);
    expect(prompts.confirmations[0]?.detail).toContain('A rotation cannot be taken back.');
    expect(fake.messages.at(-1)?.buttons).toEqual(['Show Report']);
  });

  it('is given to others by a grant that a sentence explains, and taken from them', async () => {
    const role = 'arn:aws:iam::111122223333:role/App';
    const prompts = await run(
      'createGrant',
      'app',
      role,
      ['Decrypt', 'DescribeKey'],
      'stage=dev',
      'At least these',
      '',
    );
    expect(prompts.confirmations[0]?.detail).toContain(
      `${role} may Decrypt, DescribeKey; with an encryption context that holds stage=dev`,
    );
    const grant = { grantee: role, operations: ['Decrypt', 'DescribeKey'], contextSubset: { stage: 'dev' } };
    expect(value('kms.grant', `${ARN}#app`)).toEqual(grant);
    feature.dispose();
    session.keys.grants = [{ id: 'g', name: 'app', ...grant }];
    await run('revokeGrant', 'app');
    expect(value('kms.grant', `${ARN}#app`)).toBeNull();
  });

  it('is given for exactly one encryption context, with who may retire it', async () => {
    const role = 'arn:aws:iam::111122223333:role/App';
    await run('createGrant', 'app', role, ['Decrypt'], 'stage=dev', 'Exactly these', role);
    expect(value('kms.grant', `${ARN}#app`)).toEqual({
      grantee: role,
      operations: ['Decrypt'],
      contextEquals: { stage: 'dev' },
      retiring: role,
    });
  });

  it('shows its grants, and retires one of them', async () => {
    const grant = { grantee: 'arn:aws:iam::111122223333:role/App', operations: ['Decrypt'] };
    session.keys.grants = [{ id: 'g', name: 'app', ...grant }];
    values.set(`kms.grantToRetire ${ARN}#app`, grant);
    const prompts = await run('showKeyGrants', 'app', 'Retire Grant');
    expect(prompts.asked[1]?.question.placeholder).toBe('arn:aws:iam::111122223333:role/App may Decrypt');
    expect(prompts.confirmations[0]?.message).toBe('Retire the grant "app" of the key "app/logs"?');
    expect(value('kms.grantToRetire', `${ARN}#app`)).toBeNull();
  });

  it('tells when it was rotated, newest first, or that it never was', async () => {
    session.keys.rotations = [
      { at: new Date('2025-01-02'), type: 'AUTOMATIC' },
      { at: new Date('2026-03-04'), type: 'ON_DEMAND' },
    ];
    const prompts = await run('showKeyRotations', 'DISMISS');
    expect(prompts.asked[0]?.question.placeholder).toBe('2 rotations, 1 of 25 on demand');
    expect(prompts.asked[0]?.choices.map(({ description }) => description)).toEqual(['on demand', 'automatic']);
    feature.dispose();
    session.keys.rotations = [];
    await run('showKeyRotations');
    expect(fake.messages.at(-1)?.text).toContain('has never been rotated');
  });

  it.each([
    ['of its own material', { origin: 'AWS_KMS' }, 'There is nothing to do'],
    ['whose material is missing', { origin: 'EXTERNAL', state: 'PendingImport' }, 'import-key-material --key-id 1'],
    ['whose material was imported', { origin: 'EXTERNAL' }, 'Keep your copy'],
    ['of a store that is not connected', { origin: 'AWS_CLOUDHSM', state: 'Unavailable' }, 'is not connected'],
    ['of an external store', { origin: 'EXTERNAL_KEY_STORE' }, 'connect-custom-key-store'],
  ])('says where the material of a key %s is looked after', async (_name, changes, text) => {
    session.keys.details.set(ARN, details('1', changes));
    const prompts = await run('explainKeyMaterial');
    expect(prompts.told[0]).toContain(text);
    expect(prompts.confirmations).toEqual([]);
  });
});
