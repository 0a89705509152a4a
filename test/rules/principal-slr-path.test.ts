import { principalSlrPath } from '../../server/src/rules/principal-slr-path.js';
import { allow, keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const named = (principal: string) => keyPolicy([allow(`{ "AWS": ${principal} }`)]);
const RIGHT = 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';

ruleTest(principalSlrPath, {
  valid: {
    'the path of the service': named(`"${RIGHT}"`),
    'a role of ours': named('"arn:aws:iam::111122223333:role/App"'),
    'a name that only holds the words': named('"arn:aws:iam::111122223333:role/MyAWSServiceRoleForTests"'),
    'a user of that name': named('"arn:aws:iam::111122223333:user/AWSServiceRoleForAutoScaling"'),
    'an ARN that is filled in later': named('"arn:aws:iam::${AWS::AccountId}:role/AWSServiceRoleForAutoScaling"'),
    'a half-typed ARN':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/AWSServiceRoleFor',
  },
  invalid: {
    'no path': {
      text: named('«"arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling"»'),
      fixed: named(`"${RIGHT}"`),
    },
    'another path, a suffix and another partition': {
      text: named('["111122223333", «"arn:aws-cn:iam::111122223333:role/x/AWSServiceRoleForAutoScaling_team"»]'),
      fixed: named(
        '["111122223333", "arn:aws-cn:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_team"]',
      ),
    },
    'a role whose service is not known': {
      text: named('«"arn:aws:iam::111122223333:role/AWSServiceRoleForTomorrow"»'),
      fixed: null,
      message: 'SERVICE.amazonaws.com',
    },
    'a name of JavaScript': {
      text: named('«"arn:aws:iam::111122223333:role/AWSServiceRoleFor__proto__"»'),
      fixed: null,
    },
  },
});
