import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRegistry, loadConfiguration } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';

const root = path.join(import.meta.dirname, '../..');
const base = (name: string): string => path.join(root, 'test/fixtures/grammars', name);

// Our grammar comes in by the manifest, so that a wrong path or target fails here too.
const { grammars } = loadConfiguration(path.join(root, 'package.json'), undefined, [
  base('JSON.tmLanguage.json'),
  base('JSONC.tmLanguage.json'),
]);
const registry = createRegistry(grammars);

describe('the injection grammar', () => {
  it.each(['policy.json.txt', 'policy.jsonc.txt'])('gives the strings of policies their scopes in %s', async (file) => {
    const testCase = parseGrammarTestCase(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
    expect(testCase.assertions.flatMap((line) => line.scopeAssertions).length).toBeGreaterThan(30);
    const failures = await runGrammarTestCase(registry, testCase);
    expect(
      failures.map(({ line, start, missing, unexpected, actual }) => ({
        line: line + 1,
        start,
        missing,
        unexpected,
        actual,
      })),
    ).toEqual([]);
  });

  it('comes to an end on strings that take long to decide on', async () => {
    const grammar = await registry.loadGrammar('source.json');
    const text = `{ "a": "${'arn:'.repeat(20_000)}", "b": "${'a-'.repeat(20_000)}.x" }`;
    expect(grammar?.tokenizeLine(text, null).tokens.length).toBeGreaterThan(3);
  });
});
