import { grantServiceStatementMissing } from '../../server/src/rules/grant-service-statement-missing.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const SCALING =
  '"arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"';
const USE = '["kms:Decrypt", "kms:GenerateDataKey*"]';
const scaling = (principal = SCALING, action = USE) => allow(`{ "AWS": ${principal} }`, action);
const GRANT = `{ "Effect": "Allow", "Principal": { "AWS": ${SCALING} }, "Action": "kms:CreateGrant", "Resource": "*", "Condition": { "Bool": { "kms:GrantIsForAWSResource": "true" } } }`;
const via = (service: string, principal = role('App')) =>
  allow(principal, USE).replace(
    / }$/,
    `, "Condition": { "StringEquals": { "kms:ViaService": "${service}.us-east-1.amazonaws.com" } } }`,
  );

ruleTest(grantServiceStatementMissing, {
  valid: {
    'both statements of AWS': keyPolicy([ACCOUNT_STATEMENT, scaling(), GRANT]),
    'grants in the same statement': keyPolicy([scaling(SCALING, '["kms:Decrypt", "kms:CreateGrant"]')]),
    everything: keyPolicy([scaling(SCALING, '"kms:*"')]),
    'another service-linked role': keyPolicy([
      scaling('"arn:aws:iam::111122223333:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport"'),
    ]),
    'a role like any other': keyPolicy([scaling('"arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling"')]),
    'no use of the key': keyPolicy([scaling(SCALING, '"kms:DescribeKey"')]),
    'a role through EBS, to which an IAM policy may give grants': keyPolicy([ACCOUNT_STATEMENT, via('ec2')]),
    'a role through S3': keyPolicy([via('s3')]),
    'a half-typed policy': keyPolicy([scaling()]).slice(0, -2),
  },
  invalid: {
    'the role of Auto Scaling': {
      text: keyPolicy([ACCOUNT_STATEMENT, scaling(`[«${SCALING}»]`)]),
      fixed: keyPolicy([ACCOUNT_STATEMENT, scaling(`[${SCALING}]`), GRANT]),
    },
    'a role with a suffix, and the one of Spot in China': keyPolicy([
      scaling(
        '«"arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_CMK"»',
      ),
      scaling('«"arn:aws-cn:iam::111122223333:role/aws-service-role/spot.amazonaws.com.cn/AWSServiceRoleForEC2Spot"»'),
    ]),
    'grants for somebody else, one finding for two statements': keyPolicy([
      scaling(`«${SCALING}»`),
      scaling(SCALING, '"kms:Decrypt"'),
      GRANT.replace('AWSServiceRoleForAutoScaling', 'AWSServiceRoleForAutoScaling_Other'),
    ]),
    'a role through EBS, where IAM policies do not count': keyPolicy([
      via('ec2', '{ "AWS": «"arn:aws:iam::111122223333:role/App"» }'),
    ]),
  },
});
