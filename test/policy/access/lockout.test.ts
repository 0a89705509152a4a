import { describe, expect, it } from 'vitest';
import { lockout } from '../../../server/src/policy/access/lockout.js';
import { policyWith } from '../../support/policies.js';

const OWNER = '111122223333';
const ADMIN = `arn:aws:iam::${OWNER}:role/Admin`;
const ROOT = `arn:aws:iam::${OWNER}:root`;
const root = { Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' };
const admin = { ...root, Principal: { AWS: ADMIN } };
const user = { ...root, Principal: { AWS: `arn:aws:iam::${OWNER}:role/App` }, Action: ['kms:Encrypt', 'kms:Decrypt'] };
const denyAdmin = { ...admin, Effect: 'Deny', Action: 'kms:Put*' };
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

const controlOf = (statements: object[], caller: string) => {
  const { principals, safetyCheck, isLockedOut } = lockout(policyWith(...statements), { caller });
  return { control: principals[0]?.control, check: safetyCheck.outcome, isLockedOut };
};

describe('lockout', () => {
  it.each([
    ['is named', [admin], ADMIN, 'yes', 'passes', false],
    [
      'is a session of the role that is named',
      [admin],
      `arn:aws:sts::${OWNER}:assumed-role/Admin/me`,
      'yes',
      'passes',
      false,
    ],
    ['is in the account that is named', [root], ADMIN, 'iam', 'depends', false],
    ['is the root user of the account that is named', [root], ROOT, 'yes', 'passes', false],
    ['is named under a condition', [{ ...admin, ...mfa }], ADMIN, 'conditions', 'depends', false],
    ['is denied under a condition', [admin, { ...denyAdmin, ...mfa }], ADMIN, 'conditions', 'depends', false],
    ['is not named', [user], ADMIN, 'no', 'refuses', true],
    ['is denied by name', [root, admin, denyAdmin], ADMIN, 'no', 'refuses', true],
    ['is denied as one of many', [root, { ...denyAdmin, Principal: '*' }], ROOT, 'no', 'refuses', true],
    [
      'is of another account',
      [root, { ...root, Principal: '*' }],
      'arn:aws:iam::444455556666:role/Partner',
      'no',
      'refuses',
      true,
    ],
    ['may use the key only', [root, user], `arn:aws:iam::${OWNER}:role/App`, 'iam', 'depends', false],
  ])('a caller who %s', (_, statements, caller, control, check, isLockedOut) => {
    const account = caller.includes('444455556666') ? OWNER : undefined;
    const report = lockout(policyWith(...statements), { caller, ...(account !== undefined && { account }) });
    expect({
      control: report.principals[0]?.control,
      check: report.safetyCheck.outcome,
      isLockedOut: report.isLockedOut,
    }).toEqual({ control, check, isLockedOut });
  });

  it('counts a break-glass principal that is shut out, even when KMS would take the policy', () => {
    const report = lockout(policyWith(admin), { caller: ADMIN, breakGlass: [`arn:aws:iam::${OWNER}:role/BreakGlass`] });
    expect(report.safetyCheck.outcome).toBe('passes');
    expect(report.principals.map(({ control }) => control)).toEqual(['yes', 'no']);
    expect(report.isLockedOut).toBe(true);
  });

  it('says that KMS refuses a policy that nobody can change, whoever sends it', () => {
    expect(lockout(policyWith(user), {}).safetyCheck.outcome).toBe('refuses');
    expect(lockout(policyWith(root), {}).safetyCheck.outcome).toBe('depends');
  });

  it('leaves open what is not known before deployment', () => {
    const template = { ...root, Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:root' } };
    expect(controlOf([template], ADMIN)).toEqual({ control: 'unknown', check: 'depends', isLockedOut: false });
  });

  it('lists who keeps the key manageable, and how', () => {
    const { keepers } = lockout(policyWith(root, { ...admin, ...mfa }), {});
    expect(
      keepers.map(({ callers, term }) => [callers.map(({ kind }) => kind).join(), term.way, term.when.length]),
    ).toEqual(
      expect.arrayContaining([
        ['role', 'role', 1],
        ['root', 'direct', 0],
      ]),
    );
  });
});
