import { viaserviceRegionMismatch } from '../../server/src/rules/viaservice-region-mismatch.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const FACTS = { region: 'eu-west-1' };
const via = (value: string) => `{ "StringEquals": { "kms:ViaService": ${value} } }`;

ruleTest(viaserviceRegionMismatch, {
  valid: {
    'nothing known of the Region': withCondition(via('"s3.us-east-1.amazonaws.com"')),
    'the own Region': { text: withCondition(via('"s3.eu-west-1.amazonaws.com"')), facts: FACTS },
    'a list with the own Region': {
      text: withCondition(via('["s3.us-east-1.amazonaws.com", "s3.eu-west-1.amazonaws.com"]')),
      facts: FACTS,
    },
    'a pattern': { text: withCondition(via('"s3.*.amazonaws.com"').replace('Equals', 'Like')), facts: FACTS },
    'a negated test': {
      text: withCondition(via('"s3.us-east-1.amazonaws.com"').replace('StringEquals', 'StringNotEquals'), {
        effect: 'Deny',
      }),
      facts: FACTS,
    },
    'the key of several Regions': {
      text: withCondition(via('"s3.us-east-1.amazonaws.com"')),
      facts: { ...FACTS, multiRegion: true },
    },
    'a text of another form, which viaservice-form reports': {
      text: withCondition(via('"s3.amazonaws.com"')),
      facts: FACTS,
    },
    'no Region, which viaservice-form reports': {
      text: withCondition(via('"s3.europe-1.amazonaws.com"')),
      facts: FACTS,
    },
    'a service, of which viaservice-with-service-principal speaks': {
      text: withCondition(via('"s3.us-east-1.amazonaws.com"'), { principal: '{ "Service": "sns.amazonaws.com" }' }),
      facts: FACTS,
    },
    'an IAM policy': { text: identityWithCondition(via('"s3.us-east-1.amazonaws.com"')), facts: FACTS },
    'a variable': {
      text: withCondition(via('["s3.us-east-1.amazonaws.com", "${aws:PrincipalTag/via}"]')),
      facts: FACTS,
    },
  },
  invalid: {
    'another Region': {
      text: withCondition(via('«"s3.us-east-1.amazonaws.com"»')),
      facts: FACTS,
      fixed: withCondition(via('"s3.eu-west-1.amazonaws.com"')),
    },
    'two services': {
      text: withCondition(
        '{ "stringlike": { "KMS:viaservice": [«"s3.us-east-1.amazonaws.com"», "ec2.us-east-1.amazonaws.com"] } }',
      ),
      facts: { region: 'cn-north-1' },
      fixed: withCondition(
        '{ "stringlike": { "KMS:viaservice": ["s3.cn-north-1.amazonaws.com", "ec2.cn-north-1.amazonaws.com"] } }',
      ),
    },
  },
});
