import { describe, expect, it } from 'vitest';
import { describeDocument } from '../../server/src/features/documentKind.js';
import { KNOWLEDGE_DATE } from '../../server/src/knowledge/knowledgeDate.js';
import { open } from '../support/features.js';

const KEY_POLICY =
  '{ "Version": "2012-10-17", "Statement": [{ "Sid": "한글 é 🔑", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }] }';

describe('the description of a document', () => {
  it('says kind, why, size in UTF-8 bytes, limit, and how old the data is', () => {
    expect(describeDocument(open(KEY_POLICY).analysis)).toEqual({
      uri: 'file:///policy.json',
      kind: 'key-policy',
      confidence: 'certain',
      reason: expect.stringMatching(/KMS/),
      bytes: Buffer.byteLength(KEY_POLICY),
      maxBytes: 32_768,
      knowledgeDate: KNOWLEDGE_DATE,
    });
  });

  it('gives no limit where AWS counts something else than bytes', () => {
    expect(describeDocument(open(KEY_POLICY, { kind: 'identity-policy' }).analysis)).not.toHaveProperty('maxBytes');
  });

  it('describes documents that are no policy', () => {
    expect(describeDocument(open('{ "name": "x" }').analysis)).toMatchObject({ kind: 'none', bytes: 15 });
  });
});
