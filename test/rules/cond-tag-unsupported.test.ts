import { condTagUnsupported } from '../../server/src/rules/cond-tag-unsupported.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const TAG = '{ "StringEquals": { "aws:ResourceTag/team": "logs" } }';

ruleTest(condTagUnsupported, {
  valid: {
    'an action on a key': identityWithCondition(TAG),
    'a Deny of an action on a key': identityWithCondition(TAG, '["kms:Decrypt", "logs:PutLogEvents"]').replace(
      'Allow',
      'Deny',
    ),
    'a pattern of which some actions have a resource': identityWithCondition(TAG, '"kms:*"'),
    'all actions': identityWithCondition(TAG, '"*"'),
    'an unknown action': identityWithCondition(TAG, '"kms:Nonsense"'),
    IfExists: identityWithCondition('{ "StringEqualsIfExists": { "aws:ResourceTag/team": "logs" } }', '"kms:ListKeys"'),
    'a negated test': identityWithCondition(
      '{ "StringNotEquals": { "aws:ResourceTag/team": "logs" } }',
      '"kms:ListKeys"',
    ),
    'tags of the request': identityWithCondition(
      '{ "StringEquals": { "aws:RequestTag/team": "logs" } }',
      '"kms:CreateKey"',
    ),
    'half a key, which cond-tag-key-missing reports': identityWithCondition(
      '{ "StringEquals": { "aws:ResourceTag/": "logs" } }',
      '"kms:ListKeys"',
    ),
    'a key policy, which refuses the key': withCondition(TAG, { action: '"kms:ListKeys"' }),
    NotAction: identityWithCondition(TAG, '"kms:ListKeys"').replace('"Action"', '"NotAction"'),
  },
  invalid: {
    'an Allow': {
      text: identityWithCondition(TAG, '["kms:Decrypt", «"kms:ListKeys"»]'),
      message: 'Unreachable action "kms:ListKeys"',
    },
    'a Deny': {
      text: identityWithCondition(TAG, '[«"KMS:listkeys"», "kms:Decrypt"]').replace('Allow', 'Deny'),
      message: 'Unaffected action',
    },
    'several, as one': {
      text: identityWithCondition(
        '{ "Null": { "AWS:resourcetag/팀": "false" } }',
        '[«"kms:ListKeys"», "kms:GenerateRandom"]',
      ),
      message: '"kms:ListKeys", "kms:GenerateRandom"',
      fixed: null,
    },
    'another service': identityWithCondition(TAG, '«"sts:GetCallerIdentity"»'),
    'the only action': { text: identityWithCondition(TAG, '«"kms:ListAliases"»'), fixed: null },
  },
});
