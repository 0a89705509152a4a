import { viaservicePairMissing } from '../../server/src/rules/viaservice-pair-missing.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const via = (values: string, operator = 'StringEquals') => `{ "${operator}": { "kms:ViaService": ${values} } }`;
const CACHE = '"elasticache.us-east-1.amazonaws.com"';
const DAX = '"dax.us-east-1.amazonaws.com"';

ruleTest(viaservicePairMissing, {
  valid: {
    both: withCondition(via(`[${CACHE}, ${DAX}]`)),
    'a pattern that fits both': withCondition(via(`[${CACHE}, "*.us-east-1.amazonaws.com"]`, 'StringLike')),
    'a service with one name': withCondition(via('"s3.us-east-1.amazonaws.com"')),
    'a Deny': withCondition(via(CACHE), { effect: 'Deny' }),
    'all but it': withCondition(via(CACHE, 'StringNotEquals')),
    'a list that is not known to its end': withCondition(via(`[${CACHE}, "\${aws:PrincipalTag/Service}"]`)),
    'a half-typed list':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Condition": { "StringEquals": { "kms:ViaService": ["elasticache.us-east-1.amazonaws.com"',
  },
  invalid: {
    'ElastiCache alone': { text: withCondition(via(`«${CACHE}»`)), fixed: withCondition(via(`[${CACHE}, ${DAX}]`)) },
    'DAX alone, in a list of an IAM policy': {
      text: identityWithCondition(via(`["s3.us-east-1.amazonaws.com", «${DAX}»]`)),
      fixed: identityWithCondition(via(`["s3.us-east-1.amazonaws.com", ${DAX}, ${CACHE}]`)),
    },
    'the other one in another Region': withCondition(
      via(`[«${CACHE}», «"dax.eu-west-1.amazonaws.com"»]`, 'ForAnyValue:StringLike'),
    ),
  },
});
