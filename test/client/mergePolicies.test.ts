import { describe, expect, it } from 'vitest';
import { mergePolicies } from '../../client/src/platform/policies/mergePolicies.js';

const statement = (Sid: string, Action: string | string[] = 'kms:Decrypt') => ({
  Sid,
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action,
  Resource: '*',
});
const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const merged = (base: string, ours: string, theirs: string) => {
  const result = mergePolicies(base, ours, theirs);
  const statements = (JSON.parse(result?.text ?? '{}') as { Statement: { Sid: string; Action: unknown }[] }).Statement;
  return { sids: statements.map(({ Sid }) => Sid), statements, conflicts: result?.conflicts };
};
const BASE = policy(statement('A'), statement('B'));

describe('joining two changes of a policy', () => {
  it('takes what either side has added', () => {
    const ours = policy(statement('A'), statement('B'), statement('Ours'));
    const theirs = policy(statement('Theirs'), statement('B'), statement('A'));
    expect(merged(BASE, ours, theirs)).toMatchObject({ sids: ['A', 'B', 'Ours', 'Theirs'], conflicts: [] });
  });

  it('leaves out what either side has removed', () => {
    expect(merged(BASE, policy(statement('A')), policy(statement('B')))).toMatchObject({ sids: [], conflicts: [] });
    expect(merged(BASE, BASE, policy(statement('A')))).toMatchObject({ sids: ['A'], conflicts: [] });
  });

  it('takes a statement that only they have changed', () => {
    const theirs = policy(statement('A', 'kms:Encrypt'), statement('B'));
    const result = merged(BASE, BASE, theirs);
    expect(result.conflicts).toEqual([]);
    expect(result.statements.find(({ Sid }) => Sid === 'A')?.Action).toBe('kms:Encrypt');
  });

  it('takes one change that both have made once', () => {
    const both = policy(statement('A', ['kms:Encrypt', 'kms:Decrypt']), statement('B'));
    const reordered = policy(statement('B'), statement('A', ['kms:Decrypt', 'kms:Encrypt']));
    expect(merged(BASE, both, reordered)).toMatchObject({ sids: ['A', 'B'], conflicts: [] });
  });

  it('names a statement that both have changed in their own way, and holds ours', () => {
    const ours = policy(statement('A', 'kms:Encrypt'), statement('B'));
    const theirs = policy(statement('A', 'kms:Sign'), statement('B'));
    const result = merged(BASE, ours, theirs);
    expect(result.conflicts).toEqual([{ name: 'A' }]);
    expect(result.statements.map(({ Action }) => Action)).toEqual(['kms:Encrypt', 'kms:Decrypt']);
  });

  it('tells of a fight over a statement without a Sid, too', () => {
    const { Sid: _sid, ...nameless } = statement('A');
    const base = policy(nameless);
    const ours = policy({ ...nameless, Action: 'kms:Encrypt' });
    const theirs = policy({ ...nameless, Action: 'kms:Sign' });
    expect(mergePolicies(base, ours, theirs)?.conflicts).toEqual([{ name: '' }]);
  });

  it('is silent on order and spelling alone', () => {
    const theirs = JSON.stringify({
      Statement: [statement('B'), statement('A', ['kms:Decrypt'])],
      Version: '2012-10-17',
    });
    expect(merged(BASE, BASE, theirs)).toMatchObject({ sids: ['A', 'B'], conflicts: [] });
  });

  it('keeps what only one side has changed outside of the statements', () => {
    const theirs = JSON.stringify({ Version: '2012-10-17', Id: 'theirs', Statement: [statement('A'), statement('B')] });
    expect(JSON.parse(mergePolicies(BASE, BASE, theirs)?.text ?? '')).toMatchObject({ Id: 'theirs' });
  });

  it('joins nothing to a half-typed policy', () => {
    expect(mergePolicies(BASE, '{ "Statement": [', BASE)).toBeUndefined();
  });
});
