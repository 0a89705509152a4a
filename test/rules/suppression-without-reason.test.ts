import { suppressionWithoutReason } from '../../server/src/rules/suppression-without-reason.js';
import { ruleTest } from '../support/ruleTest.js';

const OWN_ID = suppressionWithoutReason.id;
const policy = (comment: string) => `${comment}\n{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }`;
const jsonc = (text: string) => ({ languageId: 'jsonc' as const, text });

ruleTest(suppressionWithoutReason, {
  valid: {
    'a rule and a reason': jsonc(policy(`// sealwright-ignore ${OWN_ID}: agreed with the security team`)),
    'a reason that holds colons': jsonc(policy(`/* sealwright-ignore ${OWN_ID}: see https://example.com */`)),
    'a whole file': jsonc(policy(`// sealwright-ignore-file ${OWN_ID}: generated`)),
    'other comments': jsonc(policy('// sealwright: kind=key-policy\n// sealwright-ignored rules are listed elsewhere')),
    'a text that only speaks of it': jsonc(policy('// see sealwright-ignore')),
    'no comments': '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }',
  },
  invalid: {
    'an unknown rule among others': {
      ...jsonc(policy(`«// sealwright-ignore ${OWN_ID}, no-such-rule: agreed»`)),
      fixed: policy(`// sealwright-ignore ${OWN_ID}: agreed`),
    },
    'nothing but an unknown rule': {
      ...jsonc(policy('«// sealwright-ignore no-such-rule: agreed»')),
      fixed: policy('').slice(1),
    },
    'no reason': {
      ...jsonc(policy(`«// sealwright-ignore ${OWN_ID}»`)),
      message: `the suppression of "${OWN_ID}" is ignored`,
    },
    'a colon and nothing after it': jsonc(policy(`«// sealwright-ignore ${OWN_ID}: »`)),
    'no rule': { ...jsonc(policy('«// sealwright-ignore»')), message: 'it names no rule' },
    'a reason and no rule': { ...jsonc(policy('«// sealwright-ignore: because»')), message: 'it names no rule' },
    'an unknown rule': {
      ...jsonc(policy(`«// sealwright-ignore ${OWN_ID}, no-such-rule: agreed»`)),
      message: 'Unknown rule "no-such-rule"',
    },
    'two comments': jsonc(policy(`«// sealwright-ignore-file»\n«/* sealwright-ignore ${OWN_ID} */»`)),
    'a comment in plain JSON, where it should not be anyway': policy(`«// sealwright-ignore ${OWN_ID}»`),
  },
});
