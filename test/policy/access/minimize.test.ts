import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessDiff } from '../../../server/src/policy/access/accessDiff.js';
import { minimize } from '../../../server/src/policy/access/minimize.js';
import type { Policy } from '../../../server/src/policy/model.js';
import { readPolicy } from '../../../server/src/policy/readPolicy.js';
import { applyEdits } from '../../../server/src/source/applyEdits.js';
import { jsonFrontEnd } from '../../../server/src/syntax/json.js';
import { policyWith } from '../../support/policies.js';
import { statements } from './samplePolicies.js';

const ROLE = 'arn:aws:iam::111122223333:role/App';
const allow = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: ROLE },
  Action: ['kms:Decrypt'],
  Resource: '*',
  ...more,
});
const via = { Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } };
const show = (...items: object[]) =>
  minimize(policyWith(...items)).map(({ kind, part, path }) => ({ kind, part, path: path.join('.') }));

describe('minimize', () => {
  it.each([
    ['a statement that another one repeats', [allow(), allow({ Sid: 'Again' })], 'redundant', 'Statement.1'],
    ['a statement under stronger conditions', [allow(), allow(via)], 'redundant', 'Statement.1'],
    ['a statement whose actions a wildcard covers', [allow(), allow({ Action: 'kms:*' })], 'redundant', 'Statement.0'],
    [
      'a statement that a Deny keeps from applying',
      [allow(), allow({ Effect: 'Deny', Principal: '*' })],
      'shadowed',
      'Statement.0',
    ],
    [
      'a statement of actions that only IAM policies give',
      [allow(), allow({ Action: 'kms:ListKeys' })],
      'void',
      'Statement.1',
    ],
    [
      'a Deny that another one covers',
      [allow({ Effect: 'Deny', ...via }), allow({ Effect: 'Deny' })],
      'redundant',
      'Statement.0',
    ],
  ])('names %s', (_, items, kind, path) => {
    expect(show(...items)).toEqual([{ kind, part: 'statement', path }]);
  });

  it('names actions and principals that others cover', () => {
    expect(show(allow({ Action: ['kms:Decrypt', 'kms:De*'] }))).toEqual([
      { kind: 'redundant', part: 'action', path: 'Statement.0.Action.0' },
    ]);
    const both = allow({ Principal: { AWS: [ROLE, 'arn:aws:iam::111122223333:role/Other'] } });
    expect(show(both, allow({ Action: 'kms:*' }))).toEqual([
      { kind: 'redundant', part: 'principal', path: 'Statement.0.Principal.AWS.0' },
    ]);
  });

  it.each([
    ['different callers', [allow(), allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/Other' } })]],
    ['access by name beside access through IAM', [allow(), allow({ Principal: { AWS: '111122223333' } })]],
    ['different conditions', [allow(via), allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })]],
    [
      'a Deny that no Allow meets: it keeps grants from working',
      [allow(), allow({ Effect: 'Deny', Action: 'kms:Encrypt' })],
    ],
    ['a principal that is unknown before deployment', [allow(), allow({ Principal: { AWS: '${AppRole}' } })]],
    [
      'a kind of principal that nobody can judge',
      [allow(), allow({ Principal: { Federated: 'cognito-identity.amazonaws.com' } })],
    ],
    ['a statement alone', [allow({ Action: 'kms:ListKeys' })]],
  ])('keeps %s', (_, items) => {
    expect(show(...items)).toEqual([]);
  });

  it('suggests only what can all be done together', () => {
    fc.assert(
      fc.property(statements, (items) => {
        const text = JSON.stringify({ Version: '2012-10-17', Statement: items }, undefined, 2);
        const read = (source: string): Policy => {
          const { root } = jsonFrontEnd.parse(source, 'json');
          if (root?.kind !== 'mapping') {
            throw new Error('No policy is left.');
          }
          return readPolicy(root);
        };
        let reduced = text;
        // From the end, so that the paths of those before stay true.
        for (const { path } of minimize(read(text)).toReversed()) {
          reduced = applyEdits(reduced, jsonFrontEnd.parse(reduced, 'json').editor.remove(path));
        }
        expect(accessDiff(read(text), read(reduced)).changes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
