import { describe, expect, it } from 'vitest';
import { complete } from '../../server/src/features/completion/complete.js';
import { type Token, tokenize } from '../../server/src/features/completion/tokens.js';
import { featureOptions, open } from '../support/features.js';

const POLICIES: Readonly<Record<string, string>> = {
  'on many lines': `{
  "Version": "2012-10-17",
  "Id": "app-logs",
  "Statement": [
    {
      "Sid": "EnableIam",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "Logs",
      "Effect": "Allow",
      "Principal": { "Service": "logs.us-east-1.amazonaws.com" },
      "Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
      "Resource": "*",
      "Condition": {
        "ArnLike": {
          "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:*"
        }
      }
    }
  ]
}`,
  'on one line':
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"*"},"Action":["kms:Encrypt","kms:Decrypt"],"Resource":"*","Condition":{"Null":{"kms:EncryptionContextKeys":"true"}}},{"Effect":"Allow","Principal":{"AWS":["111122223333","arn:aws:iam::444455556666:root"]},"Action":"kms:*","Resource":"*"}]}',
};

/** Values that nobody can know. */
const FREE_TEXT = /^(app-logs|EnableIam|Logs|111122223333|arn:aws:iam::444455556666:root|arn:.*:log-group:\*)$/;

function labelsAt(text: string, offset: number, { analysis, document } = open(text)): string[] {
  return complete(analysis, document, offset, featureOptions).items.map(({ label }) => label);
}

const without = (text: string, { start, end }: Token): string => text.slice(0, start) + text.slice(end);

describe.each(Object.entries(POLICIES))('a policy %s', (_name, policy) => {
  const tokens = tokenize(policy);
  const strings = tokens.filter(({ kind, value }) => kind === 'string' && !FREE_TEXT.test(value));

  it('offers each string again where it was deleted', () => {
    const missed = strings.filter((token) => !labelsAt(without(policy, token), token.start).includes(token.value));
    expect(missed.map(({ value }) => value)).toEqual([]);
  });

  it('offers each string when it is typed to its middle and its end quote is missing', () => {
    const missed = strings.filter((token) => {
      const middle = token.start + 1 + Math.ceil(token.value.length / 2);
      return !labelsAt(policy.slice(0, middle) + policy.slice(token.end), middle).includes(token.value);
    });
    expect(missed.map(({ value }) => value)).toEqual([]);
  });

  it('offers each string when the text ends in its middle', () => {
    const missed = strings.filter((token) => {
      const middle = token.start + 1 + Math.ceil(token.value.length / 2);
      return !labelsAt(policy.slice(0, middle), middle).includes(token.value);
    });
    // The beginning of a document alone does not say yet that it will be a policy.
    expect(missed.map(({ value }) => value).filter((value) => value !== 'Version' && value !== '2012-10-17')).toEqual(
      [],
    );
  });

  it('still offers every other string after any single token is deleted', () => {
    let asked = 0;
    const missed: string[] = [];
    for (const deleted of tokens) {
      const text = without(policy, deleted);
      const opened = open(text);
      const shift = deleted.end - deleted.start;
      for (const token of strings) {
        if (token === deleted) {
          continue;
        }
        asked++;
        const offset = (token.start > deleted.start ? token.start - shift : token.start) + 1;
        if (!labelsAt(text, offset, opened).includes(token.value)) {
          missed.push(`${token.value} without ${deleted.value} at ${deleted.start}`);
        }
      }
    }
    const allowed = Math.floor(asked * 0.02);

    expect(missed.slice(allowed), `${missed.length} of ${asked} missed`).toEqual([]);
  });

  it('answers in a document of ten thousand brackets', () => {
    for (const bracket of ['[', '{"AWS":']) {
      const text = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${bracket.repeat(10_000)}"`;
      const { analysis, document } = open(text);
      expect(complete(analysis, document, text.length, featureOptions).items).toEqual([]);
    }
  });

  it('never throws, wherever the text ends and wherever the cursor is', () => {
    for (let end = 0; end <= policy.length; end += 7) {
      expect(() => labelsAt(policy.slice(0, end), end)).not.toThrow();
      expect(() => labelsAt(policy.slice(end), 0)).not.toThrow();
    }
  });
});
