import { notprincipalDeny } from '../../server/src/rules/notprincipal-deny.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (rest: string) => `{"Statement":[{"Effect":"Deny",${rest},"Action":"kms:Decrypt","Resource":"*"}]}`;
const ROLE = '"arn:aws:iam::111122223333:role/app"';

ruleTest(notprincipalDeny, {
  valid: {
    'everyone but those of a condition': policy(
      `"Principal":{"AWS":"*"},"Condition":{"ArnNotLike":{"aws:PrincipalArn":${ROLE}}}`,
    ),
    'an Allow, which notprincipal-allow reports': policy('"NotPrincipal":{"AWS":"111122223333"}').replace(
      'Deny',
      'Allow',
    ),
    'an exception that is not typed yet': '{ "Statement": [{ "Effect": "Deny", "Action": "kms:*", "NotPrincipal": ',
  },
  invalid: {
    'an excepted role': {
      text: policy(`«"NotPrincipal"»:{"AWS":${ROLE}}`),
      fixed:
        '{"Statement":[{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"kms:Decrypt","Resource":"*","Condition":{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/app"}}}]}',
      message: 'aws:PrincipalArn',
    },
    'an excepted role with its account, beside another condition': {
      text: policy(
        `«"NotPrincipal"»:{"AWS":[${ROLE},"arn:aws:iam::111122223333:root"]},"Condition":{"Bool":{"aws:SecureTransport":"false"}}`,
      ),
      fixed: policy(
        `"Principal":{"AWS":"*"},"Condition":{"Bool":{"aws:SecureTransport":"false"},"ArnNotLike":{"aws:PrincipalArn":[${ROLE},"arn:aws:iam::111122223333:root"]}}`,
      ),
    },
    'an excepted service, which that key cannot name': {
      text: policy('«"NotPrincipal"»:{"Service":"s3.amazonaws.com"}'),
      fixed: null,
    },
    'an excepted session, account number and template': {
      text: policy(
        '«"NotPrincipal"»:{"AWS":["arn:aws:sts::111122223333:assumed-role/app/s","111122223333","${var.role}"]}',
      ),
      fixed: null,
    },
    'a condition on the same key': {
      text: policy(`«"NotPrincipal"»:{"AWS":${ROLE}},"Condition":{"ArnNotLike":{"aws:PrincipalArn":${ROLE}}}`),
      fixed: null,
    },
  },
});
