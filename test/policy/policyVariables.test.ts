import { describe, expect, it } from 'vitest';
import { findVariables, readVariable } from '../../server/src/policy/policyVariables.js';

describe('policy variables', () => {
  it('are found with what they hold', () => {
    const text = 'a${aws:username}/${*}';
    expect(findVariables(text).map(({ start, end }) => text.slice(start, end))).toEqual(['${aws:username}', '${*}']);
    expect(findVariables('plain {text} $')).toEqual([]);
  });

  it('are found when nothing closes them', () => {
    expect(findVariables('x/${aws:username')).toEqual([{ start: 2, end: 16, body: 'aws:username', isClosed: false }]);
  });

  it('are a key and a default', () => {
    expect(readVariable("aws:PrincipalTag/team, 'a, b'")).toEqual({
      name: 'aws:PrincipalTag/team',
      fallback: " 'a, b'",
    });
    expect(readVariable('aws:username')).toEqual({ name: 'aws:username', fallback: undefined });
  });

  it('are none of the escapes and of the names that tools use', () => {
    expect(['*', '$', 'var.account', 'AWS::AccountId', 'bucket', ''].map(readVariable)).toEqual(
      Array(6).fill(undefined),
    );
  });
});
