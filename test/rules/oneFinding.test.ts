import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import { canonicalPolicies, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

const analyzer = createAnalyzer({
  reference: serviceReference,
  settingsFor: () => ({ levels: {}, kind: undefined }),
  rules: ALL_RULES,
});

function rulesThatFire(text: string): string[] {
  const { findings } = analyzer.analyze({ uri: 'file:///policy.json', languageId: 'json', text });
  return findings().map(({ rule }) => rule.id);
}

const ACCOUNT =
  '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }';
const SECOND =
  '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": "kms:Decrypt", "Resource": "*" }';

/** A sound key policy whose second statement has one mistake. */
const withMistake = (written: string, mistake: string) => {
  expect(SECOND).toContain(written);
  return `{ "Version": "2012-10-17", "Statement": [${ACCOUNT}, ${SECOND.replace(written, mistake)}] }`;
};
const withCondition = (condition: string) =>
  withMistake('"Resource": "*"', `"Resource": "*", "Condition": ${condition}`);

const MISTAKES: Readonly<Record<string, readonly [text: string, rule: string]>> = {
  'an element in lower case': [withMistake('"Effect"', '"effect"'), 'element-unknown'],
  'an element in the plural': [withMistake('"Action"', '"Actions"'), 'element-unknown'],
  'a principal in lower case': [withMistake('"Principal"', '"principal"'), 'element-unknown'],
  'a resource in the plural': [withMistake('"Resource"', '"Resources"'), 'element-unknown'],
  'an effect in lower case': [withMistake('"Allow"', '"allow"'), 'effect-invalid'],
  'an effect in a list': [withMistake('"Allow"', '["Allow"]'), 'element-type'],
  'an action that is null': [withMistake('"kms:Decrypt"', 'null'), 'element-type'],
  'an account ID that is a number': [
    withMistake('"arn:aws:iam::111122223333:role/App"', '111122223333'),
    'element-type',
  ],
  'no action': [withMistake('"Action": "kms:Decrypt", ', ''), 'action-missing'],
  'an empty list of actions': [withMistake('"kms:Decrypt"', '[]'), 'array-empty'],
  'no resource': [withMistake(', "Resource": "*"', ''), 'resource-missing'],
  'no principal': [
    withMistake('"Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, ', ''),
    'principal-missing',
  ],
  'an empty principal': [withMistake('{ "AWS": "arn:aws:iam::111122223333:role/App" }', '{}'), 'array-empty'],
  'principals in a list': [withMistake('{ "AWS": "arn:aws:iam::111122223333:role/App" }', '["*"]'), 'element-type'],
  'a statement without anything': [withMistake(SECOND, '{}'), 'statement-empty'],
  'a misspelt action': [withMistake('kms:Decrypt', 'kms:Decryt'), 'action-unknown'],
  'a blank after an action': [withMistake('kms:Decrypt', 'kms:Decrypt '), 'string-stray-whitespace'],
  'a blank after a principal': [withMistake('role/App', 'role/App '), 'string-stray-whitespace'],
  'a blank after a resource': [withMistake('"*"', '"* "'), 'string-stray-whitespace'],
  'Hangul in an action': [withMistake('kms:Decrypt', 'kms:복호화'), 'policy-charset'],
  'Hangul in a principal': [withMistake('role/App', 'role/앱'), 'policy-charset'],
  'a character of no width in an action': [withMistake('kms:Decrypt', 'kms:\u200BDecrypt'), 'policy-charset'],
  'a blank after an operator': [
    withCondition('{ "StringEquals ": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    'string-stray-whitespace',
  ],
  'a blank after a condition key': [
    withCondition('{ "StringEquals": { "aws:PrincipalOrgID ": "o-a1b2c3d4e5" } }'),
    'string-stray-whitespace',
  ],
  'a condition without operator': [withCondition('{ "aws:PrincipalOrgID": "o-a1b2c3d4e5" }'), 'cond-operator-unknown'],
  'a condition that is a list': [withCondition('[]'), 'element-type'],
  'an empty condition': [withCondition('{}'), 'cond-empty'],
  'a condition key in two spellings': [
    withCondition('{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:principalorgid": "o-a1b2c3d4e5" } }'),
    'condition-key-duplicate-case',
  ],
  'an object as condition value': [withCondition('{ "StringEquals": { "aws:PrincipalOrgID": {} } }'), 'element-type'],
};

describe('one mistake gives one finding', () => {
  for (const [name, [text, rule]] of Object.entries(MISTAKES)) {
    it(name, () => expect(rulesThatFire(text)).toEqual([rule]));
  }
});

describe('a document that is being typed', () => {
  const policy = canonicalPolicies.find(({ kind, text }) => kind === 'key-policy' && text.includes('Condition'));

  it('gives syntax findings alone, wherever the typing stands', () => {
    const text = policy?.text.trimEnd() ?? '';
    expect(text.length).toBeGreaterThan(500);
    const others = new Set<string>();
    for (let end = 1; end < text.length; end++) {
      for (const rule of rulesThatFire(text.slice(0, end))) {
        if (rule !== 'json-syntax') {
          others.add(`${rule} after ${text.slice(Math.max(0, end - 30), end)}`);
        }
      }
    }
    expect([...others]).toEqual([]);
  });
});

describe('sound policies', () => {
  const structural = new Set(
    ALL_RULES.filter(({ id }) =>
      /^(json|version|statement|element|effect|sid|array|policy)-|^\w+-missing$/.test(id),
    ).map(({ id }) => id),
  );

  it('have no finding about their syntax or structure', () => {
    expect(structural.size).toBeGreaterThan(20);
    const found = [...canonicalPolicies, ...publishedPolicies].flatMap(({ name, text }) =>
      rulesThatFire(text)
        .filter((rule) => structural.has(rule))
        .map((rule) => `${name}: ${rule}`),
    );
    expect(found).toEqual([]);
  });
});
