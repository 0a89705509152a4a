import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expandActionPattern,
  expandActionPatterns,
  findAction,
  nearestAction,
  nearestService,
  parseActionText,
} from '../../server/src/knowledge/actionLookup.js';
import { matchesActionPattern } from '../../server/src/knowledge/actionPattern.js';
import { serviceReference } from '../support/serviceReference.js';

const ids = (pattern: string) => expandActionPattern(serviceReference, pattern).map(({ id }) => id);

describe('parseActionText', () => {
  it.each([
    ['*', { kind: 'all' }],
    ['kms:Decrypt', { kind: 'action', service: 'kms', name: 'Decrypt', wildcard: false, servicePattern: false }],
    ['kms:De*', { kind: 'action', service: 'kms', name: 'De*', wildcard: true, servicePattern: false }],
    ['k*:Decrypt', { kind: 'action', service: 'k*', name: 'Decrypt', wildcard: false, servicePattern: true }],
    ['Decrypt', { kind: 'malformed', reason: 'no-colon' }],
    ['kms::Decrypt', { kind: 'malformed', reason: 'two-colons' }],
    ['kms:', { kind: 'malformed', reason: 'empty-part' }],
    ['', { kind: 'malformed', reason: 'no-colon' }],
    ['kms: Decrypt', { kind: 'malformed', reason: 'illegal-character' }],
  ])('reads "%s"', (text, expected) => {
    expect(parseActionText(text)).toEqual(expected);
  });
});

describe('findAction', () => {
  it('finds an action in any case, in AWS spelling', () => {
    expect(findAction(serviceReference, 'KMS:decrypt')?.id).toBe('kms:Decrypt');
  });

  it('finds nothing for patterns, unknown names and unknown services', () => {
    expect(findAction(serviceReference, 'kms:Decrypt*')).toBeUndefined();
    expect(findAction(serviceReference, 'kms:ReEncrypt')).toBeUndefined();
    expect(findAction(serviceReference, 'nosuch:Decrypt')).toBeUndefined();
  });
});

describe('expandActionPattern', () => {
  it('expands the patterns that key policies live on', () => {
    expect(ids('kms:GenerateDataKey*')).toEqual([
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyPair',
      'kms:GenerateDataKeyPairWithoutPlaintext',
      'kms:GenerateDataKeyWithoutPlaintext',
    ]);
    expect(ids('kms:ReEncrypt*')).toEqual(['kms:ReEncryptFrom', 'kms:ReEncryptTo']);
    expect(ids('kms:Delete*')).toEqual([
      'kms:DeleteAlias',
      'kms:DeleteCustomKeyStore',
      'kms:DeleteImportedKeyMaterial',
    ]);
    expect(ids('kms:ReEncrypt????')).toEqual(['kms:ReEncryptFrom']);
  });

  it('takes a plain name for a pattern of one', () => {
    expect(ids('kms:decrypt')).toEqual(['kms:Decrypt']);
  });

  it('answers nothing to "*", to foreign prefixes and to patterns that cover no action', () => {
    expect(ids('*')).toEqual([]);
    expect(ids('kmss:*')).toEqual([]);
    expect(ids('kms:Decrypted*')).toEqual([]);
  });

  it('unites several patterns without repeating an action', () => {
    const union = expandActionPatterns(serviceReference, ['kms:ReEncryptTo', 'kms:ReEncrypt*']).map(({ name }) => name);
    expect(union).toEqual(['ReEncryptTo', 'ReEncryptFrom']);
  });
});

describe('nearestAction', () => {
  it.each([
    ['kms:Decryt', 'kms:Decrypt'],
    ['kms:GenerateDataKeys', 'kms:GenerateDataKey'],
    ['kms:Decrypted*', 'kms:Decrypt*'],
    ['kmss:Decrypt', 'kms:Decrypt'],
    ['cloudwatchlogs:PutLogEvents', 'logs:PutLogEvents'],
  ])('offers for "%s" the action "%s"', (text, expected) => {
    expect(nearestAction(serviceReference, text)).toBe(expected);
  });

  it('offers nothing when nothing is near', () => {
    expect(nearestAction(serviceReference, 'kms:MakeCoffee')).toBeUndefined();
    expect(nearestAction(serviceReference, 'Decrypt')).toBeUndefined();
    expect(nearestService(serviceReference, 'qqqqqqqqqq')).toBeUndefined();
  });
});

describe('matchesActionPattern', () => {
  it('agrees with a regular expression of the same meaning', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'B', '*', '?'), maxLength: 8 });
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'B'), maxLength: 10 });
    fc.assert(
      fc.property(part, name, (pattern, text) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
        expect(matchesActionPattern(pattern, text)).toBe(expression.test(text));
      }),
      { seed: 7 },
    );
  });
});
