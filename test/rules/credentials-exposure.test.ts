import { credentialsExposure } from '../../server/src/rules/credentials-exposure.js';
import { allowing, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(credentialsExposure, {
  valid: {
    'one role': {
      kind: 'identity-policy',
      text: policyOn(allowing('"sts:AssumeRole"', '"arn:aws:iam::444455556666:role/app"')),
    },
    'a condition': { kind: 'identity-policy', text: policyOn(allowing('"sts:AssumeRole"', '"*"', WITH_MFA)) },
    'a call that takes no resource': policyOn(allowing('["ecr:GetAuthorizationToken", "sts:GetCallerIdentity"]')),
    'access keys, of which privilege-escalation-combo speaks': policyOn(allowing('"iam:CreateAccessKey"')),
    everything: policyOn(allowing('["*", "kms:Decrypt"]')),
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*", "C',
  },
  invalid: {
    'every role': {
      kind: 'identity-policy',
      text: policyOn(allowing('«"sts:AssumeRole"»')),
      message: 'hands out credentials',
    },
    'a pattern': { kind: 'identity-policy', text: policyOn(allowing('["kms:List*", «"redshift:Get*"»]')) },
  },
});
