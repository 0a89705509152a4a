import { condTagKeyMissing } from '../../server/src/rules/cond-tag-key-missing.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const under = (key: string) => withCondition(`{ "StringEquals": { ${key}: "x" } }`);

ruleTest(condTagKeyMissing, {
  valid: {
    'a tag key': under('"aws:RequestTag/team"'),
    'a tag key with a slash in it': under('"aws:ResourceTag/team/name"'),
    'a multi-valued key about tags': under('"aws:TagKeys"'),
    'a variable as the tag': under('"aws:PrincipalTag/${aws:username}"'),
    'an encryption context, which cond-key-unknown reports': under('"kms:EncryptionContext"'),
    'a prefix alone': under('"aws:"'),
    'a key that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "StringEquals": { "aws:RequestTag" } } }] }',
  },
  invalid: {
    'no tag': { text: under('«"aws:RequestTag"»'), message: '"aws:RequestTag/team"' },
    'a slash and no tag': under('«"aws:PrincipalTag/"»'),
    'another letter case': { text: under('«"AWS:resourcetag"»'), message: '"aws:ResourceTag/team"' },
    'a tag family of a service': under('«"ec2:ResourceTag"»'),
    'two keys': withCondition('{ "StringLike": { «"aws:RequestTag"»: "x", «"aws:PrincipalTag"»: "y" } }'),
  },
});
