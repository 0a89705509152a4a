import { logsPrincipalGlobal } from '../../server/src/rules/logs-principal-global.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, policyOf, serviceStatement } from '../support/serviceStatement.js';

const inRegion = (partition: string, region: string) => ({
  condition: logsContext(`"arn:${partition}:logs:${region}:111122223333:log-group:*"`),
});
const policy = (services: string, parts = inRegion('aws', 'eu-west-1')) =>
  keyPolicyOf(serviceStatement(services, parts));

ruleTest(logsPrincipalGlobal, {
  valid: {
    'the regional name': policy('"logs.eu-west-1.amazonaws.com"'),
    'the regional name in a Region newer than the list': policy('"logs.eu-west-9.amazonaws.com"'),
    'log delivery, which has no Region': policy('"delivery.logs.amazonaws.com"'),
    'a name that a tool completes': policy('"logs.${AWS::Region}.amazonaws.com"'),
    'a malformed name, which principal-service-format reports': policy('"logs"'),
    'the trust policy of a role, where the name is right':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.amazonaws.com" }, "Action": "sts:AssumeRole" }] }',
    'a half-typed name':
      '{ "Version": "2012-10-17", "Statement": [{ "Action": "kms:Decrypt", "Principal": { "Service": "logs.amazonaws.com',
    'an empty document': '',
  },
  invalid: {
    'the name without a Region': {
      text: policy('«"logs.amazonaws.com"»'),
      fixed: policy('"logs.eu-west-1.amazonaws.com"'),
      message: 'logs.eu-west-1.amazonaws.com',
    },
    'the name in China, whose suffix follows the Region': {
      text: policy('«"logs.amazonaws.com"»', inRegion('aws-cn', 'cn-north-1')),
      fixed: policy('"logs.cn-north-1.amazonaws.com.cn"', inRegion('aws-cn', 'cn-north-1')),
    },
    'the name in GovCloud': {
      text: policy('[«"logs.amazonaws.com"»]', inRegion('aws-us-gov', 'us-gov-west-1')),
      fixed: policy('["logs.us-gov-west-1.amazonaws.com"]', inRegion('aws-us-gov', 'us-gov-west-1')),
    },
    'the name beside the regional one, which is all that is needed': {
      text: policy('[«"logs.amazonaws.com"», "logs.eu-west-1.amazonaws.com"]'),
      fixed: policy('["logs.eu-west-1.amazonaws.com"]'),
    },
    'a Region that another statement tells': {
      text: keyPolicyOf(
        serviceStatement('«"logs.amazonaws.com"»'),
        serviceStatement('"sns.ap-northeast-2.amazonaws.com"'),
      ),
      fixed: keyPolicyOf(
        serviceStatement('"logs.ap-northeast-2.amazonaws.com"'),
        serviceStatement('"sns.ap-northeast-2.amazonaws.com"'),
      ),
    },
    'no Region anywhere, or any': {
      text: policyOf(
        serviceStatement('«"logs.amazonaws.com"»'),
        serviceStatement('«"logs.amazonaws.com"»', inRegion('aws', '*')),
      ),
      fixed: null,
      message: 'as in "logs.us-east-1.amazonaws.com"',
    },
  },
});
