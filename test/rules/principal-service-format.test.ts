import { principalServiceFormat } from '../../server/src/rules/principal-service-format.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (service: string, rest = '') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "Service": ${service} }, "Action": "kms:Decrypt", "Resource": "*"${rest} }] }`;
const IN_SEOUL = ', "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:logs:ap-northeast-2:111122223333:*" } }';

ruleTest(principalServiceFormat, {
  valid: {
    'global, regional and nested names': policy(
      '["cloudtrail.amazonaws.com", "logs.us-east-1.amazonaws.com", "delivery.logs.amazonaws.com"]',
    ),
    'the domain of China': policy('"logs.cn-north-1.amazonaws.com.cn"'),
    'a service of another domain': policy('"alexa-appkit.amazon.com"'),
    'a wildcard, which principal-service-wildcard reports': policy('"*.amazonaws.com"'),
    'an ARN, which principal-wrong-type reports': policy('"arn:aws:iam::111122223333:role/app"'),
    'a name that no list has, which principal-service-unknown reports': policy('"foo.example.com"'),
    'a template': policy('"logs.${AWS::Region}.${AWS::URLSuffix}"'),
    'another type':
      '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "logs" }, "Action": "kms:Decrypt", "Resource": "*" } }',
    'a string that is still being typed': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "Service": "clou`,
  },
  invalid: {
    'a bare name': {
      text: policy('«"cloudtrail"»'),
      fixed: policy('"cloudtrail.amazonaws.com"'),
      message: 'to be "cloudtrail.amazonaws.com"',
    },
    'a bare name that needs its Region, which the policy tells': {
      text: policy('«"logs"»', IN_SEOUL),
      fixed: policy('"logs.ap-northeast-2.amazonaws.com"', IN_SEOUL),
    },
    'a bare name that needs its Region, which nothing tells': { text: policy('«"logs"»'), fixed: null },
    'a Region without domain': {
      text: policy('«"logs.us-east-1"»'),
      fixed: policy('"logs.us-east-1.amazonaws.com"'),
    },
    'an address': {
      text: policy('«"https://cloudtrail.amazonaws.com/"»'),
      fixed: policy('"cloudtrail.amazonaws.com"'),
    },
    capitals: { text: policy('«"CloudTrail.amazonaws.com"»'), fixed: policy('"cloudtrail.amazonaws.com"') },
    'a doubled domain': {
      text: policy('«"s3.amazonaws.com.amazonaws.com"»'),
      fixed: policy('"s3.amazonaws.com"'),
    },
    'half a domain': { text: policy('«"s3.amazonaws"»'), fixed: policy('"s3.amazonaws.com"') },
    'a bare name of no service, and nothing at all': { text: policy('[«"données"», «""»]'), fixed: null },
  },
});
