import { principalAccountId } from '../../server/src/rules/principal-account-id.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

const aws = (text: string) => policy(`{ "AWS": ${text} }`);

ruleTest(principalAccountId, {
  valid: {
    'twelve digits': aws('"012345678901"'),
    'twelve digits in an ARN': aws('"arn:aws-us-gov:iam::111122223333:role/app"'),
    everyone: aws('"*"'),
    'a template': aws('["arn:aws:iam::${AWS::AccountId}:root", "${account}"]'),
    'an origin access identity of CloudFront': {
      text: aws('"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC"'),
      kind: 'bucket-policy',
    },
    'a pattern, which principal-partial-wildcard reports': aws('"arn:aws:iam::*:root"'),
    'a managed policy, which principal-arn-format reports': aws('"arn:aws:iam::aws:policy/ReadOnlyAccess"'),
    'a number of another type': policy('{ "CanonicalUser": "1234" }'),
  },
  invalid: {
    'eleven digits': { text: aws('«"12345678901"»'), fixed: aws('"012345678901"'), message: 'exactly 12 digits' },
    'dashes as the console prints them': { text: aws('«"1111-2222-3333"»'), fixed: aws('"111122223333"') },
    'eleven digits in an ARN': {
      text: aws('«"arn:aws:iam::12345678901:role/app"»'),
      fixed: aws('"arn:aws:iam::012345678901:role/app"'),
    },
    'ten digits': { text: aws('«"1234567890"»'), fixed: null },
    'thirteen digits in an ARN of China': { text: aws('«"arn:aws-cn:iam::1111222233334:root"»'), fixed: null },
    'a placeholder that was never filled in': {
      text: aws('«"arn:aws:iam::ACCOUNT_ID:root"»'),
      message: '"ACCOUNT_ID"',
    },
    'an ARN without account': { text: aws('«"arn:aws:iam:::role/app"»'), fixed: null, message: 'missing' },
    'two of a list': aws('[«"1"», "111122223333", «"2222"»]'),
  },
});
