import { jsonSyntax } from '../../server/src/rules/json-syntax.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow"${inside} }] }`;

ruleTest(jsonSyntax, {
  valid: {
    'a policy': policy(', "Action": "kms:*"'),
    'comments in JSON with comments': { languageId: 'jsonc', text: policy(', // why\n "Action": "kms:*"') },
    'trailing commas in JSON with comments': { languageId: 'jsonc', text: policy(', "Action": ["kms:*",],') },
    'Korean text, which is JSON like any other': policy(', "Sid": "로그"'),
    'an apostrophe inside a string': policy(`, "Sid": "the key's users"`),
  },
  invalid: {
    'a byte order mark': { text: `«\uFEFF»${policy('')}`, fixed: policy(''), message: 'byte order mark' },
    'a comment': { text: policy(' «/* why */»'), fixed: policy(' '), message: 'JSON has no comments' },
    'a line comment': { text: policy(', «// why»\n "Action": "kms:*"'), fixed: policy(', \n "Action": "kms:*"') },
    'a comment without an end': { text: policy('«/* why }] }»').slice(0, -5), fixed: null, message: '"*/" is missing' },
    'a comment without an end where comments are welcome': {
      languageId: 'jsonc',
      text: policy('«/* why }] }»').slice(0, -5),
      fixed: null,
      message: '"*/" is missing',
    },
    'two trailing commas': {
      text: policy(', "Action": ["kms:*"«,»]«,»'),
      fixed: policy(', "Action": ["kms:*"]'),
      message: 'nothing follows it',
    },
    'single quotes': {
      text: policy(`, "Action": «'kms:Decrypt'», "Sid": «'a'»`),
      fixed: policy(', "Action": "kms:Decrypt", "Sid": "a"'),
      message: 'double quotes',
    },
    'a list in single quotes': {
      text: policy(`, "Action": [«'kms:Decrypt'», «'kms:Encrypt'»]`),
      fixed: policy(', "Action": ["kms:Decrypt", "kms:Encrypt"]'),
    },
    'single quotes round double ones': {
      text: policy(`, "Sid": «'say "hi", it\\'s me'»`),
      fixed: policy(`, "Sid": "say \\"hi\\", it's me"`),
    },
    'a single quote that is never closed': { text: policy(`, "Action": «'»kms, "Sid": "a"`), fixed: null },
    'a missing comma': {
      text: policy(' «"Action"»: "kms:*"'),
      fixed: policy(', "Action": "kms:*"'),
      message: 'Expected a comma before "Action".',
    },
    'a missing comma at the end of a line with a comment': {
      languageId: 'jsonc',
      text: policy(' // why\n  «"Action"»: "kms:*"'),
      fixed: policy(', // why\n  "Action": "kms:*"'),
    },
    'a missing colon': { text: policy(', "Action" «"kms:*"»'), fixed: null, message: 'colon' },
    'a missing value': {
      text: policy(', "Action": «,» "Sid": "a"'),
      fixed: null,
      message: 'Expected a value before ","',
    },
    'a missing name': { text: policy(', «,» "Sid": "a"'), message: 'Expected a name' },
    'a bracket that is never closed': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }]«»',
      message: 'closing bracket',
    },
    'only the first of the mistakes that follow from one another': {
      text: '{ "Statement": [{ "Effect": "Allow" «]» }',
      fixed: null,
      message: 'Expected a comma before "]".',
    },
    'a string that is still being typed': {
      text: '{ "Statement": [{ "Effect": "Allow", "Action": «"kms:Dec»',
      message: 'Unclosed string "kms:Dec"',
    },
    'a name that is still being typed': { text: '{ "Statement": [{ "Effect": "Allow", «"Act»\n}] }', fixed: null },
    'an unknown escape': { text: policy(', "Sid": «"a\\q"»'), message: 'Invalid escape' },
    'a raw control character': { text: policy(', "Sid": «"a\tb"»'), message: 'Invalid control character in "a b"' },
    'a bare word': { text: policy(', "Action": «kms»'), message: 'Invalid text "kms"' },
    'typographic quotes': { text: policy(', "Action": «“kms”»'), message: 'Invalid text "“kms”"' },
    'a second policy': { text: `${policy('')} «{»}`, message: 'after the end' },
  },
});
