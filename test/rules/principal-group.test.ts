import { principalGroup } from '../../server/src/rules/principal-group.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalGroup, {
  valid: {
    'a role': policy('{ "AWS": "arn:aws:iam::111122223333:role/group/Ops" }'),
    'a template': policy('{ "AWS": "arn:aws:iam::${account}:group/Ops" }'),
    'an account': policy('{ "AWS": "111122223333" }'),
  },
  invalid: {
    'a group among others': {
      text: policy('{ "AWS": [«"arn:aws:iam::111122223333:group/Ops"», "111122223333"] }'),
      fixed: policy('{ "AWS": ["111122223333"] }'),
    },
    'a group beside a service': {
      text: policy('{ "AWS": «"arn:aws:iam::111122223333:group/Ops"», "Service": "s3.amazonaws.com" }'),
      fixed: policy('{ "Service": "s3.amazonaws.com" }'),
    },
    'a group beside a type that stands twice': {
      text: policy(
        '{ "Service": "s3.amazonaws.com", "AWS": «"arn:aws:iam::111122223333:group/Ops"», "Service": "s3.amazonaws.com" }',
      ),
      fixed: null,
    },
    'a group': {
      text: policy('{ "AWS": «"arn:aws:iam::111122223333:group/Ops"» }'),
      fixed: null,
      message: 'never a principal',
    },
    'groups with a path, in GovCloud, and by pattern': policy(
      '{ "AWS": [«"arn:aws:iam::111122223333:group/a/Ops"», «"arn:aws-us-gov:iam::111122223333:group/Ops"», «"arn:aws:iam::111122223333:group/*"»] }',
    ),
    'a group that is excepted': policy('{ "AWS": «"arn:aws:iam::111122223333:group/opérations"» }', 'NotPrincipal'),
  },
});
