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
    { overrides: [{ files: ['a'], context: { account: '111122223333' } }] },
    {
      context: {
        account: '111122223333',
        region: 'us-gov-west-1',
        caller: 'arn:aws:sts::111122223333:assumed-role/Deploy/ci',
        breakGlass: ['arn:aws:iam::111122223333:root', 'arn:aws-cn:iam::111122223333:user/path/Eve'],
        trustedAccounts: [],
        forbiddenActions: ['kms:ScheduleKeyDeletion', 'iam:*'],
        organization: 'o-a1b2c3d4e5',
        keySpec: 'SPEC_OF_TOMORROW',
        keyUsage: 'ENCRYPT_DECRYPT',
        keyOrigin: 'AWS_KMS',
        multiRegion: true,
        trustedMeasurements: { PCR0: ['AB'.repeat(48)] },
      },
    },
    { context: [] },
    { context: { acount: '111122223333' } },
    { context: { account: 111122223333 } },
    { context: { account: '11112222333' } },
    { context: { region: 'US-EAST-1' } },
    { context: { region: 'europe' } },
    { context: { caller: 'Deploy' } },
    { context: { caller: 'arn:aws:iam::111122223333:group/Admins' } },
    { context: { breakGlass: 'arn:aws:iam::111122223333:root' } },
    { context: { trustedAccounts: ['1'] } },
    { context: { forbiddenActions: ['Decrypt'] } },
    { context: { organization: 'o-1' } },
    { context: { keySpec: 'rsa_2048' } },
    { context: { multiRegion: 'true' } },
    { context: { trustedMeasurements: { PCR0: ['ab'] } } },
    { context: { trustedMeasurements: { pcr0: [] } } },
    { overrides: [{ files: ['a'], context: { account: '' } }] },
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
    const result = readConfigFile(JSON.stringify(value));
    expect(validate(value)).toBe('config' in result && result.ignored.length === 0);
  });

  it('knows every rule, with its level', () => {
    const { properties } = schema.definitions.rules;
    expect(Object.keys(properties)).toEqual(ALL_RULES.map(({ id }) => id));
    for (const { id, defaultLevel } of ALL_RULES) {
      expect(properties[id].default, id).toBe(defaultLevel);
    }
  });
});
