import { principalWrongType } from '../../server/src/rules/principal-wrong-type.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

const LOGS = '"logs.ap-northeast-2.amazonaws.com"';
const ROLE = '"arn:aws:iam::111122223333:role/app"';

ruleTest(principalWrongType, {
  valid: {
    'each under its type': policy(`{ "AWS": [${ROLE}, "111122223333", "*"], "Service": [${LOGS}] }`),
    'a wildcard, which principal-service-wildcard reports': policy('{ "Service": "*" }'),
    'a template': policy('{ "AWS": "logs.${AWS::Region}.amazonaws.com", "Service": "arn:aws:iam::${account}:root" }'),
    'a role named like a service': policy(
      '{ "AWS": "arn:aws:iam::111122223333:role/aws-service-role/logs.amazonaws.com/x" }',
    ),
  },
  invalid: {
    'a service under AWS': {
      text: policy(`{ "AWS": «${LOGS}» }`),
      fixed: policy(`{ "Service": ${LOGS} }`),
      message: 'under "Service"',
    },
    'a service of China under AWS': {
      text: policy('{ "AWS": «"logs.cn-north-1.amazonaws.com.cn"» }'),
      fixed: policy('{ "Service": "logs.cn-north-1.amazonaws.com.cn" }'),
    },
    'a role under Service': { text: policy(`{ "Service": [«${ROLE}»] }`), fixed: policy(`{ "AWS": [${ROLE}] }`) },
    'an account and a dead id under Service': policy('{ "Service": [«"111122223333"», «"AROAEXAMPLEID1234567"»] }'),
    'a service among roles': {
      text: `{"Statement":{"Effect":"Allow","Principal":{"AWS":[${ROLE},«${LOGS}»]},"Action":"kms:Decrypt","Resource":"*"}}`,
      fixed: `{"Statement":{"Effect":"Allow","Principal":{"AWS":[${ROLE}],"Service":${LOGS}},"Action":"kms:Decrypt","Resource":"*"}}`,
    },
    'a service among roles, beside another service': {
      text: policy(`{ "Service": "s3.amazonaws.com", "AWS": [${ROLE}, «${LOGS}»] }`),
      fixed: policy(`{ "Service": ["s3.amazonaws.com", ${LOGS}], "AWS": [${ROLE}] }`),
    },
    'a lone service beside the right type': {
      text: policy(`{ "Service": ["s3.amazonaws.com"], "AWS": «${LOGS}» }`),
      fixed: policy(`{ "Service": ["s3.amazonaws.com", ${LOGS}] }`),
    },
    'a type that stands twice, without a fix that might drop one': {
      text: policy(`{ "AWS": ${ROLE}, "AWS": «${LOGS}» }`),
      fixed: null,
    },
  },
});
