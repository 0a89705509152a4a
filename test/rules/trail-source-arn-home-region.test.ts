import { trailSourceArnHomeRegion } from '../../server/src/rules/trail-source-arn-home-region.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, serviceStatement } from '../support/serviceStatement.js';

const arn = (region: string, account = '111122223333', name = 'main', partition = 'aws') =>
  `"arn:${partition}:cloudtrail:${region}:${account}:trail/${name}"`;
const trail = (source: string, context: string, operator = 'StringEquals') =>
  keyPolicyOf(
    serviceStatement('"cloudtrail.amazonaws.com"', {
      action: '"kms:GenerateDataKey*"',
      condition: `{ "${operator}": { "aws:SourceArn": ${source}, "kms:EncryptionContext:aws:cloudtrail:arn": ${context} } }`,
    }),
  );

ruleTest(trailSourceArnHomeRegion, {
  valid: {
    'the same trail': trail(arn('us-east-1'), arn('us-east-1')),
    'a pattern of Regions': trail(arn('us-east-1'), arn('*', '111122223333', '*'), 'StringLike'),
    'several trails': trail(`[${arn('us-east-1')}, ${arn('eu-west-1')}]`, `[${arn('eu-west-1')}, ${arn('us-east-1')}]`),
    'two patterns that may have a trail in common': trail(arn('us-*', '*', 'a*'), arn('*-1', '*', '*b'), 'StringLike'),
    'another trail altogether, of which nothing is known': trail(
      arn('us-east-1'),
      arn('us-east-1', '111122223333', 'other'),
    ),
    'one of the two': keyPolicyOf(
      serviceStatement('"cloudtrail.amazonaws.com"', {
        condition: `{ "StringEquals": { "aws:SourceArn": ${arn('us-east-1')} } }`,
      }),
    ),
    'a test that an absent key passes': trail(arn('eu-west-1'), arn('us-east-1'), 'StringEqualsIfExists'),
    'another service': trail(arn('eu-west-1'), arn('us-east-1')).replace(
      'cloudtrail.amazonaws.com',
      's3.amazonaws.com',
    ),
  },
  invalid: {
    'another Region': {
      text: trail(`«${arn('eu-west-1')}»`, arn('us-east-1')),
      fixed: trail(arn('us-east-1'), arn('us-east-1')),
      message: 'home Region',
    },
    'the account of a member, with a pattern in the context': {
      text: trail(`«${arn('us-east-1', '444455556666')}»`, arn('*', '111122223333', '*'), 'StringLike'),
      fixed: null,
      message: 'management account',
    },
    'two values in China': trail(
      `[«${arn('cn-north-1', '111122223333', 'main', 'aws-cn')}», «${arn('us-west-2')}»]`,
      arn('cn-northwest-1', '111122223333', 'main', 'aws-cn'),
    ),
  },
});
