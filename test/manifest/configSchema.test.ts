import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readConfigFile } from '../../server/src/analysis/configFile.js';
import { ALL_RULES } from '../../server/src/rules/index.js';

const schema = JSON.parse(readFileSync('schemas/sealwright.config.schema.json', 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema);

describe('the schema of sealwright.config.json', () => {
  it.each([
    {},
    { $schema: './x.json' },
    { rules: { 'json-syntax': 'off', 'effect-invalid': 'error' } },
    { policyKinds: { '**/*.json': 'key-policy', 'x/*': 'none' } },
    { overrides: [{ files: ['a'], rules: { 'json-syntax': 'hint' }, reason: 'why' }] },
    { rule: {} },
    { rules: { 'json-syntax': 'loud' } },
    { rules: [] },
    { policyKinds: { x: 'key' } },
    { overrides: [{ files: [], rules: {} }] },
    { overrides: [{ rules: {} }] },
    { overrides: [{ files: ['a'], rules: {}, why: 'x' }] },
    [],
    'x',
  ])('agrees with what is read: %j', (value) => {
    expect(validate(value)).toBe('config' in readConfigFile(JSON.stringify(value)));
  });

  it('knows every rule, with its level', () => {
    const { properties } = schema.definitions.rules;
    expect(Object.keys(properties)).toEqual(ALL_RULES.map(({ id }) => id));
    for (const { id, defaultLevel } of ALL_RULES) {
      expect(properties[id].default, id).toBe(defaultLevel);
    }
  });
});
