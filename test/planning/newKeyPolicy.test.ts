import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewKeyPolicyParams } from '../../protocol/src/newKey.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { KEY_PURPOSES, specsFor } from '../../server/src/knowledge/keyPurposes.js';
import { KEY_SPECS } from '../../server/src/knowledge/keySpecs.js';
import { admittableServices, newKeyPolicy } from '../../server/src/planning/newKeyPolicy.js';
import { lockout } from '../../server/src/policy/access/lockout.js';
import { serviceReference } from '../support/serviceReference.js';

const ACCOUNT = '111122223333';
const wish = (changes: Partial<NewKeyPolicyParams> = {}): NewKeyPolicyParams => ({
  account: ACCOUNT,
  region: 'us-east-1',
  spec: 'SYMMETRIC_DEFAULT',
  usage: 'ENCRYPT_DECRYPT',
  origin: 'AWS_KMS',
  isMultiRegion: false,
  administrators: [],
  users: [],
  allowsGrantsForServices: false,
  services: [],
  accounts: [],
  id: 'app-logs',
  ...changes,
});
const textOf = (params: NewKeyPolicyParams): string => {
  const made = newKeyPolicy(params);
  if ('refusal' in made) {
    throw new Error(made.refusal);
  }
  return made.text;
};
interface Read {
  readonly Statement: readonly { readonly Sid: string; readonly Action: string | readonly string[] }[];
}
const statementsOf = (params: NewKeyPolicyParams) => (JSON.parse(textOf(params)) as Read).Statement;
const actionsOf = (params: NewKeyPolicyParams, sid: string) =>
  statementsOf(params).find(({ Sid }) => Sid === sid)?.Action;

/** What `check` says about a policy, with the account and Region known and without. */
function analyze(text: string, region?: string) {
  const facts = region === undefined ? {} : { account: ACCOUNT, region };
  const analyzer = createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ kind: undefined, levels: {}, facts }),
  });
  return analyzer.analyze({ uri: 'file:///key.json', languageId: 'json', text });
}
const loud = (text: string, region?: string) =>
  analyze(text, region)
    .findings()
    .filter(({ level }) => level === 'warning' || level === 'error')
    .map(({ rule, message }) => `${rule.id}: ${message}`);

const REGIONS = ['us-east-1', 'ap-northeast-2', 'cn-north-1', 'us-gov-west-1'];
const partition = (region: string) =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

const principals = (region: string) =>
  fc.uniqueArray(
    fc
      .tuple(fc.constantFrom('user/dana', 'role/Admin', 'role/App', 'role/team/Ops', 'user/lee'), fc.constant(ACCOUNT))
      .map(([name, account]) => `arn:${partition(region)}:iam::${account}:${name}`),
    { maxLength: 4 },
  );

const wishes = fc.constantFrom(...REGIONS).chain((region) => {
  const services = admittableServices({ account: ACCOUNT, region }).map(({ id }) => id);
  const specs = KEY_PURPOSES.flatMap((purpose) => specsFor(purpose, region));
  return fc
    .record({
      kind: fc.constantFrom(...specs),
      origin: fc.constantFrom('AWS_KMS', 'EXTERNAL'),
      isMultiRegion: fc.boolean(),
      administrators: principals(region),
      users: principals(region),
      allowsGrantsForServices: fc.boolean(),
      services: fc.subarray(services),
      accounts: fc.subarray(['444455556666', '777788889999', ACCOUNT]),
    })
    .map(({ kind, ...rest }) => wish({ ...rest, ...kind, region }));
});

describe('the policy of a new key', () => {
  it('is one about which our own check is silent, whatever was chosen', () => {
    fc.assert(
      fc.property(wishes, (params) => {
        const text = textOf(params);
        expect(loud(text, params.region), text).toEqual([]);
        expect(loud(text), text).toEqual([]);
      }),
      { numRuns: 600, seed: 20261125 },
    );
  });

  it('would be complained about were a service not limited to the account', () => {
    const text = textOf(wish({ services: ['cloudwatch-log-group'] }));
    expect(loud(text.replaceAll('"ArnLike"', '"Null"'), 'us-east-1')).not.toEqual([]);
  });

  it('never locks out who makes it, and gives the account the last word', () => {
    fc.assert(
      fc.property(wishes, (params) => {
        const { document } = analyze(textOf(params), params.region);
        const caller = `arn:${partition(params.region)}:iam::${ACCOUNT}:user/dana`;
        const control =
          document && lockout(document.policy, { caller, breakGlass: [], account: ACCOUNT }).safetyCheck.outcome;
        expect(control).not.toBe('refuses');
        expect(control).toBeDefined();
      }),
      { numRuns: 200, seed: 20261125 },
    );
  });

  it('lets administrators manage and users use, and neither the other', () => {
    const params = wish({
      administrators: [`arn:aws:iam::${ACCOUNT}:role/Admin`],
      users: [`arn:aws:iam::${ACCOUNT}:role/App`],
    });
    expect(actionsOf(params, 'KeyAdministrators')).not.toContain('kms:Decrypt');
    expect(actionsOf(params, 'KeyUsers')).toEqual([
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncrypt*',
      'kms:GenerateDataKey*',
      'kms:DescribeKey',
    ]);
  });

  it('gives administrators what its kind of key needs', () => {
    const administrators = [`arn:aws:iam::${ACCOUNT}:role/Admin`];
    const more = ['kms:ReplicateKey', 'kms:UpdatePrimaryRegion', 'kms:ImportKeyMaterial'];
    const all = wish({ administrators, isMultiRegion: true, origin: 'EXTERNAL' });
    expect(actionsOf(all, 'KeyAdministrators')).toEqual(expect.arrayContaining(more));
    for (const action of more) {
      expect(actionsOf(wish({ administrators }), 'KeyAdministrators')).not.toContain(action);
    }
  });

  it.each([
    ['SIGN_VERIFY', 'ECC_NIST_P256', 'kms:Sign'],
    ['GENERATE_VERIFY_MAC', 'HMAC_256', 'kms:GenerateMac'],
    ['KEY_AGREEMENT', 'ECC_NIST_P256', 'kms:DeriveSharedSecret'],
    ['ENCRYPT_DECRYPT', 'RSA_3072', 'kms:GetPublicKey'],
    ['ENCAPSULATE_DECAPSULATE', 'ML_KEM_768', 'kms:Decapsulate'],
  ])('lets users of a key of usage %s do what such a key does', (usage, spec, action) => {
    const users = [`arn:aws:iam::${ACCOUNT}:role/App`];
    const params = wish({ usage, spec, users, services: ['cloudwatch-log-group'], allowsGrantsForServices: true });
    expect(actionsOf(params, 'KeyUsers')).toContain(action);
    // Services of AWS take symmetric keys only.
    expect(statementsOf(params)).toHaveLength(2);
  });

  it('admits the services that were chosen, for this account only', () => {
    const text = textOf(wish({ services: ['cloudwatch-log-group', 'cloudtrail-trail'] }));
    expect(text).toContain('logs.us-east-1.amazonaws.com');
    expect(text).toContain(`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:*`);
    expect(text).toContain(`arn:aws:cloudtrail:*:${ACCOUNT}:trail/*`);
    expect(text).not.toContain('delivery.logs');
  });

  it.each([
    ['a spec that has no such usage', { spec: 'HMAC_256' }, 'KMS has no keys'],
    ['somebody who is none', { users: ['dana'] }, '"dana" is no ARN'],
    ['everybody', { administrators: ['*'] }, '"*" is no ARN'],
    ['an account that is none', { accounts: ['4444'] }, '"4444" is no account'],
  ])('is refused for %s', (_name, changes, text) => {
    expect(newKeyPolicy(wish(changes))).toEqual({ refusal: expect.stringContaining(text) });
  });
});

describe('purposes', () => {
  it('cover every spec and usage of KMS, each once', () => {
    const offered = KEY_PURPOSES.filter(({ id }) => id !== 'logs').flatMap((purpose) =>
      specsFor(purpose, 'cn-north-1').map(({ spec, usage }) => `${spec} ${usage}`),
    );
    const all = KEY_SPECS.flatMap(({ name, usages }) => usages.map((usage) => `${name} ${usage}`));
    expect(offered.sort()).toEqual(all.sort());
  });

  it('offer the usual spec first, and nothing of China elsewhere', () => {
    for (const purpose of KEY_PURPOSES) {
      expect(specsFor(purpose, 'us-east-1')[0]?.spec).toBe(purpose.usual);
      expect(specsFor(purpose, 'us-east-1').map(({ spec }) => spec)).not.toContain('SM2');
    }
  });
});
