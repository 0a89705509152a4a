import { principalPartialWildcard } from '../../server/src/rules/principal-partial-wildcard.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, rest = '') =>
  `{"Statement":[{"Effect":"Allow","Principal":${principal},"Action":"kms:Decrypt","Resource":"*"${rest}}]}`;
const everyone = '{"AWS":"*"}';

ruleTest(principalPartialWildcard, {
  valid: {
    'a lone star': policy('{"AWS":"*"}'),
    'a star in a list': policy('{"AWS":["*","111122223333"]}'),
    'a pattern in a condition': policy(
      '{"AWS":"*"}',
      ',"Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/app-*"}}',
    ),
    'a group by pattern, which principal-group reports': policy('{"AWS":"arn:aws:iam::111122223333:group/*"}'),
    'a pattern of services, which principal-service-wildcard reports': policy('{"Service":"*.amazonaws.com"}'),
    'a template': policy('{"AWS":"arn:aws:iam::${account}:role/*"}'),
  },
  invalid: {
    'a pattern of roles': {
      text: policy('{"AWS":«"arn:aws:iam::111122223333:role/app-*"»}'),
      fixed: policy(everyone, ',"Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/app-*"}}'),
      message: 'no wildcard inside',
    },
    'a pattern beside a role that it does not cover, which moves with it': {
      text: policy('{"AWS":["arn:aws:iam::111122223333:role/ops",«"arn:aws-cn:iam::111122223333:role/a?p"»]}'),
      fixed: policy(
        everyone,
        ',"Condition":{"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::111122223333:role/ops","arn:aws-cn:iam::111122223333:role/a?p"]}}',
      ),
    },
    'two patterns under an operator that is there already, spelt in lower case': {
      text: policy(
        '{"AWS":[«"arn:aws:iam::111122223333:role/a*"»,«"arn:aws:iam::111122223333:user/b*"»]}',
        ',"Condition":{"arnlike":{"aws:SourceArn":"x"}}',
      ),
      fixed: policy(
        everyone,
        ',"Condition":{"arnlike":{"aws:SourceArn":"x","aws:PrincipalArn":["arn:aws:iam::111122223333:role/a*","arn:aws:iam::111122223333:user/b*"]}}',
      ),
    },
    'a pattern with a condition on the same key, which must not be overwritten': {
      text: policy(
        '{"AWS":«"arn:aws:iam::111122223333:role/app-*"»}',
        ',"Condition":{"ArnLike":{"AWS:principalarn":"arn:aws:iam::111122223333:role/app-x"}}',
      ),
      fixed: null,
    },
    'every account': { text: policy('{"AWS":«"arn:aws:iam::*:root"»}'), fixed: null },
    'sessions of a role': { text: policy('{"AWS":«"arn:aws:sts::111122223333:assumed-role/app/*"»}'), fixed: null },
    'a pattern beside a service, which a condition would keep out': {
      text: policy('{"AWS":«"arn:aws:iam::111122223333:role/app-*"»,"Service":"s3.amazonaws.com"}'),
      fixed: null,
    },
    'exceptions by pattern': {
      text: '{"Statement":{"Effect":"Deny","NotPrincipal":{"AWS":«"arn:aws:iam::111122223333:role/*"»},"Action":"kms:*","Resource":"*"}}',
      fixed: null,
    },
    'two stars': { text: policy('{"AWS":«"**"»}'), fixed: null },
  },
});
