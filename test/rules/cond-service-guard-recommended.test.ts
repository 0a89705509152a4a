import { condServiceGuardRecommended } from '../../server/src/rules/cond-service-guard-recommended.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, serviceStatement } from '../support/serviceStatement.js';

const REFERER = '{ "StringEquals": { "aws:Referer": "111122223333" } }';
const sns = (condition: string) => serviceStatement('"sns.amazonaws.com"', { condition });

ruleTest(condServiceGuardRecommended, {
  valid: {
    'a source account': keyPolicyOf(sns('{ "StringEquals": { "aws:SourceAccount": "111122223333" } }')),
    'a source account beside the header': keyPolicyOf(
      sns('{ "StringEquals": { "aws:SourceAccount": "111122223333", "aws:Referer": "111122223333" } }'),
    ),
    'an encryption context beside the header': keyPolicyOf(
      sns('{ "StringEquals": { "kms:EncryptionContext:App": "x", "aws:Referer": "111122223333" } }'),
    ),
    'no condition': keyPolicyOf(serviceStatement('"sns.amazonaws.com"')),
    'a service of which confused-deputy speaks': keyPolicyOf(
      serviceStatement('"config.amazonaws.com"', { condition: REFERER }),
    ),
    'CloudWatch Logs, of which other rules speak': keyPolicyOf(
      serviceStatement('"logs.us-east-1.amazonaws.com"', { condition: REFERER }),
    ),
    'a role': withCondition(REFERER),
    'a Deny': keyPolicyOf(sns(REFERER).replace('Allow', 'Deny')),
  },
  invalid: {
    'the header with an account': {
      text: keyPolicyOf(sns('{ "StringEquals": { «"aws:Referer"»: "111122223333" } }')),
      fixed: keyPolicyOf(sns('{ "StringEquals": { "aws:SourceAccount": "111122223333" } }')),
    },
    'the header with something else': {
      text: keyPolicyOf(sns('{ "StringLike": { «"AWS:referer"»: "https://example.com/*" } }')),
      fixed: null,
    },
    'the other header': { text: keyPolicyOf(sns('{ "StringLike": { «"aws:UserAgent"»: "비밀" } }')), fixed: null },
  },
});
