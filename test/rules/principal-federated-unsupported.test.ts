import { principalFederatedUnsupported } from '../../server/src/rules/principal-federated-unsupported.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalFederatedUnsupported, {
  valid: {
    'a role': policy('{ "AWS": "arn:aws:iam::111122223333:role/app" }'),
    'a trust policy, which is where identity providers belong': {
      text: '{ "Statement": { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity" } }',
    },
    'a type whose value is not typed yet': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "Federated": `,
  },
  invalid: {
    'a provider beside a role': {
      text: policy('{ "AWS": "111122223333", «"Federated"»: "accounts.google.com" }'),
      fixed: policy('{ "AWS": "111122223333" }'),
    },
    'an identity provider in a key policy': {
      text: policy('{ «"Federated"»: "cognito-identity.amazonaws.com" }'),
      fixed: null,
      message: 'trust policies',
    },
    'a list beside a role': policy('{ "AWS": "111122223333", «"Federated"»: ["accounts.google.com", "x"] }'),
    'an exception': policy('{ «"Federated"»: "accounts.google.com" }', 'NotPrincipal'),
  },
});
