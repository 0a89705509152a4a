import { afterEach, describe, expect, it } from 'vitest';
import type { AccessDiffReport, LockoutReport, WhoCanReport } from '../../protocol/src/access.js';
import { textWidth } from '../../server/src/cli/textWidth.js';
import { folderWith, runCli } from '../support/cli.js';

const ROLE = 'arn:aws:iam::111122223333:role/App';
const statement = (more: object) => ({
  Effect: 'Allow',
  Principal: { AWS: ROLE },
  Action: 'kms:Decrypt',
  Resource: '*',
  ...more,
});
const root = statement({ Principal: { AWS: '111122223333' }, Action: 'kms:*' });
const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const KEY = policy(
  root,
  statement({ Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } }),
);

let folder: ReturnType<typeof folderWith> | undefined;
afterEach(() => folder?.remove());
const run = (
  files: Readonly<Record<string, string>>,
  args: string[],
  more: Partial<Parameters<typeof runCli>[1]> = {},
) => {
  folder = folderWith(files);
  return runCli(args, { cwd: folder.path, ...more });
};

describe('sealwright who-can', () => {
  it('lists callers, ways and conditions', async () => {
    const { code, stdout } = await run({ 'key.json': KEY }, ['who-can', 'key.json', '--action', 'kms:Decrypt']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /role\/App +kms:Decrypt +key policy, by role +when kms:ViaService is s3\.us-east-1\.amazonaws\.com +decrypts/,
    );
    expect(stdout).toMatch(/others of account 111122223333 +kms:Decrypt +IAM policies/);
  });

  it('prints JSON for tools', async () => {
    const { stdout } = await run({ 'key.json': KEY }, [
      'who-can',
      'key.json',
      '--group',
      'decrypt',
      '--format',
      'json',
    ]);
    const report = JSON.parse(stdout) as WhoCanReport;
    expect(report).toMatchObject({
      version: 1,
      actions: ['kms:Decrypt', 'kms:ReEncryptFrom'],
      account: '111122223333',
      grants: [],
      incomplete: [],
    });
    expect(report.access.find(({ principals }) => principals[0]?.principal === ROLE)).toMatchObject({
      actions: ['kms:Decrypt'],
      through: 'role',
      when: [{ operator: 'StringEquals', key: 'kms:ViaService', values: ['s3.us-east-1.amazonaws.com'] }],
      unless: [],
      certain: true,
      statement: { index: 1 },
    });
  });

  it('keeps the columns of Korean text aligned', async () => {
    const { stdout } = await run({ 'key.json': KEY }, [
      'who-can',
      'key.json',
      '--action',
      'kms:Decrypt',
      '--locale',
      'ko',
    ]);
    const lines = stdout.split('\n').filter((line) => line.includes('kms:Decrypt'));
    const columns = new Set(lines.map((line) => textWidth(line.slice(0, line.indexOf('kms:Decrypt')))));
    expect(lines.length).toBeGreaterThan(1);
    expect(stdout).toMatch(/[가-힣]/);
    expect(columns.size).toBe(1);
  });

  it('prints a Markdown table', async () => {
    const { stdout } = await run({ 'key.json': KEY }, [
      'who-can',
      'key.json',
      '--group',
      'decrypt',
      '--format',
      'markdown',
    ]);
    expect(stdout).toMatch(/^\| Principal \| Actions \|/);
    expect(stdout).toContain('| --- |');
  });

  it('reads standard input, what the AWS command line prints, and grants', async () => {
    const grants = JSON.stringify({ Grants: [{ GrantId: 'g1', GranteePrincipal: ROLE, Operations: ['Decrypt'] }] });
    const { stdout } = await run(
      { 'grants.json': grants },
      ['who-can', '-', '--action', 'Decrypt', '--grants', 'grants.json', '--format', 'json'],
      {
        stdin: JSON.stringify({ Policy: policy(root), PolicyName: 'default' }),
      },
    );
    expect((JSON.parse(stdout) as WhoCanReport).grants).toEqual([
      { grantee: ROLE, grantId: 'g1', actions: ['kms:Decrypt'] },
    ]);
  });

  it.each([
    [[], /Name one file/],
    [['missing.json'], /does not exist/],
    [['key.json', '--group', 'decrpt'], /"decrpt" is no group/],
    [['key.json', '--action', 's3:GetObject'], /"s3:GetObject" is no action/],
    [['key.json', '--account', '12'], /"12" is no account/],
    [['key.json', '--formt', 'json'], /no option "--formt"\. Did you mean "--format"\?/],
    [['key.json', '--format', 'sarif'], /"sarif" is no format/],
    [['key.json', '--format'], /"--format" needs a value/],
    [['broken.json'], /is not valid JSON/],
    [['other.json'], /holds no policy/],
  ])('refuses %j', async (args, message) => {
    const files = { 'key.json': KEY, 'broken.json': KEY.slice(0, -30), 'other.json': '{"name":"x"}' };
    const { code, stderr, stdout } = await run(files, ['who-can', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('sealwright access-diff', () => {
  const files = {
    'old.json': KEY,
    'same.json': JSON.stringify(JSON.parse(KEY), undefined, 4),
    'new.json': policy(root, statement({})),
  };

  it('exits with 0 when only the writing differs', async () => {
    const { code, stdout } = await run(files, ['access-diff', 'old.json', 'same.json']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Both policies give the same access.\n' });
  });

  it('exits with 1 and shows what is gained and lost', async () => {
    const { code, stdout } = await run(files, ['access-diff', 'old.json', 'new.json']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Gained\n\n[\s\S]*role\/App +kms:Decrypt +key policy, by role +unless kms:ViaService is s3/,
    );
    expect(stdout).not.toContain('Lost');
  });

  it('says who is not among everyone', async () => {
    const all = policy(statement({ Principal: undefined, NotPrincipal: { AWS: ROLE } }));
    const { stdout } = await run({ 'old.json': policy(), 'new.json': all }, ['access-diff', 'old.json', 'new.json']);
    expect(stdout).toMatch(/^everyone .*PUBLIC\nexcept arn:aws:iam::111122223333:role\/App/m);
  });

  it('gives a request for each change in JSON', async () => {
    const { stdout } = await run(files, ['access-diff', 'new.json', 'old.json', '--format', 'json']);
    const report = JSON.parse(stdout) as AccessDiffReport;
    expect(report).toMatchObject({ version: 1, same: false, gained: [], incomplete: [] });
    expect(report.lost).toMatchObject([
      { actions: ['kms:Decrypt'], otherwise: 'lesser', example: { principal: ROLE, action: 'kms:Decrypt' } },
    ]);
  });

  it('reads one side from standard input, and takes the arguments of git', async () => {
    const piped = await run(files, ['access-diff', '-', 'same.json'], { stdin: KEY });
    expect(piped.code).toBe(0);
    folder?.remove();
    const hex = '0123456789012345678901234567890123456789';
    const git = await run(files, ['access-diff', 'key.json', 'old.json', hex, '100644', 'new.json', hex, '100644']);
    expect(git.code).toBe(1);
  });

  it.each([[['old.json']], [['-', '-']], [['old.json', 'new.json', 'more.json']]])('refuses %j', async (args) => {
    expect((await run(files, ['access-diff', ...args])).code).toBe(2);
  });
});

describe('sealwright lockout', () => {
  const files = { 'key.json': KEY, 'users.json': policy(statement({})) };
  const caller = ['--caller', 'arn:aws:iam::111122223333:role/Admin'];

  it('exits with 0 while the key stays manageable', async () => {
    const { code, stdout } = await run(files, ['lockout', 'key.json', ...caller]);
    expect(code).toBe(0);
    expect(stdout).toContain('through IAM only');
  });

  it('exits with 1 when the caller or a break-glass principal is locked out', async () => {
    const { code, stdout } = await run(files, ['lockout', 'users.json', ...caller]);
    expect(code).toBe(1);
    expect(stdout).toContain('KMS refuses the policy');
    folder?.remove();
    const other = await run(files, [
      'lockout',
      'key.json',
      ...caller,
      '--break-glass',
      'arn:aws:iam::444455556666:role/X',
      '--format',
      'json',
    ]);
    expect(other.code).toBe(1);
    expect(JSON.parse(other.stdout) as LockoutReport).toMatchObject({
      version: 1,
      lockedOut: true,
      principals: [
        { part: 'caller', control: 'iam' },
        { part: 'breakGlass', control: 'no' },
      ],
    });
  });

  it.each([
    [['key.json'], /--caller/],
    [['key.json', '--caller', 'Admin'], /"Admin" is no principal/],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(files, ['lockout', ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('help', () => {
  it('lists the commands, and tells more of each', async () => {
    const { stdout, code } = await run({}, ['--help']);
    expect(code).toBe(0);
    const names = [...stdout.matchAll(/^ {2}([a-z][a-z-]*)(?= )/gm)].map(([, name]) => name);
    expect(names).toEqual(['check', 'simulate', 'who-can', 'access-diff', 'lockout', 'rules', 'explain']);
    for (const name of names) {
      const page = await runCli([name ?? '', '--help'], { cwd: '.' });
      expect({ name, code: page.code }).toEqual({ name, code: 0 });
      expect(page.stdout).toMatch(new RegExp(`^Usage: sealwright ${name}`));
    }
  });

  it('names the command that was probably meant', async () => {
    expect((await run({}, ['who-ca'])).stderr).toContain('Did you mean "who-can"?');
    expect((await run({}, [])).stderr).toContain('who-can');
  });
});
