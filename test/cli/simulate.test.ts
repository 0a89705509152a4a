import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import type { DecisionReport } from '../../protocol/src/access.js';
import { bundlePath } from '../support/bundle.js';
import { folderWith, runCli } from '../support/cli.js';

const ROLE = 'arn:aws:iam::111122223333:role/App';
const allow = (more: object) => ({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', ...more });
const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const DELEGATING = policy(allow({ Principal: { AWS: '111122223333' }, Action: 'kms:*' }));
const NAMING = policy(
  allow({ Principal: { AWS: ROLE }, Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } }),
);
const FILES = {
  'delegating.json': JSON.stringify(DELEGATING),
  'naming.json': JSON.stringify(NAMING),
  'allow.json': JSON.stringify(policy(allow({}))),
  'deny.json': JSON.stringify(policy(allow({ Effect: 'Deny', Action: 'kms:*' }), allow({ Action: '*' }))),
  'grants.json': JSON.stringify({ Grants: [{ GranteePrincipal: ROLE, Operations: ['Decrypt'] }] }),
};

let folder: ReturnType<typeof folderWith> | undefined;
afterEach(() => folder?.remove());
const run = (args: readonly string[], stdin?: string) => {
  folder = folderWith(FILES);
  return runCli(['simulate', ...args], { cwd: folder.path, ...(stdin !== undefined && { stdin }) });
};
const decide = async (...args: string[]) => {
  const { stdout, stderr } = await run(['--principal', ROLE, '--action', 'kms:Decrypt', '--format', 'json', ...args]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as DecisionReport;
};

describe('sealwright simulate', () => {
  it.each([
    [
      'delegated',
      ['--key-policy', 'delegating.json', '--no-boundary', '--no-session-policies', '--no-guardrails', '--no-grants'],
      'delegatedToIam',
    ],
    ['without identity policies', ['--key-policy', 'delegating.json', '--complete'], 'implicitDeny'],
    [
      'with an identity policy',
      ['--key-policy', 'delegating.json', '--identity-policy', 'allow.json', '--complete'],
      'allowed',
    ],
    [
      'denied by an SCP',
      ['--key-policy', 'delegating.json', '--identity-policy', 'allow.json', '--scp', 'deny.json', '--complete'],
      'explicitDeny',
    ],
    [
      'outside of the boundary',
      ['--key-policy', 'delegating.json', '--identity-policy', 'allow.json', '--boundary', 'deny.json'],
      'explicitDeny',
    ],
    [
      'with the condition met',
      ['--key-policy', 'naming.json', '--complete', '--context', 'kms:ViaService=s3.us-east-1.amazonaws.com'],
      'allowed',
    ],
    ['without the condition key', ['--key-policy', 'naming.json', '--complete'], 'implicitDeny'],
    ['with a partial context', ['--key-policy', 'naming.json', '--complete', '--context-partial'], 'unknown'],
    ['by a grant', ['--key-policy', 'naming.json', '--complete', '--grants', 'grants.json'], 'allowed'],
    [
      'on a disabled key',
      ['--key-policy', 'delegating.json', '--identity-policy', 'allow.json', '--complete', '--key-state', 'Disabled'],
      'implicitDeny',
    ],
  ])('decides a request %s', async (_, args, decision) => {
    expect((await decide(...args)).decision).toBe(decision);
  });

  it('shows the proof, and what would have to be known', async () => {
    const { stdout } = await run([
      '--principal',
      ROLE,
      '--action',
      'kms:Decrypt',
      '--key-policy',
      'naming.json',
      '--context-partial',
      '--complete',
    ]);
    expect(stdout).toMatch(/^unknown\n/);
    expect(stdout).toContain('StringEquals kms:ViaService: not known');
    expect(stdout).toMatch(/Would have to be known: .*kms:ViaService/);
  });

  it.each([
    [['--action', 'kms:Decrypt'], /"--principal" is needed/],
    [['--principal', ROLE], /"--action" is needed/],
    [['--principal', 'nobody', '--action', 'kms:Decrypt'], /principal/],
    [['--principal', ROLE, '--action', 'kms:Decrypt', '--context', 'x'], /KEY=VALUE/],
    [['--principal', ROLE, '--action', 'kms:Decrypt', '--boundary', 'allow.json', '--no-boundary'], /contradict/],
    [['--principal', ROLE, '--action', 'kms:Decrypt', '--key-policy', 'none.json'], /does not exist/],
    [['--principal', ROLE, '--action', 'kms:Decrypt', 'extra'], /"extra" belongs to no option/],
    [['--jsonl', '--jsnl'], /Did you mean "--jsonl"\?/],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('sealwright simulate --jsonl', () => {
  const request = { principal: ROLE, action: 'kms:Decrypt', keyPolicy: NAMING, key: { account: '111122223333' } };
  const complete = {
    ...request,
    identityPolicies: [],
    boundary: null,
    sessionPolicies: [],
    scps: [],
    rcps: [],
    grants: [],
  };
  const answers = (stdout: string) =>
    stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as DecisionReport & { error?: string });

  it('answers each line in order, bad ones too, and goes on', async () => {
    const lines = [
      JSON.stringify(complete),
      '',
      '{ "principal": ',
      '{}',
      '[1]',
      JSON.stringify({ ...complete, keyPolicy: 7 }),
      JSON.stringify({ ...complete, context: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }),
    ];
    const { code, stdout, stderr } = await run(['--jsonl'], `${lines.join('\r\n')}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const all = answers(stdout);
    expect(all.map(({ decision, error }) => decision ?? (error === undefined ? 'nothing' : 'error'))).toEqual([
      'implicitDeny',
      'error',
      'error',
      'error',
      'error',
      'error',
      'allowed',
    ]);
    expect(all[6]?.because[0]).toMatchObject({ source: 'keyPolicy', outcome: 'allows', statement: { index: 0 } });
    expect(all[0]?.missing).toEqual([]);
  });

  it('answers while the stream goes on, and nothing for an empty one', async () => {
    expect(await run(['--jsonl'], '')).toEqual({ code: 0, stdout: '', stderr: '' });
    const child = spawn(process.execPath, [bundlePath('cli.js'), 'simulate', '--jsonl']);
    const first = new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve));
    child.stdin.write(`${JSON.stringify(complete)}\n`);
    expect(JSON.parse(await first)).toMatchObject({ decision: 'implicitDeny' });
    const exited = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.end();
    expect(await exited).toBe(0);
  });

  it('reads lines that come in pieces, whatever the script', async () => {
    const long = JSON.stringify({ ...complete, context: { note: '한글'.repeat(100_000) } });
    const { stdout } = await run(['--jsonl'], `${long}\n${long}\n`);
    expect(answers(stdout).map(({ decision }) => decision)).toEqual(['implicitDeny', 'implicitDeny']);
  });

  it('does not read faster than its answers are taken', async () => {
    const child = spawn(process.execPath, [bundlePath('cli.js'), 'simulate', '--jsonl']);
    child.stdout.pause();
    child.stdin.on('error', () => undefined); // it is killed with its input open
    const line = `${JSON.stringify(complete)}\n`.repeat(200);
    let written = 0;
    const isFull = await new Promise<boolean>((resolve) => {
      const more = () => {
        while (written < 20_000_000) {
          written += line.length;
          if (!child.stdin.write(line)) {
            child.stdin.once('drain', more);
            return;
          }
        }
        resolve(false);
      };
      more();
      setTimeout(() => resolve(true), 4_000);
    });
    child.kill();
    expect(isFull).toBe(true);
  });
});
