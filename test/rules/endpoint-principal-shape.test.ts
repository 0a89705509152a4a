import { endpointPrincipalShape } from '../../server/src/rules/endpoint-principal-shape.js';
import { ruleTest } from '../support/ruleTest.js';

const named = (principal: string) => ({
  kind: 'vpc-endpoint-policy' as const,
  text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/*" }] }`,
});

ruleTest(endpointPrincipalShape, {
  valid: {
    everyone: named('"*"'),
    'everyone under AWS': named('{ "AWS": "*" }'),
    'an account and a role, which a peer refuses': named(
      '{ "AWS": ["111122223333", "arn:aws:iam::111122223333:role/App"] }',
    ),
    'a role in the wrong place, of which principal-wrong-type speaks': named(
      '{ "Service": "arn:aws:iam::111122223333:role/App" }',
    ),
    'a service in a key policy': { ...named('{ "Service": "logs.us-east-1.amazonaws.com" }'), kind: 'key-policy' },
    'a half-typed name': {
      kind: 'vpc-endpoint-policy',
      text: '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.us-ea',
    },
  },
  invalid: {
    'a service beside a role': {
      ...named('{ "AWS": "111122223333", "Service": «"s3.amazonaws.com"» }'),
      fixed: named('{ "AWS": "111122223333" }').text,
    },
    'a service alone': { ...named('{ "Service": «"s3.amazonaws.com"» }'), fixed: null },
    'a service': { ...named('{ "Service": «"logs.us-east-1.amazonaws.com"» }'), message: 'under "Service"' },
    'a list beside a role': named(
      '{ "AWS": "111122223333", "Service": [«"logs.us-east-1.amazonaws.com"», «"s3.amazonaws.com"»] }',
    ),
    'an identity provider': named('{ "Federated": «"cognito-identity.amazonaws.com"» }'),
  },
});
