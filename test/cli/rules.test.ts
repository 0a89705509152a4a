import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = (...args: string[]) => runCli(args, { cwd: ROOT });
const pages = readdirSync(path.join(ROOT, 'docs/rules'))
  .filter((name) => !['README.md', 'coverage.md', 'facts.md'].includes(name))
  .map((name) => name.replace(/\.md$/, ''));

describe('sealwright rules', () => {
  it('lists every rule as JSON', async () => {
    const { code, stdout } = await run('rules', '--format', 'json');
    expect(code).toBe(0);
    const { version, rules } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([...pages].sort());
    expect(rules[0]).toMatchObject({
      id: expect.any(String),
      defaultLevel: expect.any(String),
      docs: expect.any(String),
    });
  });

  it('lists every rule for people, one a line', async () => {
    const { stdout } = await run('rules');
    expect(stdout.trim().split('\n')).toHaveLength(pages.length);
  });
});

describe('sealwright explain', () => {
  it('prints the page of a rule', async () => {
    const { code, stdout } = await run('explain', 'effect-invalid');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# effect-invalid\n/);
  });

  it('has a page to print for every rule there is', async () => {
    const { rules } = JSON.parse((await run('rules', '--format', 'json')).stdout);
    expect(rules.length).toBeGreaterThanOrEqual(25);
    expect(rules.filter(({ id }: { id: string }) => !pages.includes(id))).toEqual([]);
  });

  it('finds rules by the names that other tools have for them, in any letter case', async () => {
    const { rules } = JSON.parse((await run('rules', '--format', 'json')).stdout);
    const known = rules.find(({ id }: { id: string }) => id === 'public-principal');
    expect(known.peers).toContain('CKV_AWS_33');
    const { code, stdout } = await run('explain', 'ckv_aws_33');
    expect(code).toBe(0);
    expect(stdout).toMatch(/"ckv_aws_33"[^\n]*\n {2}public-principal: \S/);
  });

  it.each([
    [['explain', 'effect-invald'], 'Did you mean "effect-invalid"?'],
    [['explain'], 'Name one rule'],
    [[], 'Name a command'],
    [['frob'], '"frob"'],
  ])('%j exits with 2 and says what to do', async (args, expected) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
  });
});

describe('sealwright', () => {
  it('prints its version and its help', async () => {
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await run('--help')).stdout).toContain('Exit codes');
  });
});
