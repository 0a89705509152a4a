import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { activateSession, type SessionFeature } from '../../client/src/features/session/index.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import { REGIONS } from '../../client/src/platform/regions.js';
import { fake } from '../support/fakeVscode.js';
import { FakeAws, FakeLogger, failure, fakeSession, ScriptedPrompts, settle } from './fakes.js';

let aws: FakeAws;
let memory: Map<string, unknown>;
let feature: SessionFeature | undefined;

beforeEach(() => {
  fake.reset();
  aws = new FakeAws();
  memory = new Map();
});

afterEach(() => feature?.dispose());

function activate(prompts = new ScriptedPrompts()): ScriptedPrompts {
  const memento = {
    keys: () => [...memory.keys()],
    get: <T>(name: string) => memory.get(name) as T,
    update: async (name: string, value: unknown) => {
      memory.set(name, value);
    },
  };
  const logger = new FakeLogger();
  feature = activateSession(createCommandRegistry(logger), { loadAws: () => aws, memento, prompts, logger });
  return prompts;
}

async function signIn(session = fakeSession({ profile: 'dev' })): Promise<void> {
  const pending = feature?.sessions.ensure();
  await settle();
  aws.signIn(session);
  await pending;
}

async function failSignIn(error: Error): Promise<void> {
  const pending = feature?.sessions.ensure();
  pending?.catch(() => undefined);
  await settle();
  aws.fail(error);
  await settle();
}

const run = async (command: string) => {
  const running = vscode.commands.executeCommand(command);
  await settle();
  return running;
};
const status = () => fake.statusItems[0];

describe('the identity in the status bar', () => {
  it('is hidden until an account is used', async () => {
    activate();
    expect(status()?.visible).toBe(false);
    expect(fake.contextKeys.get('sealwright.session')).toBe('none');
    expect(aws.connects).toHaveLength(0);
  });

  it('shows profile, account and Region, and the whole ARN on its card', async () => {
    activate();
    await signIn();
    expect(status()).toMatchObject({
      visible: true,
      text: '$(key) dev · 1111…3333 · us-east-1',
      command: 'sealwright.switchProfile',
      accessibilityInformation: { label: 'AWS profile dev, account 111122223333, Region us-east-1' },
    });
    expect(status()?.tooltip?.value.replaceAll('\\', '')).toContain('arn:aws:iam::111122223333:user/alice');
    expect(fake.contextKeys.get('sealwright.session')).toBe('ready');
  });

  it('names the profile of the environment when none is chosen', async () => {
    vi.stubEnv('AWS_PROFILE', 'from-environment');
    activate();
    await signIn(fakeSession());
    expect(status()?.text).toBe('$(key) from-environment · 1111…3333 · us-east-1');
    vi.stubEnv('AWS_PROFILE', '');
    feature?.dispose();
    activate();
    await signIn(fakeSession());
    expect(fake.statusItems[1]?.text).toBe('$(key) default chain · 1111…3333 · us-east-1');
    vi.unstubAllEnvs();
  });

  it('names the trouble in words', async () => {
    fake.settings.set('sealwright.profile', 'dev');
    activate();
    await failSignIn(failure('network', { code: 'ENOTFOUND' }));
    expect(status()?.text).toBe('$(warning) dev');
    expect(status()?.accessibilityInformation?.label).toContain('AWS could not be reached');
  });
});

describe('the context key of the session', () => {
  it.each([
    ['an expired sign-in that the AWS CLI can renew', failure('expired', { signIn: ['login'] }), true],
    ['expired keys', failure('expired'), false],
  ])('tells whether there is a sign-in to offer: %s', async (_name, error, canSignIn) => {
    activate();
    await failSignIn(error);
    expect(fake.contextKeys.get('sealwright.canSignIn')).toBe(canSignIn);
  });

  it.each([
    ['noCredentials', 'noCredentials'],
    ['noRegion', 'noRegion'],
    ['expired', 'expired'],
    ['accessDenied', 'denied'],
    ['network', 'error'],
    ['throttled', 'error'],
    ['other', 'error'],
  ] as const)('after a failure of the kind %s is %s', async (kind, context) => {
    activate();
    await failSignIn(failure(kind));
    expect(fake.contextKeys.get('sealwright.session')).toBe(context);
  });
});

describe('switching the profile', () => {
  beforeEach(() => {
    aws.profiles = [
      { name: 'audit', kind: 'sso', region: 'eu-west-1' },
      { name: 'dev', kind: 'keys' },
    ];
  });

  it('offers the default chain and every profile, with its kind, and marks the current one', async () => {
    vi.stubEnv('AWS_PROFILE', 'from-environment');
    fake.settings.set('sealwright.profile', 'dev');
    const prompts = activate(new ScriptedPrompts('DISMISS'));
    await run('sealwright.switchProfile');
    expect(prompts.asked[0]?.choices.map(({ label, description }) => [label, description])).toEqual([
      ['Default credential chain', 'AWS_PROFILE=from-environment'],
      ['audit', 'IAM Identity Center · eu-west-1'],
      ['dev', 'access key · current'],
    ]);
    expect(aws.connects).toHaveLength(0);
    vi.unstubAllEnvs();
  });

  it('signs in with it, remembers it for the workspace, and forgets the Region of the one before', async () => {
    memory.set('sealwright.session.region', 'us-west-2');
    activate(new ScriptedPrompts('audit'));
    void run('sealwright.switchProfile');
    await settle();
    expect(aws.connects[0]?.options).toMatchObject({ profile: 'audit' });
    expect(aws.connects[0]?.options).not.toHaveProperty('region');
    expect(memory.get('sealwright.session.profile')).toBe('audit');
  });

  it('can go back to the default chain although the settings name a profile', async () => {
    fake.settings.set('sealwright.profile', 'dev');
    activate(new ScriptedPrompts('Default credential chain'));
    void run('sealwright.switchProfile');
    await settle();
    expect(aws.connects[0]?.options).not.toHaveProperty('profile');
  });

  it('is refused in Restricted Mode with the way out', async () => {
    fake.isTrusted = false;
    activate();
    await run('sealwright.switchProfile');
    expect(fake.messages[0]).toMatchObject({ buttons: ['Manage Workspace Trust', 'Show Log'] });
    expect(aws.connects).toHaveLength(0);
  });
});

describe('switching the Region', () => {
  it('signs in there with the same profile', async () => {
    fake.settings.set('sealwright.profile', 'dev');
    activate(new ScriptedPrompts('ap-northeast-2'));
    void run('sealwright.switchRegion');
    await settle();
    expect(aws.connects[0]?.options).toMatchObject({ profile: 'dev', region: 'ap-northeast-2' });
  });

  it('takes a Region that the list does not have, if it looks like one', async () => {
    activate(new ScriptedPrompts('Another Region...'));
    fake.inputs.push('us-iso-east-1');
    void run('sealwright.switchRegion');
    await settle();
    expect(aws.connects[0]?.options).toMatchObject({ region: 'us-iso-east-1' });
    const validate = fake.inputOptions[0]?.validateInput;
    expect(validate?.('us-east-1')).toBeUndefined();
    expect(validate?.('Virginia')).toContain('ap-northeast-2');
  });

  it('lists every Region that the SDK knows outside the isolated partitions', async () => {
    const file = 'node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';
    const text = readFileSync(file, 'utf8');
    const known = [...text.matchAll(/^\s+"([a-z]{2,4}(?:-[a-z]+)+-\d)": \{/gm)].map((match) => match[1] ?? '');
    const open = known.filter((id) => !/-iso/.test(id));
    expect(open.length).toBeGreaterThan(35);
    expect(REGIONS.map(({ id }) => id).toSorted()).toEqual(open.toSorted());
  });
});

describe('settings', () => {
  it('are the default until somebody switches, and win again when they are edited', async () => {
    fake.settings.set('sealwright.profile', 'dev');
    memory.set('sealwright.session.profile', 'audit');
    activate();
    void feature?.sessions.ensure().catch(() => undefined);
    await settle();
    expect(aws.connects[0]?.options).toMatchObject({ profile: 'audit' });
    aws.signIn(fakeSession({ profile: 'audit' }));
    await settle();
    fake.changeSetting('sealwright.profile', 'prod');
    await settle();
    expect(aws.connects[1]?.options).toMatchObject({ profile: 'prod' });
  });

  it('do not sign in by themselves', async () => {
    activate();
    fake.changeSetting('sealwright.region', 'eu-west-1');
    await settle();
    expect(aws.connects).toHaveLength(0);
  });
});

describe('refreshing', () => {
  it('reads lists anew in a session, and signs in anew after a failure', async () => {
    activate();
    const session = fakeSession();
    let refreshed = 0;
    session.keys.onDidChange(() => (refreshed += 1));
    session.logGroups.onDidChange(() => (refreshed += 1));
    await signIn(session);
    await run('sealwright.refresh');
    expect(refreshed).toBe(2);
    feature?.sessions.reportFailure(session, failure('expired'));
    void run('sealwright.refresh');
    await settle();
    expect(aws.connects).toHaveLength(2);
  });
});

describe('signing in again', () => {
  const expired = failure('expired', { signIn: ['sso', 'login', '--profile', 'dev'] });

  it('runs the AWS CLI in a terminal and continues when it is done', async () => {
    activate();
    await failSignIn(expired);
    void run('sealwright.signIn');
    await settle();
    const task = fake.tasks[0];
    expect(task?.execution).toMatchObject({ process: 'aws', args: ['sso', 'login', '--profile', 'dev'] });
    if (task !== undefined) {
      fake.events.endTask.fire({ execution: { task }, exitCode: 0 });
    }
    await settle();
    expect(aws.connects).toHaveLength(2);
  });

  it('says so when the command fails, and does not sign in', async () => {
    activate();
    await failSignIn(expired);
    void run('sealwright.signIn');
    await settle();
    const task = fake.tasks[0];
    if (task !== undefined) {
      fake.events.endTask.fire({ execution: { task }, exitCode: 255 });
    }
    await settle();
    expect(fake.messages[0]?.text).toContain('"aws sso login --profile dev" did not succeed');
    expect(aws.connects).toHaveLength(1);
  });

  it('copies the command', async () => {
    activate();
    await failSignIn(expired);
    await run('sealwright.copySignInCommand');
    expect(fake.clipboard).toBe('aws sso login --profile dev');
  });

  it('says so when the profile has no such sign-in', async () => {
    activate();
    await failSignIn(failure('expired'));
    await run('sealwright.signIn');
    expect(fake.tasks).toHaveLength(0);
    expect(fake.messages[0]?.text).toContain('no sign-in that the AWS CLI could renew');
  });
});

describe('trusting the workspace', () => {
  it('lets the views sign in from then on', async () => {
    fake.isTrusted = false;
    activate();
    await expect(feature?.sessions.ensure()).rejects.toThrow(/trusted workspace/);
    fake.isTrusted = true;
    fake.events.trust.fire();
    await signIn();
    expect(feature?.sessions.state.kind).toBe('ready');
  });
});

describe('a device for multi-factor authentication', () => {
  it('is asked for by a question that only takes six digits', async () => {
    activate();
    void feature?.sessions.ensure().catch(() => undefined);
    await settle();
    const ask = aws.connects[0]?.options.askMfaCode;
    fake.inputs.push(' 123456 ', undefined);
    expect(await ask?.('arn:aws:iam::111122223333:mfa/alice')).toBe('123456');
    expect(fake.inputOptions[0]?.validateInput?.('12345')).toBe('The code has six digits.');
    await expect(ask?.('arn:aws:iam::111122223333:mfa/alice')).rejects.toThrow(/No code was given/);
  });
});
