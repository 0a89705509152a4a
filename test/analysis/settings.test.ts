import { describe, expect, it } from 'vitest';
import { readConfigFile } from '../../server/src/analysis/configFile.js';
import { mayHoldPolicy } from '../../server/src/analysis/probe.js';
import { resolveDocumentSettings } from '../../server/src/analysis/settings.js';

const layer = (more: Partial<Parameters<typeof resolveDocumentSettings>[0][number]['layer']>) => ({
  rules: {},
  policyKinds: {},
  ...more,
});

describe('settings of a document', () => {
  it('come from the strongest layer that speaks', () => {
    const { levels } = resolveDocumentSettings([
      { layer: layer({ rules: { a: 'error', b: 'off' } }), path: 'x.json' },
      { layer: layer({ rules: { a: 'info' } }), path: 'x.json' },
    ]);
    expect(levels).toEqual({ a: 'info', b: 'off' });
  });

  it.each([
    ['keys/*.json', 'keys/a.json', true],
    ['keys/*.json', 'other/keys/a.json', false],
    ['**/keys/*.json', 'other/keys/a.json', true],
    ['*.policy.json', 'deep/down/a.policy.json', true],
    ['.hidden/**', '.hidden/a.json', true],
    ['키/*.json', '키/a.json', true],
  ])('the glob "%s" on "%s": %s', (glob, path, matches) => {
    const { kind } = resolveDocumentSettings([{ layer: layer({ policyKinds: { [glob]: 'key-policy' } }), path }]);
    expect(kind?.choice).toBe(matches ? 'key-policy' : undefined);
  });

  it('take later globs and overrides over earlier ones', () => {
    const { kind, levels } = resolveDocumentSettings([
      {
        layer: layer({
          policyKinds: { '**/*.json': 'none', 'keys/**': 'key-policy' },
          rules: { a: 'error' },
          overrides: [
            { files: ['keys/**'], rules: { a: 'off' } },
            { files: ['keys/strict.json'], rules: { a: 'warning' } },
          ],
        }),
        path: 'keys/strict.json',
      },
    ]);
    expect(kind).toEqual({ choice: 'key-policy', glob: 'keys/**' });
    expect(levels).toEqual({ a: 'warning' });
  });

  it('merge facts member by member, the strongest layer last', () => {
    const { facts } = resolveDocumentSettings([
      {
        layer: layer({
          context: { account: '111122223333', region: 'us-east-1', trustedAccounts: ['444455556666'] },
          overrides: [
            { files: ['prod/**'], context: { account: '777788889999', trustedAccounts: [] } },
            { files: ['test/**'], context: { account: '123456789012' } },
          ],
        }),
        path: 'prod/key.json',
      },
      { layer: layer({ context: { region: 'eu-west-1' } }), path: undefined },
    ]);
    expect(facts).toEqual({ account: '777788889999', region: 'eu-west-1', trustedAccounts: [] });
  });

  it('are unconditional ones only for documents without a place', () => {
    const { kind, levels } = resolveDocumentSettings([
      { layer: layer({ policyKinds: { '**': 'scp' }, rules: { a: 'hint' } }), path: undefined },
    ]);
    expect(kind).toBeUndefined();
    expect(levels).toEqual({ a: 'hint' });
  });
});

describe('a configuration file', () => {
  it('may have comments, and fills in what is not said', () => {
    expect(readConfigFile('{ // team rules\n "rules": { "json-syntax": "warning" }, }')).toEqual({
      config: { rules: { 'json-syntax': 'warning' }, policyKinds: {}, context: {}, overrides: [] },
      ignored: [],
    });
  });

  it('keeps all but the wrong facts, and names those', () => {
    const text = JSON.stringify({
      rules: { 'json-syntax': 'warning' },
      context: {
        account: '1111-2222-3333',
        region: 'eu-west-1',
        trustedMeasurements: { PCR0: ['AB'.repeat(48), 'x'] },
      },
      overrides: [
        { files: ['a'], context: { account: '111122223333', keySpec: 'RSA_2048', colour: 'red' } },
        { files: ['b'], context: 'prod' },
      ],
    });
    expect(readConfigFile(text)).toEqual({
      config: {
        rules: { 'json-syntax': 'warning' },
        policyKinds: {},
        context: { region: 'eu-west-1' },
        overrides: [
          { files: ['a'], rules: {}, context: { account: '111122223333', keySpec: 'RSA_2048' } },
          { files: ['b'], rules: {}, context: {} },
        ],
      },
      ignored: [
        expect.stringMatching(/"context\.account" .*twelve digits/),
        expect.stringMatching(/"context\.trustedMeasurements" .*96 hexadecimal/),
        expect.stringMatching(/"overrides\.0\.context\.colour" .*no such member/),
        expect.stringMatching(/"overrides\.1\.context" .*an object/),
      ],
    });
  });

  it('may write measurements in capitals', () => {
    const result = readConfigFile(JSON.stringify({ context: { trustedMeasurements: { PCR0: ['AB'.repeat(48)] } } }));
    expect('config' in result && result.config.context.trustedMeasurements).toEqual({ PCR0: ['ab'.repeat(48)] });
  });

  it.each([
    ['{ "rules": ', 'line 1'],
    ['{\n"rules": {,\n}', 'line 2'],
    ['[]', 'Expected an object'],
    ['{ "rules": { "a": "loud" } }', '"rules.a"'],
    ['{ "policyKinds": { "x": "key" } }', '"policyKinds.x"'],
    ['{ "rule": {} }', '"rule"'],
    ['{ "rules": { "context": 1 } }', '"rules.context"'],
    ['{ "rules": { "a": "loud" }, "context": { "account": "x" } }', '"rules.a"'],
    ['{ "overrides": [{ "files": [], "rules": {} }] }', '"overrides.0.files"'],
  ])('%j is refused, naming %s', (text, expected) => {
    const result = readConfigFile(text);
    expect('problem' in result && result.problem).toContain(expected);
  });
});

describe('the probe', () => {
  it.each([
    ['{"Version":"2012-10-17","Statement":[]}', true],
    ["{'Statement': []}", true],
    ['{"effect":"allow"}', true],
    ['{"Version":"2012-10-17"}', true],
    ['{"name":"sealwright","version":"0.1.0"}', true],
    [`{"version":"0.1.0","x":"${'y'.repeat(3_000)}"}`, false],
    ['{"compilerOptions":{}}', false],
    ['', false],
  ])('on %j gives %s', (text, expected) => {
    expect(mayHoldPolicy(text)).toBe(expected);
  });

  it('spares 5 MB of other JSON the parsing', () => {
    const text = JSON.stringify(Array.from({ length: 100_000 }, (_, id) => ({ id, name: `item ${id}`, state: 'ok' })));
    expect(text.length).toBeGreaterThan(4_000_000);
    expect(mayHoldPolicy(text)).toBe(false);
  });
});
