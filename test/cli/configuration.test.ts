import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createConfiguration } from '../../server/src/cli/configuration.js';
import { folderWith } from '../support/cli.js';

let folder: ReturnType<typeof folderWith> | undefined;
afterEach(() => folder?.remove());

const FILES = {
  'sealwright.config.json': JSON.stringify({
    context: { account: '111122223333', region: 'us-east-1', keySpec: 'SYMMETRIC_DEFAULT' },
    overrides: [{ files: ['prod/**'], context: { account: '444455556666' } }],
  }),
};

/** The facts of a file, as the options and a configuration file with one folder per account make them. */
function factsOf(file: string, options: { account?: string; region?: string } = {}) {
  folder = folderWith(FILES);
  const { account, region } = options;
  const configuration = createConfiguration(folder.path, { config: undefined, rules: [], account, region });
  return configuration.settingsFor(file === '-' ? file : path.join(folder.path, ...file.split('/'))).facts;
}

describe('facts on the command line', () => {
  it('come from the configuration file, for a folder of its own from the override', () => {
    const facts = { account: '111122223333', region: 'us-east-1', keySpec: 'SYMMETRIC_DEFAULT' };
    expect(factsOf('key.json')).toEqual(facts);
    expect(factsOf('prod/key.json')).toEqual({ ...facts, account: '444455556666' });
    expect(factsOf('-')).toEqual(facts);
  });

  it('come from options above all', () => {
    expect(factsOf('prod/key.json', { account: '777788889999', region: 'eu-west-1' })).toEqual({
      account: '777788889999',
      region: 'eu-west-1',
      keySpec: 'SYMMETRIC_DEFAULT',
    });
  });
});
