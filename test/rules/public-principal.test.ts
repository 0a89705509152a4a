import { publicPrincipal } from '../../server/src/rules/public-principal.js';
import { ruleTest } from '../support/ruleTest.js';

const ACCOUNT =
  '{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}';
const policy = (principal: string, rest = '', effect = 'Allow') =>
  `{"Version":"2012-10-17","Statement":[${ACCOUNT},{"Effect":"${effect}","Principal":${principal},"Action":"kms:Decrypt","Resource":"*"${rest}}]}`;
const condition = (text: string) => `,"Condition":${text}`;

ruleTest(publicPrincipal, {
  valid: {
    'a Logs resource policy, of which logs-policy-public speaks':
      '{"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"logs:PutLogEvents","Resource":"arn:aws:logs:us-east-1:111122223333:log-group:g:*"}}',
    'an account': policy('{"AWS":"111122223333"}'),
    'a Deny for everyone': policy('"*"', '', 'Deny'),
    'the shape of the policies of AWS managed keys': policy(
      '{"AWS":"*"}',
      condition('{"StringEquals":{"kms:CallerAccount":"111122223333","kms:ViaService":"s3.us-east-1.amazonaws.com"}}'),
    ),
    'a weak condition, which public-weak-condition reports': policy(
      '"*"',
      condition('{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}}'),
    ),
    'a condition on a key that nobody has judged': policy(
      '"*"',
      condition('{"StringEquals":{"kms:GranteePrincipal":"x"}}'),
    ),
    'exceptions, which notprincipal-allow reports': policy('"*"').replace('"Principal":"*"', '"NotPrincipal":"*"'),
    'a condition that is not typed yet':
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*","Condition":',
    'a statement that is still being written': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*"',
    'a statement without actions yet': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*"}]}',
    'a Condition of the wrong type, which element-type reports': policy('"*"', ',"Condition":[]'),
    'an unknown operator': policy('"*"', condition('{"StringEqual":{"kms:CallerAccount":"111122223333"}}')),
    'everyone whom a Deny limits to one organization': `{"Statement":[
      {"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},
      {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],
       "Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}]}`,
    'a VPC endpoint policy, which is open by default': {
      text: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}',
      kind: 'vpc-endpoint-policy',
    },
    'an identity policy': '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*"}}',
  },
  invalid: {
    'a bare star': {
      text: policy('«"*"»'),
      fixed: policy('"*"', condition('{"StringEquals":{"kms:CallerAccount":"111122223333"}}')),
      message: 'every AWS account',
    },
    'a star under AWS': policy('{"AWS":«"*"»}'),
    'a star in a list': policy('{"AWS":["arn:aws:iam::111122223333:role/app",«"*"»]}'),
    'a star beside a service': policy('{"Service":"s3.amazonaws.com","AWS":«"*"»}'),
    'an empty Condition': {
      text: policy('«"*"»', condition('{}')),
      fixed: policy('"*"', condition('{"StringEquals":{"kms:CallerAccount":"111122223333"}}')),
    },
    'two statements of a policy that names no account': {
      text: `{"Version":"2012-10-17","Statement":[{"Sid":"공개","Effect":"Allow","Principal":«"*"»,"Action":"kms:Encrypt","Resource":"*"},
        {"Effect":"Allow","Principal":{"AWS":«"*"»},"NotAction":"kms:Decrypt","Resource":"*"}]}`,
      fixed: null,
    },
    'a single statement object': '{"Statement":{"Effect":"Allow","Principal":«"*"»,"Action":"kms:*","Resource":"*"}}',
    'a policy that names two accounts, of which none is certain': {
      text: policy('«"*"»')
        .replace('111122223333:root"', '111122223333:root","arn:aws:iam::444455556666:root"')
        .replace('"AWS":"arn', '"AWS":["arn')
        .replace('"arn:aws:iam::444455556666:root"', '"arn:aws:iam::444455556666:root"]'),
      fixed: null,
    },
    'a Deny that leaves one action open': `{"Statement":[
      {"Effect":"Allow","Principal":«"*"»,"Action":["kms:Decrypt","kms:Encrypt"],"Resource":"*"},
      {"Effect":"Deny","Principal":"*","Action":"kms:Decrypt","Resource":"*","Condition":{"StringNotEquals":{"kms:CallerAccount":"111122223333"}}}]}`,
    'a Deny that holds on some days only': `{"Statement":[
      {"Effect":"Allow","Principal":«"*"»,"Action":"kms:Decrypt","Resource":"*"},
      {"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*","Condition":{
        "StringNotEquals":{"kms:CallerAccount":"111122223333"},"DateGreaterThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}}}]}`,
    'a bucket policy, more quietly, since public websites are so': {
      text: '{"Statement":{"Effect":"Allow","Principal":«"*"»,"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}',
      level: 'warning',
      fixed: null,
    },
    'the policy of a destination':
      '{"Statement":{"Effect":"Allow","Principal":{"AWS":«"*"»},"Action":"logs:PutSubscriptionFilter","Resource":"arn:aws:logs:us-east-1:111122223333:destination:d"}}',
  },
});
