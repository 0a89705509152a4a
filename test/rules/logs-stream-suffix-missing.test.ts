import { logsStreamSuffixMissing } from '../../server/src/rules/logs-stream-suffix-missing.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const logs = (resource: string) => `"arn:aws:logs:us-east-1:111122223333:${resource}"`;
const GROUP = logs('log-group:/app');
const STREAMS = logs('log-group:/app:*');
const WRITE = '["logs:CreateLogStream", "logs:PutLogEvents"]';

ruleTest(logsStreamSuffixMissing, {
  valid: {
    'streams of the group': identityPolicy(WRITE, STREAMS),
    'one stream': identityPolicy('"logs:PutLogEvents"', logs('log-group:/app:log-stream:main')),
    'patterns for groups, which streams match': identityPolicy(
      WRITE,
      `[${logs('log-group:*')}, ${logs('log-group:/app*')}]`,
    ),
    'the group and its streams': identityPolicy(WRITE, `[${GROUP}, ${STREAMS}]`),
    'everything beside the group': identityPolicy(WRITE, `[${GROUP}, "*"]`),
    'actions on groups': identityPolicy('["logs:CreateLogGroup", "logs:PutRetentionPolicy"]', GROUP),
    'a pattern of actions for both': identityPolicy('"logs:*"', GROUP),
    'a name that AWS fills in': identityPolicy(WRITE, logs('log-group:${aws:PrincipalTag/app}')),
    'a name that a tool fills in': identityPolicy(WRITE, logs('log-group:${var.name}')),
    'resources that are left out': identityPolicy(WRITE, GROUP).replace('"Resource"', '"NotResource"'),
  },
  invalid: {
    'a group': {
      text: identityPolicy(WRITE, `«${GROUP}»`),
      fixed: identityPolicy(WRITE, STREAMS),
      message: '"logs:CreateLogStream" works on log streams',
    },
    'one of two groups': {
      text: identityPolicy('"logs:PutLogEvents"', `[${STREAMS}, «${logs('log-group:b')}»]`),
      fixed: identityPolicy('"logs:PutLogEvents"', `[${STREAMS}, ${logs('log-group:b:*')}]`),
    },
    'a group that other actions are for': {
      text: identityPolicy('["logs:PutRetentionPolicy", "LOGS:putlogevents"]', `«${GROUP}»`),
      fixed: identityPolicy('["logs:PutRetentionPolicy", "LOGS:putlogevents"]', `[${GROUP}, ${STREAMS}]`),
    },
    'a policy of CloudWatch Logs': {
      text: policyOf(serviceStatement('"es.amazonaws.com"', { action: WRITE, resource: `«${GROUP}»` })),
      fixed: policyOf(serviceStatement('"es.amazonaws.com"', { action: WRITE, resource: STREAMS })),
    },
  },
});
