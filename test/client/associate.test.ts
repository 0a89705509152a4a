import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { activateAssociate } from '../../client/src/features/associate/index.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import type { LanguageServer } from '../../client/src/platform/languageServer.js';
import { CurrentSession } from '../../client/src/platform/sessions.js';
import type { PreflightParams, PreflightReport } from '../../protocol/src/preflight.js';
import { fake } from '../support/fakeVscode.js';
import {
  denied,
  details,
  FakeAws,
  FakeLogger,
  type FakeSession,
  failure,
  fakeSession,
  key,
  keyArn,
  logGroup,
  ScriptedPrompts,
  settle,
} from './fakes.js';

const ALLOWED: PreflightReport = {
  checks: [{ id: 'POL-PRINCIPAL', outcome: 'ok', message: 'The key policy admits CloudWatch Logs.' }],
  canProceed: true,
  consequences: ['Only new events are encrypted.', 'Keep the old key.'],
};

const BLOCKED: PreflightReport = {
  checks: [
    { id: 'KEY-STATE', outcome: 'ok', message: 'The key is enabled.' },
    { id: 'POL-PRINCIPAL', outcome: 'error', message: 'The key policy does not mention logs.us-east-1.amazonaws.com.' },
  ],
  canProceed: false,
  consequences: [],
  missingStatement: '{ "Sid": "Logs" }',
  amendedPolicy: '{ "Statement": [{ "Sid": "Logs" }] }',
};

let aws: FakeAws;
let sessions: CurrentSession;
let session: FakeSession;
let feature: vscode.Disposable;
let logger: FakeLogger;
let asked: PreflightParams[];
let verdict: (params: PreflightParams) => PreflightReport;
let delays: number[];

beforeEach(async () => {
  fake.reset();
  aws = new FakeAws();
  logger = new FakeLogger();
  asked = [];
  verdict = () => ALLOWED;
  delays = [];
  sessions = new CurrentSession({ loadAws: () => aws, readChoice: () => ({}), logger, isTrusted: () => true });
  const signingIn = sessions.ensure();
  await settle();
  session = fakeSession({ profile: 'dev' });
  session.keys.keys = [key('1', 'logs-key'), key('2', 'aws/s3'), key('3', 'off'), key('4', 'rsa'), key('5', 'secret')];
  session.keys.details.set(keyArn('3'), details('3', { state: 'Disabled' }));
  session.keys.details.set(keyArn('4'), details('4', { spec: 'RSA_2048', usage: 'SIGN_VERIFY' }));
  session.keys.failures.set(keyArn('5'), denied('kms:DescribeKey'));
  session.logGroups.groups = [logGroup('/a'), logGroup('/b'), logGroup('/a/neighbour')];
  aws.signIn(session);
  await signingIn;
});

afterEach(() => {
  feature.dispose();
  sessions.dispose();
});

/** Runs the command with scripted answers, from the palette or from a row. */
async function associate(prompts: ScriptedPrompts, ...args: unknown[]): Promise<ScriptedPrompts> {
  return run('sealwright.associateKey', prompts, ...args);
}

async function run(command: string, prompts: ScriptedPrompts, ...args: unknown[]): Promise<ScriptedPrompts> {
  const server: LanguageServer = {
    onDocumentKind: () => new vscode.Disposable(() => undefined),
    async request<P, R>(_type: unknown, params: P): Promise<R> {
      asked.push(params as PreflightParams);
      return verdict(params as PreflightParams) as R;
    },
    format: async () => [],
    restart: async () => undefined,
  };
  feature = activateAssociate(createCommandRegistry(logger), {
    sessions,
    server,
    prompts,
    logger,
    delay: async (ms) => {
      delays.push(ms);
    },
  });
  await vscode.commands.executeCommand(command, ...args);
  await settle();
  return prompts;
}

const row = (name: string, arn?: string) => ({ kind: 'logGroup', group: logGroup(name, arn), session });
const lastMessage = () => fake.messages.at(-1);

describe('associating a key, the usual way', () => {
  it('asks for groups and key, checks, confirms in words, writes, reads back, and tells', async () => {
    const prompts = await associate(new ScriptedPrompts(['/a'], 'logs-key', 'Continue'));
    expect(prompts.asked.map(({ question }) => `${question.step}/${question.totalSteps} ${question.title}`)).toEqual([
      '1/3 Associate KMS Key: Choose Log Groups',
      '2/3 Associate KMS Key: Choose the Key',
      '3/3 Associate KMS Key: Check the Key Policy',
    ]);
    expect(prompts.confirmations).toEqual([
      {
        message: 'Associate the key "logs-key" with the log group "/a"?',
        detail:
          'Account 111122223333, Region us-east-1, as arn:aws:iam::111122223333:user/alice\n\n• Only new events are encrypted.\n• Keep the old key.',
        verb: 'Associate',
      },
    ]);
    expect(session.logGroups.writes).toEqual([`associate /a ${keyArn('1')}`]);
    expect(lastMessage()).toMatchObject({
      level: 'info',
      text: 'The log group "/a" now uses the key "logs-key". New events are encrypted with it within five minutes.',
    });
  });

  it('gives the server the facts of the key, its policy, the group and the caller', async () => {
    session.keys.policies.set(keyArn('1'), '{"Version":"2012-10-17"}');
    await associate(new ScriptedPrompts(['/a'], 'logs-key', 'DISMISS'));
    expect(asked).toEqual([
      {
        key: {
          arn: keyArn('1'),
          keyState: 'Enabled',
          keySpec: 'SYMMETRIC_DEFAULT',
          keyUsage: 'ENCRYPT_DECRYPT',
          keyManager: 'CUSTOMER',
          origin: 'AWS_KMS',
        },
        keyPolicy: '{"Version":"2012-10-17"}',
        logGroup: { name: '/a', arn: 'arn:aws:logs:us-east-1:111122223333:log-group:/a' },
        callerArn: 'arn:aws:iam::111122223333:user/alice',
      },
    ]);
  });

  it('ranks keys that can work first and gives the others a reason', async () => {
    const prompts = await associate(new ScriptedPrompts(['/a'], 'DISMISS'));
    expect(prompts.asked.at(-1)?.choices.map(({ label, description, group }) => [label, description, group])).toEqual([
      ['$(key) logs-key', '1', 'Can be used'],
      ['$(circle-slash) aws/s3', 'AWS managed key: its policy cannot be edited', 'Cannot be used for log groups'],
      ['$(circle-slash) off', 'Disabled: the key must be enabled', 'Cannot be used for log groups'],
      ['$(circle-slash) rsa', 'RSA_2048: log groups need a symmetric encryption key', 'Cannot be used for log groups'],
      ['$(circle-slash) secret', 'kms:DescribeKey is missing', 'Cannot be used for log groups'],
    ]);
  });

  it('skips the question for log groups when it starts from their rows', async () => {
    const nodes = [row('/a'), row('/b')];
    const prompts = await associate(new ScriptedPrompts('logs-key', 'Continue'), nodes[0], nodes);
    expect(prompts.asked[0]?.question).toMatchObject({ step: 1, totalSteps: 2 });
    expect(session.logGroups.writes).toHaveLength(2);
    expect(lastMessage()?.text).toContain('2 log groups now use the key "logs-key"');
  });

  it('skips the question for the key when it starts from its row', async () => {
    const node = { kind: 'key', key: key('1', 'logs-key'), session };
    const prompts = await associate(new ScriptedPrompts(['/b'], 'Continue'), node);
    expect(prompts.asked).toHaveLength(2);
    expect(session.logGroups.writes).toEqual([`associate /b ${keyArn('1')}`]);
  });

  it('goes back a step and forward again', async () => {
    const prompts = await associate(new ScriptedPrompts(['/a'], 'BACK', ['/b'], 'off', 'BACK', 'logs-key', 'Continue'));
    expect(prompts.asked.map(({ question }) => question.step)).toEqual([1, 2, 1, 2, 3, 2, 3]);
    expect(session.logGroups.writes).toEqual([`associate /b ${keyArn('1')}`]);
  });

  it('stays within five requests a second for many groups', async () => {
    await associate(new ScriptedPrompts(['/a', '/b', '/a/neighbour'], 'logs-key', 'Continue'));
    expect(delays.filter((ms) => ms >= 200)).toHaveLength(2);
    expect(fake.progress).toEqual(['1 of 3: /a', '2 of 3: /b', '3 of 3: /a/neighbour']);
  });
});

describe('choosing log groups', () => {
  it('names the key of each group by its alias', async () => {
    session.logGroups.groups = [logGroup('/a', keyArn('1')), logGroup('/b')];
    const prompts = await associate(new ScriptedPrompts('DISMISS'));
    expect(prompts.asked[0]?.choices.map(({ label, description }) => [label, description])).toEqual([
      ['/a', 'key logs-key'],
      ['/b', 'no customer key'],
    ]);
  });
});

describe('leaving at each step changes nothing', () => {
  it.each([
    ['at the log groups', new ScriptedPrompts('DISMISS')],
    ['at the key', new ScriptedPrompts(['/a'], 'DISMISS')],
    ['at the checks', new ScriptedPrompts(['/a'], 'logs-key', 'DISMISS')],
  ])('%s', async (_step, prompts) => {
    await associate(prompts);
    expect(session.logGroups.writes).toEqual([]);
    expect(prompts.confirmations).toEqual([]);
    expect(fake.messages).toEqual([]);
  });

  it('at the confirmation', async () => {
    const prompts = new ScriptedPrompts(['/a'], 'logs-key', 'Continue');
    prompts.confirms = false;
    await associate(prompts);
    expect(prompts.confirmations).toHaveLength(1);
    expect(session.logGroups.writes).toEqual([]);
    expect(fake.messages).toEqual([]);
  });
});

describe('checks that block', () => {
  beforeEach(() => {
    verdict = () => BLOCKED;
  });

  it('offers no way on, but the missing statement and the amended policy', async () => {
    const prompts = await associate(new ScriptedPrompts(['/a'], 'logs-key', 'DISMISS'));
    expect(prompts.lastLabels).toEqual([
      '$(file-code) Open the Amended Key Policy',
      '$(copy) Copy the Missing Statement',
      '$(refresh) Check Again',
      '$(error) Blocks',
      '$(pass) Passed',
    ]);
  });

  it('copies the statement and says what to do with it', async () => {
    await associate(new ScriptedPrompts(['/a'], 'logs-key', 'Copy the Missing Statement'));
    expect(fake.clipboard).toBe('{ "Sid": "Logs" }');
    expect(lastMessage()?.text).toContain('Nothing was changed');
    expect(session.logGroups.writes).toEqual([]);
  });

  it('opens the amended policy as a new document', async () => {
    await associate(new ScriptedPrompts(['/a'], 'logs-key', 'Open the Amended Key Policy'));
    expect(fake.opened).toEqual([{ language: 'json', content: BLOCKED.amendedPolicy }]);
    expect(session.logGroups.writes).toEqual([]);
  });

  it('shows a chosen check in full, then the list again, without asking AWS again', async () => {
    const prompts = await associate(new ScriptedPrompts(['/a'], 'logs-key', 'Blocks', 'DISMISS'));
    expect(prompts.told).toEqual([
      'Blocks (POL-PRINCIPAL): The key policy does not mention logs.us-east-1.amazonaws.com.',
    ]);
    expect(prompts.asked).toHaveLength(4);
    expect(asked).toHaveLength(1);
  });

  it('checks again with a policy that was mended meanwhile', async () => {
    const prompts = new ScriptedPrompts(['/a'], 'logs-key', 'Check Again', 'Continue');
    prompts.beforeAnswer = (count) => {
      if (count === 3) {
        verdict = () => ALLOWED;
      }
    };
    await associate(prompts);
    expect(session.logGroups.writes).toHaveLength(1);
  });

  it('goes on with the groups that are not blocked, and names how many', async () => {
    verdict = ({ logGroup: { name } }) => (name === '/a' ? BLOCKED : ALLOWED);
    const prompts = await associate(new ScriptedPrompts(['/a', '/b'], 'logs-key', 'Continue'));
    expect(prompts.asked.at(-1)?.choices[0]?.detail).toContain('1 of 2 log groups');
    expect(prompts.confirmations[0]?.message).toBe('Associate the key "logs-key" with the log group "/b"?');
    expect(session.logGroups.writes).toEqual([`associate /b ${keyArn('1')}`]);
  });

  it('leaves out groups that use the key already, and offers nothing when that is all of them', async () => {
    verdict = () => ALLOWED;
    session.logGroups.groups = [logGroup('/a', keyArn('1')), logGroup('/b')];
    await associate(new ScriptedPrompts(['/a', '/b'], 'logs-key', 'Continue'));
    expect(session.logGroups.writes).toEqual([`associate /b ${keyArn('1')}`]);
    feature.dispose();
    const prompts = await associate(new ScriptedPrompts(['/a'], 'logs-key', 'DISMISS'));
    expect(prompts.lastLabels).toEqual(['$(refresh) Check Again', '$(pass) Passed']);
  });

  it('amends the policy for all blocked groups, one on top of the other', async () => {
    verdict = ({ keyPolicy = '', logGroup: { name } }) => ({
      ...BLOCKED,
      missingStatement: `statement for ${name}`,
      amendedPolicy: `${keyPolicy}+${name}`,
    });
    session.keys.policies.set(keyArn('1'), 'policy');
    await associate(new ScriptedPrompts(['/a', '/b'], 'logs-key', 'Open the Amended Key Policy'));
    expect(fake.opened[0]?.content).toBe('policy+/a+/b');
  });

  it('never draws icons that stand in a text of the account', async () => {
    verdict = () => ({ ...BLOCKED, checks: [{ id: 'X', outcome: 'error', message: 'Sid "$(alert)" denies' }] });
    const prompts = await associate(new ScriptedPrompts(['/a'], 'logs-key', 'DISMISS'));
    expect(prompts.asked.at(-1)?.choices.at(-1)?.detail).not.toContain('$(alert)');
  });
});

describe('what may not be read', () => {
  it('stops with advice when the key may not be described', async () => {
    await associate(new ScriptedPrompts(['/a'], 'secret'));
    expect(lastMessage()).toMatchObject({ level: 'error' });
    expect(lastMessage()?.text).toContain('Ask for kms:DescribeKey on it');
  });

  it('goes on without a policy that may not be read, and tells the server why it is absent', async () => {
    session.keys.failures.set(`policy ${keyArn('1')}`, denied('kms:GetKeyPolicy'));
    await associate(new ScriptedPrompts(['/a'], 'logs-key', 'Continue'));
    expect(asked[0]).toMatchObject({ keyPolicyError: 'not authorized to perform: kms:GetKeyPolicy' });
    expect(asked[0]).not.toHaveProperty('keyPolicy');
    expect(session.logGroups.writes).toHaveLength(1);
  });

  it('stops when a log group is gone', async () => {
    await associate(new ScriptedPrompts('logs-key'), row('/gone'));
    expect(lastMessage()?.text).toContain('The log group "/gone" no longer exists');
  });
});

describe('refusals of AWS', () => {
  it.each([
    [
      'a key that is not found',
      { code: 'InvalidParameterException', message: "The specified KMS Key Id could not be found. '/a'" },
      'Check that it is enabled and in us-east-1',
    ],
    [
      'a key policy that does not admit the group',
      {
        code: 'AccessDeniedException',
        message: "The specified KMS key does not exist or is not allowed to be used with Arn 'arn:aws:logs:…:/a'",
      },
      'The key policy does not let CloudWatch Logs in us-east-1 use the key',
    ],
    [
      'a caller without rights on the key',
      { code: 'AccessDeniedException', message: 'not authorized', missingAction: 'kms:DescribeKey' },
      'You lack kms:DescribeKey on the key',
    ],
    [
      'a caller without the right',
      { code: 'AccessDeniedException', action: 'logs:AssociateKmsKey' },
      'AWS denied "logs:AssociateKmsKey"',
    ],
    ['a group that is gone', { code: 'ResourceNotFoundException' }, 'The log group no longer exists'],
    ['a quota', { code: 'LimitExceededException' }, 'A quota of CloudWatch Logs is used up'],
    ['an outage', { code: 'ServiceUnavailableException' }, 'not available at the moment'],
    ['an error nobody knows', { code: 'BrandNewException' }, 'AWS refused'],
  ])('words %s, with the exact error and its request id in the log', async (_name, changes, advice) => {
    const kind = changes.code === 'AccessDeniedException' ? 'accessDenied' : 'other';
    const refusal = failure(kind, { action: 'logs:AssociateKmsKey', requestId: 'req-1', ...changes });
    session.logGroups.failures.set('/a', [refusal]);
    await associate(new ScriptedPrompts(['/a'], 'logs-key', 'Continue'));
    expect(lastMessage()).toMatchObject({ level: 'error', buttons: ['Show Log'] });
    expect(lastMessage()?.text).toContain('The log group "/a" was not changed.');
    expect(lastMessage()?.text).toContain(advice);
    expect(lastMessage()?.text).toContain(`${changes.code}: ${refusal.awsFailure.message}`);
    expect(logger.lines).toContainEqual(
      expect.stringContaining(`error logs:AssociateKmsKey failed with ${changes.code} (request id req-1): `),
    );
  });

  it('tries again when two changes collide, and gives up after the third time', async () => {
    const aborted = () => failure('other', { code: 'OperationAbortedException' });
    session.logGroups.failures.set('/a', [aborted(), aborted()]);
    session.logGroups.failures.set('/b', [aborted(), aborted(), aborted()]);
    fake.pressButton = ({ buttons }) => (buttons.includes('Show Report') ? 'Show Report' : undefined);
    await associate(new ScriptedPrompts(['/a', '/b'], 'logs-key', 'Continue'));
    expect(session.logGroups.writes).toHaveLength(6);
    expect(fake.opened[0]?.content).toContain('`/b`: The log group "/b" was not changed. Another change');
  });

  it('reports each of several groups, failures first', async () => {
    session.logGroups.failures.set('/b', [failure('other', { code: 'ServiceUnavailableException' })]);
    fake.pressButton = ({ buttons }) => (buttons.includes('Show Report') ? 'Show Report' : undefined);
    await associate(new ScriptedPrompts(['/a', '/b'], 'logs-key', 'Continue'));
    expect(lastMessage()).toMatchObject({
      level: 'error',
      text: 'Of 2 log groups: 1 changed, 0 accepted but not visible yet, 1 failed, 0 not attempted. The report says which.',
    });
    const lines = fake.opened[0]?.content.split('\n') ?? [];
    expect(lines[2]).toContain('`/b`');
    expect(lines[3]).toContain('`/a`: The log group "/a" now uses the key');
  });

  it('says so when AWS accepts a change but never shows it', async () => {
    session.logGroups.staysInvisible = true;
    await associate(new ScriptedPrompts(['/a'], 'logs-key', 'Continue'));
    expect(lastMessage()).toMatchObject({ level: 'warning' });
    expect(lastMessage()?.text).toContain('AWS accepted the change of the log group "/a" but does not show it yet');
    expect(delays).toEqual([0, 250, 500, 1000, 2000, 3000]);
  });

  it('ends the session when the sign-in expires during the change', async () => {
    session.logGroups.failures.set('/a', [failure('expired')]);
    await associate(new ScriptedPrompts(['/a', '/b'], 'logs-key', 'Continue'));
    expect(sessions.state).toMatchObject({ kind: 'failed', failure: { kind: 'expired' } });
  });
});

describe('interruptions', () => {
  it('stops between two groups when the progress is cancelled, and says what was not attempted', async () => {
    session.logGroups.onWrite = () => fake.cancelProgress?.();
    await associate(new ScriptedPrompts(['/a', '/b'], 'logs-key', 'Continue'));
    expect(session.logGroups.writes).toEqual([`associate /a ${keyArn('1')}`]);
    expect(lastMessage()?.text).toContain('1 changed, 0 accepted but not visible yet, 0 failed, 1 not attempted');
  });

  it('changes nothing as another identity: a switch before the confirmation stops it', async () => {
    const prompts = new ScriptedPrompts(['/a'], 'logs-key', 'Continue');
    prompts.beforeAnswer = (count) => {
      if (count === 3) {
        void sessions.reconnect({ profile: 'prod' });
      }
    };
    await associate(prompts);
    expect(session.logGroups.writes).toEqual([]);
    expect(lastMessage()?.text).toContain('Nothing was changed');
  });

  it('stops before the next group when the identity is switched during the change', async () => {
    session.logGroups.onWrite = () => void sessions.reconnect({ profile: 'prod' });
    await associate(new ScriptedPrompts(['/a', '/b'], 'logs-key', 'Continue'));
    expect(session.logGroups.writes).toEqual([`associate /a ${keyArn('1')}`]);
    expect(lastMessage()?.text).toContain('1 not attempted');
  });
});

describe('disassociating', () => {
  const old = keyArn('9');

  beforeEach(() => {
    session.logGroups.groups = [logGroup('/a', old), logGroup('/b', old), logGroup('/plain')];
  });

  it('offers only encrypted groups, warns of the old key, writes and reads back', async () => {
    const prompts = await run('sealwright.disassociateKey', new ScriptedPrompts(['/a']));
    expect(prompts.lastLabels).toEqual(['/a', '/b']);
    expect(prompts.confirmations[0]).toMatchObject({
      message: 'Disassociate the key from the log group "/a"?',
      verb: 'Disassociate',
    });
    expect(prompts.confirmations[0]?.detail).toContain(`Reading them still needs that key: ${old}`);
    expect(session.logGroups.writes).toEqual(['disassociate /a']);
    expect(lastMessage()?.text).toContain('no longer uses a customer key for new events');
  });

  it('takes the selected rows, leaving out those without a key', async () => {
    const nodes = [row('/a', old), row('/b', old), row('/plain')];
    await run('sealwright.disassociateKey', new ScriptedPrompts(), nodes[0], nodes);
    expect(session.logGroups.writes).toEqual(['disassociate /a', 'disassociate /b']);
  });

  it('says so when the group has no key', async () => {
    await run('sealwright.disassociateKey', new ScriptedPrompts(), row('/plain'));
    expect(lastMessage()?.text).toBe('No key is associated with the log group "/plain".');
  });

  it('changes nothing when dismissed or not confirmed', async () => {
    await run('sealwright.disassociateKey', new ScriptedPrompts('DISMISS'));
    const prompts = new ScriptedPrompts(['/a']);
    prompts.confirms = false;
    await run('sealwright.disassociateKey', prompts);
    expect(session.logGroups.writes).toEqual([]);
  });
});
