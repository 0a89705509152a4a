import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, runCli } from '../support/cli.js';

const policy = (effect: string, more = '') =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "Root",\n      "Effect": "${effect}",\n      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },\n      "Action": "kms:*",\n      "Resource": "*"${more}\n    }\n  ]\n}\n`;
const GOOD = policy('Allow');
const BAD = policy('allow');
const WARNS = GOOD.replace('  "Version": "2012-10-17",\n', '');

let folder: ReturnType<typeof folderWith> | undefined;
afterEach(() => folder?.remove());
const check = (
  files: Parameters<typeof folderWith>[0],
  args: string[],
  more: Partial<Parameters<typeof runCli>[1]> = {},
) => {
  folder = folderWith(files);
  return runCli(['check', ...args], { cwd: folder.path, ...more });
};
const findingsOf = (stdout: string): { file: string; rule: string; severity: string }[] => JSON.parse(stdout).findings;
const filesOf = (stdout: string) => [...new Set(findingsOf(stdout).map(({ file }) => file))];

describe('sealwright check', () => {
  it('exits with 0 on a clean policy', async () => {
    const { code, stdout, stderr } = await check({ 'key.json': GOOD }, ['key.json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Errors: 0');
  });

  it('exits with 1 on an error and shows file, place, message and rule', async () => {
    const { code, stdout } = await check({ 'key.json': BAD }, ['key.json']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^key\.json\n {2}6:17 +error +.*"allow".* effect-invalid$/m);
  });

  it('fails on warnings only when there are more than permitted', async () => {
    expect((await check({ 'a.json': WARNS }, ['a.json'])).code).toBe(0);
    expect((await check({ 'a.json': WARNS }, ['a.json', '--max-warnings', '1'])).code).toBe(0);
    const { code, stderr } = await check({ 'a.json': WARNS }, ['a.json', '--max-warnings', '0']);
    expect(code).toBe(1);
    expect(stderr).toContain('more than the permitted 0');
  });

  it('reads directories recursively, without what git ignores', async () => {
    const files = {
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': 'build/\n*.local.json\n',
      'a/deep/key.json': BAD,
      'a/key.jsonc': `// why\n${BAD}`,
      'a/.gitignore': 'secret.json\n',
      'a/secret.json': BAD,
      'build/key.json': BAD,
      'x.local.json': BAD,
      'node_modules/p/key.json': BAD,
      'package.json': '{"name":"x","version":"1.0.0"}',
      'broken.json': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",',
      'notes.md': BAD,
    };
    const { stdout, code } = await check(files, ['.', '--format', 'json']);
    expect(code).toBe(1);
    expect(filesOf(stdout)).toEqual(['a/deep/key.json', 'a/key.jsonc', 'broken.json']);
    expect(JSON.parse(stdout).files).toBe(4);
  });

  it('checks a file that is named even when git ignores it, and takes the working directory for no argument', async () => {
    const files = { '.git/HEAD': 'x', '.gitignore': '*.json\n', 'key.json': BAD };
    expect((await check(files, ['key.json'])).code).toBe(1);
    expect((await check(files, [])).code).toBe(0);
  });

  it('expands globs itself', async () => {
    const files = { 'keys/a.json': BAD, 'keys/b.json': GOOD, 'other/c.json': BAD };
    const { stdout } = await check(files, ['keys/*.json', '--format', 'json']);
    expect(JSON.parse(stdout).files).toBe(2);
    expect(filesOf(stdout)).toEqual(['keys/a.json']);
  });

  it('reads standard input for "-"', async () => {
    const { code, stdout } = await check({}, ['-', '--format', 'json'], { stdin: BAD });
    expect(code).toBe(1);
    expect(filesOf(stdout)).toEqual(['<stdin>']);
  });

  it('reports one-based lines and columns in the documented JSON', async () => {
    const { stdout } = await check({ 'key.json': BAD }, ['key.json', '--format', 'json']);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['version', 'files', 'findings', 'summary']);
    expect(report.version).toBe(1);
    expect(report.findings).toEqual([
      {
        file: 'key.json',
        rule: 'effect-invalid',
        severity: 'error',
        message: expect.stringContaining('"allow"'),
        start: { line: 6, column: 17 },
        end: { line: 6, column: 24 },
        docs: expect.stringMatching(/docs\/rules\/effect-invalid\.md$/),
        fixable: true,
      },
    ]);
    expect(report.summary).toMatchObject({ policies: 1, errors: 1, warnings: 0, fixable: 1 });
  });

  it('counts columns behind CRLF line ends as editors do', async () => {
    const { stdout } = await check({ 'key.json': BAD.replaceAll('\n', '\r\n') }, ['key.json', '--format', 'json']);
    expect(JSON.parse(stdout).findings[0].start).toEqual({ line: 6, column: 17 });
  });

  it('fixes what is certain, and keeps line ends and the rest', async () => {
    const text = BAD.replaceAll('\n', '\r\n');
    const { code, stdout } = await check({ 'key.json': text }, ['--fix', 'key.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('Files fixed: 1.');
    expect(readFileSync(path.join(folder?.path ?? '', 'key.json'), 'utf8')).toBe(GOOD.replaceAll('\n', '\r\n'));
  });

  it('takes levels from options over the configuration file', async () => {
    const files = { 'sealwright.config.json': '{ "rules": { "effect-invalid": "off" } }', 'key.json': BAD };
    expect((await check(files, ['key.json'])).code).toBe(0);
    const { stdout, code } = await check(files, ['key.json', '--rule', 'effect-invalid=warning', '--format', 'json']);
    expect(code).toBe(0);
    expect(findingsOf(stdout)[0]?.severity).toBe('warning');
  });

  it('finds the nearest configuration file, and reads kinds and overrides from it', async () => {
    const files = {
      'sealwright.config.json':
        '{ "overrides": [{ "files": ["bad/**"], "rules": { "effect-invalid": "off" }, "reason": "examples" }] }',
      'bad/key.json': BAD,
      'deep/sealwright.config.json': '{ "policyKinds": { "*.json": "none" } }',
      'deep/key.json': BAD,
      'key.json': BAD,
    };
    const { stdout } = await check(files, ['.', '--format', 'json']);
    expect(filesOf(stdout)).toEqual(['key.json']);
    expect(
      (await check({ ...files, 'other.json': '{"rules":{"effect-invalid":"hint"}}' }, ['.', '--config', 'other.json']))
        .code,
    ).toBe(0);
  });

  it('compares policies with the account that options and configuration files name', async () => {
    const files = {
      'sealwright.config.json': JSON.stringify({
        context: { account: '111122223333' },
        overrides: [{ files: ['prod/**'], context: { account: '444455556666' } }],
      }),
      'prod/key.json': GOOD,
      'test/key.json': GOOD,
    };
    expect(findingsOf((await check(files, ['.', '--format', 'json'])).stdout)).toMatchObject([
      { file: 'prod/key.json', rule: 'key-root-other-account' },
    ]);
    const { stdout } = await check(files, ['.', '--account', '777788889999', '--format', 'json']);
    expect(filesOf(stdout)).toEqual(['prod/key.json', 'test/key.json']);
    expect((await check(files, ['.', '--account', '111122223333', '--region', 'eu-west-1'])).code).toBe(0);
  });

  it.each([
    ['sarif', (text: string) => expect(JSON.parse(text).runs[0].results).toHaveLength(1)],
    ['github', (text: string) => expect(text).toMatch(/^::error file=key\.json,line=6,/)],
    ['junit', (text: string) => expect(text).toMatch(/<testsuites tests="1" failures="1"[\s\S]*<\/testsuites>/)],
  ])('prints a report as %s, and nothing else', async (format, expectReport) => {
    const { code, stdout, stderr } = await check({ 'key.json': BAD }, ['key.json', '--format', format]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expectReport(stdout);
  });

  it('speaks Korean when asked, and when the environment does', async () => {
    expect((await check({ 'key.json': BAD }, ['key.json', '--locale', 'ko'])).stdout).toContain('오류');
    expect((await check({ 'key.json': BAD }, ['key.json'], { env: { LANG: 'ko_KR.UTF-8' } })).stdout).toContain('오류');
  });
});

describe('bad input', () => {
  it.each([
    ['a path that does not exist', ['nope.json'], '"nope.json" does not exist'],
    ['a glob that matches nothing', ['nope/*.json'], '"nope/*.json" matches no file'],
    ['an unknown format', ['--format', 'xml', '.'], '"xml" is no format'],
    ['an unknown option', ['--frobnicate', '.'], '--frobnicate'],
    ['an unknown rule', ['--rule', 'effect-invald=off', '.'], 'Did you mean "effect-invalid"?'],
    ['an unknown level', ['--rule', 'effect-invalid=loud', '.'], '"loud" is no level'],
    ['a count that is none', ['--max-warnings', 'many', '.'], '"many" is none'],
    ['a missing configuration file', ['--config', 'nope.json', '.'], '"nope.json" cannot be read'],
    ['a broken configuration file', ['--config', 'bad.json', '.'], '"bad.json" is not as it should be'],
    ['an account that is none', ['--account', '1234', '.'], '"1234" is none'],
    ['a Region that is none', ['--region', 'Seoul', '.'], '"Seoul" is none'],
    ['a configuration file with a wrong fact', ['--config', 'fact.json', '.'], '"context.account"'],
    ['--fix on standard input', ['--fix', '-'], 'standard input'],
    ['a kind of file that is not read', ['notes.md'], '"notes.md"'],
    ['a binary file', ['binary.json'], '"binary.json" holds NUL bytes'],
    ['a file that is not UTF-8', ['latin1.json'], '"latin1.json" is not valid UTF-8'],
  ])('%s exits with 2 and a message that names it', async (_, args, expected) => {
    const files = {
      'bad.json': '{ "rules": 1 }',
      'fact.json': '{ "context": { "account": "1234" } }',
      'notes.md': '# notes',
      'binary.json': new Uint8Array([0x7b, 0, 1, 2]),
      'latin1.json': new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]),
    };
    const { code, stderr } = await check(files, args);
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('still reports the other files when one cannot be read', async () => {
    const { code, stdout, stderr } = await check({ 'a.json': BAD, 'b.json': new Uint8Array([0]) }, [
      '.',
      '--format',
      'json',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('"b.json"');
    expect(filesOf(stdout)).toEqual(['a.json']);
  });

  it('reports a byte order mark where it stands', async () => {
    const { stdout } = await check({ 'key.json': `\uFEFF${GOOD}` }, ['key.json', '--format', 'json']);
    expect(findingsOf(stdout)).toEqual([
      expect.objectContaining({ rule: 'json-syntax', start: { line: 1, column: 1 } }),
    ]);
  });

  it('ignores 5 MB of JSON that is no policy', async () => {
    const text = JSON.stringify(
      Array.from({ length: 80_000 }, (_, id) => ({ id, name: `item ${id}`, tags: ['a', 'b'] })),
    );
    const { code, stdout } = await check({ 'data.json': text }, ['data.json', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ files: 1, findings: [], summary: { policies: 0 } });
  });

  it('says of JSON nested too deeply that it is, instead of crashing', async () => {
    const { code, stderr } = await check({ 'deep.json': `{"Statement":${'['.repeat(200_000)}` }, ['deep.json']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});
