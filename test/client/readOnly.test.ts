import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReadOnlyProfile } from '../../client/src/platform/readOnly.js';

const patterns = ['*prod*', 'audit', 'eu-*-live'];
const auto = { readOnly: 'auto', readOnlyProfiles: patterns } as const;

describe('a profile', () => {
  const before = process.env['AWS_PROFILE'];
  beforeEach(() => {
    delete process.env['AWS_PROFILE'];
  });
  afterEach(() => {
    process.env['AWS_PROFILE'] = before;
    if (before === undefined) {
      delete process.env['AWS_PROFILE'];
    }
  });

  it.each(['prod', 'Production', 'my-prod-eu', 'audit', 'eu-west-live', 'eu--live'])('"%s" only reads', (profile) => {
    expect(isReadOnlyProfile(profile, auto)).toBe(true);
  });

  it.each(['dev', 'audits', 'eu-west-livex', 'pro', 'eu-live'])('"%s" may write', (profile) => {
    expect(isReadOnlyProfile(profile, auto)).toBe(false);
  });

  it('that the environment names counts like one that was chosen', () => {
    process.env['AWS_PROFILE'] = 'prod';
    expect(isReadOnlyProfile(undefined, auto)).toBe(true);
    expect(isReadOnlyProfile('dev', auto)).toBe(false);
  });

  it('is called "default" when nobody names one', () => {
    expect(isReadOnlyProfile(undefined, { readOnly: 'auto', readOnlyProfiles: ['default'] })).toBe(true);
  });

  it('does not matter when the setting decides for all', () => {
    expect(isReadOnlyProfile('dev', { readOnly: 'on', readOnlyProfiles: [] })).toBe(true);
    expect(isReadOnlyProfile('prod', { readOnly: 'off', readOnlyProfiles: patterns })).toBe(false);
  });
});
