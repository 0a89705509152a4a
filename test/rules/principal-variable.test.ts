import { principalVariable } from '../../server/src/rules/principal-variable.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalVariable, {
  valid: {
    'placeholders of templates': policy(
      '{ "AWS": ["arn:aws:iam::${AWS::AccountId}:root", "${var.role}", "${account_id}"] }',
    ),
    'a plain role': policy('{ "AWS": "arn:aws:iam::111122223333:role/app" }'),
    'a variable in a condition value': `{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "kms:Decrypt",
      "Resource": "*", "Condition": { "StringEquals": { "kms:CallerAccount": "${'${aws:PrincipalAccount}'}" } } } }`,
  },
  invalid: {
    'a variable among others': {
      text: policy('{ "AWS": ["111122223333", «"arn:aws:iam::${aws:PrincipalAccount}:root"»] }'),
      fixed: policy('{ "AWS": ["111122223333"] }'),
    },
    'a variable in an ARN': {
      text: policy('{ "AWS": «"arn:aws:iam::${aws:PrincipalAccount}:root"» }'),
      fixed: null,
      message: 'not in principals',
    },
    'variables with a default and with a tag key': policy(
      '{ "AWS": [«"${aws:username, \'nobody\'}"», «"arn:aws:iam::111122223333:user/${aws:PrincipalTag/team}"»] }',
    ),
    'a variable in a service': policy('{ "Service": «"logs.${aws:RequestedRegion}.amazonaws.com"» }'),
  },
});
