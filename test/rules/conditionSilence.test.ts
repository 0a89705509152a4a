import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { condEmpty } from '../../server/src/rules/cond-empty.js';
import { condForallvaluesAllow } from '../../server/src/rules/cond-forallvalues-allow.js';
import { condForallvaluesKmsRejected } from '../../server/src/rules/cond-forallvalues-kms-rejected.js';
import { condKeyDeprecated } from '../../server/src/rules/cond-key-deprecated.js';
import { condKeyFormat } from '../../server/src/rules/cond-key-format.js';
import { condKeyUnknown } from '../../server/src/rules/cond-key-unknown.js';
import { condMultivaluedNoSet } from '../../server/src/rules/cond-multivalued-no-set.js';
import { condNeverTrue } from '../../server/src/rules/cond-never-true.js';
import { condNullValue } from '../../server/src/rules/cond-null-value.js';
import { condOperatorType } from '../../server/src/rules/cond-operator-type.js';
import { condOperatorUnknown } from '../../server/src/rules/cond-operator-unknown.js';
import { condSetOnSingle } from '../../server/src/rules/cond-set-on-single.js';
import { condSourceAccountArnConflict } from '../../server/src/rules/cond-source-account-arn-conflict.js';
import { condTagKeyMissing } from '../../server/src/rules/cond-tag-key-missing.js';
import { condUnsupportedForService } from '../../server/src/rules/cond-unsupported-for-service.js';
import { condValueMixedTypes } from '../../server/src/rules/cond-value-mixed-types.js';
import { condValueType } from '../../server/src/rules/cond-value-type.js';
import { condWildcardNeedsLike } from '../../server/src/rules/cond-wildcard-needs-like.js';
import { encContextKeyVariable } from '../../server/src/rules/enc-context-key-variable.js';
import { encContextWrongAction } from '../../server/src/rules/enc-context-wrong-action.js';
import { keyCondIamOnly } from '../../server/src/rules/key-cond-iam-only.js';
import { keyGrantCondOnCrypto } from '../../server/src/rules/key-grant-cond-on-crypto.js';
import { keyNoIamDelegation } from '../../server/src/rules/key-no-iam-delegation.js';
import { keyServiceKmsStar } from '../../server/src/rules/key-service-kms-star.js';
import { kmsCondAliasForm } from '../../server/src/rules/kms-cond-alias-form.js';
import { kmsCondCalleridForm } from '../../server/src/rules/kms-cond-callerid-form.js';
import { kmsCondEnum } from '../../server/src/rules/kms-cond-enum.js';
import { kmsCondNumericRange } from '../../server/src/rules/kms-cond-numeric-range.js';
import { lockoutDenySelf } from '../../server/src/rules/lockout-deny-self.js';
import { lockoutNoPutkeypolicy } from '../../server/src/rules/lockout-no-putkeypolicy.js';
import { lockoutSingleAdmin } from '../../server/src/rules/lockout-single-admin.js';
import { notactionAllow } from '../../server/src/rules/notaction-allow.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { viaserviceForm } from '../../server/src/rules/viaservice-form.js';
import { viaserviceWithServicePrincipal } from '../../server/src/rules/viaservice-with-service-principal.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { canonicalPolicies, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

const CONDITION_RULES: readonly Rule[] = [
  condEmpty,
  condForallvaluesAllow,
  condForallvaluesKmsRejected,
  condKeyDeprecated,
  condKeyFormat,
  condKeyUnknown,
  condMultivaluedNoSet,
  condNeverTrue,
  condNullValue,
  condOperatorType,
  condOperatorUnknown,
  condSetOnSingle,
  condSourceAccountArnConflict,
  condTagKeyMissing,
  condUnsupportedForService,
  condValueMixedTypes,
  condValueType,
  condWildcardNeedsLike,
  encContextKeyVariable,
  encContextWrongAction,
  keyCondIamOnly,
  keyGrantCondOnCrypto,
  keyServiceKmsStar,
  kmsCondAliasForm,
  kmsCondCalleridForm,
  kmsCondEnum,
  kmsCondNumericRange,
  notactionAllow,
  viaserviceForm,
  viaserviceWithServicePrincipal,
];
const LOCKOUT_RULES = [keyNoIamDelegation, lockoutDenySelf, lockoutNoPutkeypolicy, lockoutSingleAdmin];

function rulesThatFire(rules: readonly Rule[], text: string, kind?: (typeof canonicalPolicies)[number]['kind']) {
  const analyzer = createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ levels: {}, kind: kind === undefined ? undefined : { choice: kind, glob: 'test' } }),
    rules,
  });
  return analyzer
    .analyze({ uri: 'file:///policy.json', languageId: 'json', text })
    .findings()
    .map(({ rule, message }) => `${rule.id}: ${message}`);
}

describe('rules about conditions and lockouts', () => {
  for (const { name, kind, text } of [...canonicalPolicies, ...publishedPolicies]) {
    it(`say nothing about the ${kind} "${name}"`, () => {
      expect(rulesThatFire([...CONDITION_RULES, ...LOCKOUT_RULES], text, kind)).toEqual([]);
    });
  }

  it('say nothing about the policy of an AWS managed key', () => {
    const text = `{ "Version": "2012-10-17", "Id": "auto-s3-2", "Statement": [
      { "Sid": "Allow access through S3", "Effect": "Allow", "Principal": { "AWS": "*" },
        "Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"], "Resource": "*",
        "Condition": { "StringEquals": { "kms:CallerAccount": "111122223333", "kms:ViaService": "s3.us-east-1.amazonaws.com" } } },
      { "Sid": "Allow direct access to key metadata", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
        "Action": ["kms:*"], "Resource": "*" }] }`;
    expect(rulesThatFire([...CONDITION_RULES, ...LOCKOUT_RULES], text)).toEqual([]);
  });

  const singleMistakes: readonly (readonly [mistake: string, rule: string, text: string])[] = [
    ['an operator', 'cond-operator-unknown', withCondition('{ "StringEqual": { "kms:KeySpec": "RSA_2048" } }')],
    [
      'a set operator on Null',
      'cond-operator-unknown',
      withCondition('{ "ForAllValues:Null": { "aws:userid": "true" } }'),
    ],
    ['a key', 'cond-key-unknown', withCondition('{ "StringEquals": { "kms:KeySpecs": "RSA_*" } }')],
    ['a key without prefix', 'cond-key-format', withCondition('{ "StringEquals": { "KeySpec": "RSA_2048" } }')],
    [
      'a tag key without its tag',
      'cond-tag-key-missing',
      withCondition('{ "StringEquals": { "aws:RequestTag": "x" } }'),
    ],
    ['Boolean text', 'cond-operator-type', withCondition('{ "StringEquals": { "kms:MultiRegion": "yes*" } }')],
    ['text as a Boolean', 'cond-operator-type', withCondition('{ "Bool": { "kms:KeySpec": "RSA" } }')],
    ['a word as a Boolean', 'cond-value-type', withCondition('{ "Bool": { "kms:MultiRegion": "yes" } }')],
    [
      'a wildcard in an enumeration',
      'cond-wildcard-needs-like',
      withCondition('{ "StringEquals": { "kms:KeySpec": "RSA_*" } }'),
    ],
    [
      'a wildcard in an account',
      'cond-wildcard-needs-like',
      withCondition('{ "StringEquals": { "kms:CallerAccount": "1*" } }'),
    ],
    [
      'a wildcard in kms:ViaService',
      'cond-wildcard-needs-like',
      withCondition('{ "StringEquals": { "kms:ViaService": "s3.*" } }'),
    ],
    [
      'aliases in a key policy',
      'key-cond-iam-only',
      withCondition('{ "StringEquals": { "kms:ResourceAliases": "alias/app" } }'),
    ],
    ['tags in a key policy', 'key-cond-iam-only', withCondition('{ "StringEquals": { "aws:ResourceTag/a": "x" } }')],
    [
      'aliases without set operator',
      'cond-multivalued-no-set',
      identityWithCondition('{ "StringEquals": { "kms:ResourceAliases": "alias/app" } }'),
    ],
    [
      'ForAllValues on a context',
      'cond-forallvalues-kms-rejected',
      withCondition('{ "ForAllValues:StringEquals": { "kms:EncryptionContext:a": "x" } }'),
    ],
    [
      'ForAllValues on one value',
      'cond-set-on-single',
      withCondition('{ "ForAllValues:StringEquals": { "kms:KeySpec": "RSA_2048" } }'),
    ],
    [
      'a variable in a key',
      'enc-context-key-variable',
      withCondition('{ "StringEquals": { "kms:EncryptionContext:${aws:username}": "x" } }'),
    ],
  ];
  for (const [mistake, rule, text] of singleMistakes) {
    it(`report ${mistake} once`, () => {
      expect(rulesThatFire(CONDITION_RULES, text).map((finding) => finding.split(':')[0])).toEqual([rule]);
    });
  }

  it('say one thing about a key without administrators', () => {
    const text = withCondition('{ "StringEquals": { "kms:CallerAccount": "111122223333" } }', {
      principal: '{ "AWS": "arn:aws:iam::111122223333:role/App" }',
    });
    expect(rulesThatFire(LOCKOUT_RULES, text).map((finding) => finding.split(':')[0])).toEqual([
      'lockout-no-putkeypolicy',
    ]);
  });

  it('survive truncation of a policy at every offset and never report a condition that is being typed', () => {
    const text = withCondition(
      '{ "StringEquals": { "kms:KeySpec": "RSA_2048", "kms:ViaService": "s3.us-east-1.amazonaws.com" } }',
    );
    for (let length = 0; length < text.length; length++) {
      expect(rulesThatFire([...CONDITION_RULES, ...LOCKOUT_RULES], text.slice(0, length), 'key-policy')).toEqual([]);
    }
  });
});
