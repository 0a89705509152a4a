import { logsContextRegionAccount } from '../../server/src/rules/logs-context-region-account.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, serviceStatement } from '../support/serviceStatement.js';

const FACTS = { account: '111122223333', region: 'eu-west-1' };
const US = 'arn:aws:logs:us-east-1:111122223333:log-group:app';
const logs = (arn: string, region = 'eu-west-1') =>
  keyPolicyOf(serviceStatement(`"logs.${region}.amazonaws.com"`, { condition: logsContext(arn) }));

ruleTest(logsContextRegionAccount, {
  valid: {
    'nothing known of the place': logs(`"${US}"`, 'us-east-1'),
    'the own place': { text: logs('"arn:aws:logs:eu-west-1:111122223333:log-group:app"'), facts: FACTS },
    'a pattern': { text: logs('"arn:aws:logs:*:*:log-group:*"'), facts: FACTS },
    'a list with the own place': {
      text: logs(`["${US}", "arn:aws:logs:eu-west-1:111122223333:log-group:app"]`),
      facts: FACTS,
    },
    'an account that is trusted': {
      text: logs('"arn:aws:logs:eu-west-1:444455556666:log-group:app"'),
      facts: { ...FACTS, trustedAccounts: ['444455556666'] },
    },
    'the key of several Regions': { text: logs(`"${US}"`, 'us-east-1'), facts: { ...FACTS, multiRegion: true } },
    'a principal of the own Region, of which logs-principal-region-mismatch speaks': {
      text: logs(`"${US}"`),
      facts: FACTS,
    },
    'a negated test': { text: logs(`"${US}"`, 'us-east-1').replace('ArnLike', 'ArnNotLike'), facts: FACTS },
    'a text that is no ARN of CloudWatch Logs': { text: logs('"arn:aws:s3:::bucket"'), facts: FACTS },
    'a variable': {
      text: logs('"arn:aws:logs:us-east-1:${aws:PrincipalAccount}:log-group:app"', 'us-east-1'),
      facts: FACTS,
    },
  },
  invalid: {
    'another Region': {
      text: logs(`«"${US}"»`, 'us-east-1'),
      facts: FACTS,
      message: 'to be in "eu-west-1"',
      fixed: logs('"arn:aws:logs:eu-west-1:111122223333:log-group:app"', 'us-east-1'),
    },
    'another account': {
      text: logs('«"arn:aws:logs:eu-west-1:444455556666:*"»'),
      facts: FACTS,
      level: 'warning',
      fixed: logs('"arn:aws:logs:eu-west-1:111122223333:*"'),
    },
    'another Region and account': {
      text: logs(
        '[«"arn:aws:logs:us-east-1:444455556666:log-group:앱"», "arn:aws:logs:us-east-1:111122223333:*"]',
        'us-east-1',
      ),
      facts: FACTS,
      fixed: logs(
        '["arn:aws:logs:eu-west-1:111122223333:log-group:앱", "arn:aws:logs:eu-west-1:111122223333:*"]',
        'us-east-1',
      ),
    },
    'another partition': {
      text: logs(`«"${US}"»`, 'us-east-1'),
      facts: { region: 'cn-north-1' },
      fixed: logs('"arn:aws-cn:logs:cn-north-1:111122223333:log-group:app"', 'us-east-1'),
    },
    'the account alone is known': {
      text: logs('«"arn:aws:logs:eu-west-1:444455556666:*"»'),
      facts: { account: '111122223333' },
      level: 'warning',
    },
  },
});
