import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { AwsModule } from '../../client/src/aws/ports.js';
import { bundlePath } from '../support/bundle.js';

describe('the bundle with the AWS SDK', () => {
  it('loads by require, as the client does, and exports what the client expects', () => {
    const loaded = createRequire(import.meta.url)(bundlePath('aws.js')) as AwsModule;
    expect(Object.keys(loaded).sort()).toEqual(['connect', 'listProfiles'] satisfies (keyof AwsModule)[]);
  });

  it('asks for the network modules by the names under which VS Code puts in its proxy and certificates', () => {
    const text = readFileSync(bundlePath('aws.js'), 'utf8');
    expect(text).toContain('require("https")');
    expect(text).not.toMatch(/["']node:(http|https|net|tls)["']/);
  });

  it('does not know the editor', () => {
    expect(readFileSync(bundlePath('aws.js'), 'utf8')).not.toContain('require("vscode")');
  });
});
