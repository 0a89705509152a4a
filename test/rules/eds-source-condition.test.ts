import { edsSourceCondition } from '../../server/src/rules/eds-source-condition.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, serviceStatement } from '../support/serviceStatement.js';

const store = (condition?: string, service = 'cloudtrail.amazonaws.com') =>
  keyPolicyOf(
    serviceStatement(`"${service}"`, {
      action: '["kms:GenerateDataKey", "kms:Decrypt"]',
      ...(condition !== undefined && { condition }),
    }),
  );
const ARN = '"arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/*"';

ruleTest(edsSourceCondition, {
  valid: {
    'no condition': store(),
    'a trail': store('{ "ArnLike": { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main" } }'),
    'another service': store(`{ "ArnLike": { "aws:SourceArn": ${ARN} } }`, 's3.amazonaws.com'),
    'a test that an absent key passes': store(`{ "ArnLikeIfExists": { "aws:SourceArn": ${ARN} } }`),
  },
  invalid: {
    'a store': { text: store(`{ "ArnLike": { "aws:SourceArn": «${ARN}» } }`), fixed: store() },
    'a store in a list, in China, beside the account': {
      text: store(
        '{ "StringEquals": { "aws:SourceAccount": "111122223333" }, "arnequals": { "AWS:sourcearn": ["arn:aws-cn:cloudtrail:cn-north-1:111122223333:trail/a", «"arn:aws-cn:cloudtrail:cn-north-1:111122223333:eventdatastore/1-2"»] } }',
      ),
      fixed: store('{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
    },
  },
});
