import { describe, expect, it } from 'vitest';
import { maskVariables, parseArnPattern, replaceArnPart } from '../../server/src/policy/arnPattern.js';

describe('ARNs of policies', () => {
  it('are taken apart with their variables as stars', () => {
    expect(parseArnPattern('arn:aws:s3:::app/${aws:username}/*')?.resource).toBe('app/***************/*');
    expect(parseArnPattern('arn:aws:iam::${aws:PrincipalAccount}:role/app')?.account).toMatch(/^\*+$/);
    expect(parseArnPattern('arn:aws:s3:app')).toBeUndefined();
  });

  it('keep the places of all other characters', () => {
    const text = "arn:aws:s3:::${aws:PrincipalTag/team, 'none'}/x";
    expect(maskVariables(text)).toHaveLength(text.length);
    expect(maskVariables('a${open')).toBe('a${open');
  });

  it('take another text in one part', () => {
    const text = 'arn:aws:kms:us-east-1:${aws:PrincipalAccount}:key/a:b';
    expect(replaceArnPart(text, 'partition', 'aws-cn')).toBe(
      'arn:aws-cn:kms:us-east-1:${aws:PrincipalAccount}:key/a:b',
    );
    expect(replaceArnPart(text, 'region', '')).toBe('arn:aws:kms::${aws:PrincipalAccount}:key/a:b');
    expect(replaceArnPart(text, 'account', '*')).toBe('arn:aws:kms:us-east-1:*:key/a:b');
    expect(replaceArnPart(text, 'resource', 'key/*')).toBe('arn:aws:kms:us-east-1:${aws:PrincipalAccount}:key/*');
  });
});
