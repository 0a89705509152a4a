import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const repository = path.join(import.meta.dirname, '../..');
let root: string;

const inRoot = (file: string) => path.join(root, ...file.split('/'));
const read = (file: string) => readFileSync(inRoot(file), 'utf8');
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(inRoot(file)), { recursive: true });
  writeFileSync(inRoot(file), text);
};
const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot(`scripts/${script}`), ...args], {
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
};

/** A repository with nothing but one rule, made by the scaffold itself. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sealwright-generate-'));
  cpSync(path.join(repository, 'scripts'), inRoot('scripts'), { recursive: true });
  symlinkSync(path.join(repository, 'node_modules'), inRoot('node_modules'), 'junction');
  cpSync(path.join(repository, 'protocol/src/vocabulary.ts'), inRoot('protocol/src/vocabulary.ts'));
  for (const directory of ['server/src/rules', 'docs/rules', 'test/rules']) {
    mkdirSync(inRoot(directory), { recursive: true });
  }
  write('package.json', '{ "contributes": { "configuration": { "properties": { "sealwright.rules": {} } } } }');
  write(
    'scripts/generate/data/catalogue.csv',
    'row,id,group,severity,kinds,where,fix,risk,peer,optIn,top\n1,thing-wrong,Things,E,K,offline,yes,low,none,,\n',
  );
  write('scripts/generate/data/coverageReasons.json', '{ "withoutRule": [], "offByDefault": [] }');
  write('scripts/generate/data/facts.txt', '# 1 Things\nThings can be wrong -> thing-wrong\n');
  write('package.nls.json', '{ "description": "Policies" }');
  write('package.nls.ko.json', '{ "description": "정책" }');
  expect(run('newRule.mjs', 'thing-wrong').status).toBe(0);
  write(
    'l10n/src/ko/rules.json',
    JSON.stringify({
      'One sentence that says what the rule reports; it is also the text of the setting.':
        '규칙이 보고하는 내용입니다.',
      'Say what is wrong, with "{0}", and what to do next.': '"{0}"의 문제와 다음 단계를 알립니다.',
    }),
  );
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('npm run generate', () => {
  it('writes index, schema, pages and bundles of a scaffolded rule, and finds them fresh afterwards', () => {
    const first = run('generate.mjs');
    expect(first).toMatchObject({ status: 0 });
    expect(read('server/src/rules/index.ts')).toContain("import { thingWrong } from './thing-wrong.js';");
    const manifest = JSON.parse(read('package.json')) as {
      contributes: { configuration: { properties: Record<string, { properties: unknown }> } };
    };
    expect(manifest.contributes.configuration.properties['sealwright.rules']?.properties).toEqual({
      'thing-wrong': {
        type: 'string',
        enum: ['off', 'hint', 'info', 'warning', 'error'],
        default: 'warning',
        markdownDescription: '%rule.thing-wrong%',
      },
    });
    expect(JSON.parse(read('package.nls.ko.json'))).toEqual({
      description: '정책',
      'rule.thing-wrong': '규칙이 보고하는 내용입니다.',
    });
    expect(read('docs/rules/README.md')).toContain('[thing-wrong](thing-wrong.md) | warning | never |');
    expect(Object.keys(JSON.parse(read('l10n/bundle.l10n.ko.json')) as object)).toHaveLength(2);
    expect(read('docs/rules/coverage.md')).toContain(
      '| 1 | `thing-wrong` | E | K | none | [thing-wrong](thing-wrong.md)',
    );
    expect(read('docs/rules/facts.md')).toContain('| Things can be wrong | [thing-wrong](thing-wrong.md) |');
    expect(run('generate.mjs', '--check')).toMatchObject({ status: 0 });
  });

  it('names stale files with --check, writes nothing, and fails', () => {
    run('generate.mjs');
    write(
      'docs/rules/thing-wrong.md',
      read('docs/rules/thing-wrong.md').replace('**Default**: warning', '**Default**: error'),
    );
    write('server/src/knowledge/generated/services/left-over.json', '{}');
    const before = read('docs/rules/README.md');
    const { status, output } = run('generate.mjs', '--check');
    expect(status).toBe(1);
    for (const file of [
      'package.json',
      'docs/rules/README.md',
      'server/src/knowledge/generated/services/left-over.json',
    ]) {
      expect(output).toContain(file);
    }
    expect(read('docs/rules/README.md')).toBe(before);
    expect(existsSync(inRoot('server/src/knowledge/generated/services/left-over.json'))).toBe(true);
  });

  it('complains of a rule without a page, a text without Korean and a translation without a text', () => {
    rmSync(inRoot('docs/rules/thing-wrong.md'));
    write('l10n/src/ko/rules.json', '{ "Gone": "없음" }');
    const { status, output } = run('generate.mjs');
    expect(status).toBe(1);
    expect(output).toContain('Rule "thing-wrong" needs a page');
    expect(output).toContain('No Korean in l10n/src/ko for "Say what is wrong');
    expect(output).toContain('a text that no source uses: "Gone"');
  });

  it('refuses two translations of one text', () => {
    write('l10n/src/ko/other.json', '{ "Say what is wrong, with \\"{0}\\", and what to do next.": "다른 번역 {0}" }');
    const { status, output } = run('generate.mjs');
    expect(status).toBe(1);
    expect(output).toContain('Two translations of "Say what is wrong');
  });
}, 120_000);

describe('npm run new:rule', () => {
  it('overwrites nothing and refuses ids that are no ids', () => {
    expect(run('newRule.mjs', 'thing-wrong')).toMatchObject({
      status: 2,
      output: expect.stringContaining('exists already') as string,
    });
    expect(run('newRule.mjs', 'ThingWrong').status).toBe(2);
    expect(run('newRule.mjs').status).toBe(2);
  });
});
