import { rcpServiceCarveout } from '../../server/src/rules/rcp-service-carveout.js';
import { ruleTest } from '../support/ruleTest.js';

const rcp = (condition: string, action = '"kms:*"') => ({
  kind: 'rcp' as const,
  text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": ${action}, "Resource": "*", "Condition": { ${condition} } }] }`,
});
const OUTSIDE = '"StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }';
const NO_SERVICES = '"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }';

ruleTest(rcpServiceCarveout, {
  valid: {
    'services left out': rcp(`${OUTSIDE}, ${NO_SERVICES}`),
    'services left out, in another case': rcp(`${OUTSIDE}, "Bool": { "AWS:principalisawsservice": "false" }`),
    'a guard for services, as AWS publishes it': rcp(
      '"StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Null": { "aws:SourceAccount": "false" }',
    ),
    'those inside': rcp('"StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }'),
    'another service': rcp(OUTSIDE, '"sqs:*"'),
    'administration of keys, which no service does': rcp(OUTSIDE, '"kms:PutKeyPolicy"'),
    'a service control policy': { ...rcp(OUTSIDE), kind: 'scp' },
    'an operator that AWS does not know': rcp('"StringNotEqualz": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }'),
    'a half-typed statement': {
      kind: 'rcp',
      text: `{ "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { ${OUTSIDE}, "Bool`,
    },
  },
  invalid: {
    outsiders: {
      ...rcp('"StringNotEqualsIfExists": { «"aws:PrincipalOrgID"»: "o-a1b2c3d4e5" }'),
      fixed: rcp(`${OUTSIDE}, ${NO_SERVICES}`).text,
      message: 'aws:PrincipalIsAWSService',
    },
    'a network, for every action': rcp('"NotIpAddress": { «"aws:SourceIp"»: "203.0.113.0/24" }', '["s3:*", "*"]'),
    'paths of the organization': rcp(
      '"ForAnyValue:StringNotLike": { «"aws:PrincipalOrgPaths"»: "o-a1b2c3d4e5/*" }',
      '["kms:Decrypt"]',
    ),
  },
});
