import { describe, expect, it } from 'vitest';
import { escapeSnippet, plainText } from '../../server/src/features/completion/snippetText.js';

describe('plainText', () => {
  it('gives placeholders their default, and choices their first', () => {
    expect(plainText('arn:aws:logs:${1:us-east-1}:${2|111122223333,444455556666|}:*$0')).toBe(
      'arn:aws:logs:us-east-1:111122223333:*',
    );
  });

  it('repeats the default where the number stands alone', () => {
    expect(plainText('logs.${1:us-east-1}.amazonaws.com arn:aws:logs:$1:${2:1}:${2}')).toBe(
      'logs.us-east-1.amazonaws.com arn:aws:logs:us-east-1:1:1',
    );
  });

  it('keeps what was escaped, beside a tab stop too', () => {
    expect(plainText(`${escapeSnippet('${aws:username}\\')}$1\${2:a\\}b}`)).toBe('${aws:username}\\a}b');
  });
});
