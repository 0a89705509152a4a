import { arnResourceShape } from '../../server/src/rules/arn-resource-shape.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const kms = (resource: string) => `"arn:aws:kms:us-east-1:111122223333:${resource}"`;
const logs = (resource: string) => `"arn:aws:logs:us-east-1:111122223333:${resource}"`;
const all = (resources: string) => identityPolicy('"*"', resources);
const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

ruleTest(arnResourceShape, {
  valid: {
    'keys and aliases': all(`[${kms('key/*')}, ${kms('alias/app')}, ${kms('*')}, ${kms('k*')}, ${kms('key/mrk-*')}]`),
    'what CloudWatch Logs has': all(
      `[${logs('*')}, ${logs('log-group:/app')}, ${logs('log-group:/app:*')}, ${logs('log-group:/app:log-stream:x')}, ${logs('query-result:*')}, ${logs('destination:d')}]`,
    ),
    'names alone, where a service has such ARNs': all(
      '["arn:aws:sns:*:111122223333:topic", "arn:aws:s3:::app/keys/x"]',
    ),
    'a word that may be new in another service': all('"arn:aws:ec2:*:111122223333:moon-base/x"'),
    'the root of an account': withCondition('{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:root" } }'),
    'a session': withCondition('{ "ArnLike": { "aws:PrincipalArn": "arn:aws:sts::111122223333:assumed-role/a/b" } }'),
    'a variable': all(kms('${aws:PrincipalTag/resource}')),
    'a colon too many, which arn-format reports': all('"arn:aws:kms:us-east-1::111122223333:key/*"'),
    'the resource of a key policy, which key-resource-other reports': withCondition('{}').replace('"*"', kms('keys/1')),
  },
  invalid: {
    'a plural': {
      text: all(`«${kms('keys/1')}»`),
      fixed: all(kms('key/1')),
      message: 'Expected "keys/1" to be "key/1"',
    },
    capitals: { text: all(`«${kms('Alias/app')}»`), fixed: all(kms('alias/app')) },
    'another separator': {
      text: all(`[«${kms('key:1')}», «${logs('log-group/app')}», «${logs('log-groups:app:*')}»]`),
      fixed: all(`[${kms('key/1')}, ${logs('log-group:app')}, ${logs('log-group:app:*')}]`),
    },
    'a missing hyphen': { text: all(`«${logs('loggroup:app')}»`), fixed: all(logs('log-group:app')) },
    'a misspelt word': { text: all(`«${kms('aliass/app')}»`), fixed: all(kms('alias/app')) },
    'the id of a key alone': { text: all(`«${kms(ID)}»`), fixed: all(kms(`key/${ID}`)) },
    'a name alone': { text: all(`«${kms('app')}»`), fixed: null, message: 'begins with one of "alias/", "key/"' },
    'a word without a name': { text: all(`[«${kms('key/')}», «${logs('log-group')}»]`), fixed: null },
    'a plural in another service': {
      text: all('«"arn:aws:dynamodb:us-east-1:111122223333:tables/a"»'),
      fixed: all('"arn:aws:dynamodb:us-east-1:111122223333:table/a"'),
    },
    'capitals in the ARN of a role': {
      text: withCondition('{ "ArnLike": { "aws:PrincipalArn": «"arn:aws:iam::111122223333:Role/a"» } }'),
      fixed: withCondition('{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/a" } }'),
    },
    'a trail with another separator': {
      text: withCondition(
        '{ "StringEquals": { "aws:SourceArn": «"arn:aws:cloudtrail:us-east-1:111122223333:trail:a"» } }',
      ),
      fixed: withCondition(
        '{ "StringEquals": { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/a" } }',
      ),
    },
    'a variable behind a wrong word': { text: all(`«${kms('keys/${aws:PrincipalTag/key}')}»`), fixed: null },
  },
});
