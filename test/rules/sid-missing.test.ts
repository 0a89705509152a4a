import { sidMissing } from '../../server/src/rules/sid-missing.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const REST = '"Resource": "*" }';

ruleTest(sidMissing, {
  valid: {
    'a Sid': policy(`{ "Sid": "Decrypt", "Effect": "Allow", "Action": "kms:Decrypt", ${REST}`),
    'an empty Sid, of which sid-empty speaks': policy(
      `{ "Sid": "", "Effect": "Allow", "Action": "kms:Decrypt", ${REST}`,
    ),
    'a misspelt Sid, of which element-unknown speaks': policy(
      `{ "sid": "A", "Effect": "Allow", "Action": "kms:Decrypt", ${REST}`,
    ),
    'an empty statement': policy('{}'),
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt"',
  },
  invalid: {
    'a statement': {
      text: policy(`«{» "Effect": "Allow", "Action": ["kms:Decrypt", "kms:Encrypt"], ${REST}`),
      fixed: policy(`{ "Sid": "AllowDecrypt", "Effect": "Allow", "Action": ["kms:Decrypt", "kms:Encrypt"], ${REST}`),
    },
    'names that are taken': {
      text: policy(
        `{ "Sid": "AllowKms", "Effect": "Allow", "Action": "kms:Get*", ${REST}`,
        `«{» "Effect": "Allow", "Action": "kms:*", ${REST}`,
        `«{» "Effect": "Allow", "Action": "kms:*", ${REST}`,
      ),
      fixed: policy(
        `{ "Sid": "AllowKms", "Effect": "Allow", "Action": "kms:Get*", ${REST}`,
        `{ "Sid": "AllowKms2", "Effect": "Allow", "Action": "kms:*", ${REST}`,
        `{ "Sid": "AllowKms3", "Effect": "Allow", "Action": "kms:*", ${REST}`,
      ),
    },
    'what has no name to take over': {
      text: policy(
        `«{» "Effect": "Deny", "NotAction": "kms:get*", ${REST}`,
        `«{» "Effect": "Allow", "Action": "*", ${REST}`,
        `«{» "Action": 5, ${REST}`,
      ),
      fixed: policy(
        `{ "Sid": "DenyAllButGet", "Effect": "Deny", "NotAction": "kms:get*", ${REST}`,
        `{ "Sid": "AllowEverything", "Effect": "Allow", "Action": "*", ${REST}`,
        `{ "Sid": "Statement", "Action": 5, ${REST}`,
      ),
    },
  },
});
