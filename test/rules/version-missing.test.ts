import { versionMissing } from '../../server/src/rules/version-missing.js';
import { ruleTest } from '../support/ruleTest.js';

const STATEMENT = '"Statement": [{ "Effect": "Allow", "Action": "kms:*", "Resource": "*" }]';

ruleTest(versionMissing, {
  valid: {
    'a version': `{ "Version": "2012-10-17", ${STATEMENT} }`,
    'an old or wrong version, which other rules report': `{ "Version": "1", ${STATEMENT} }`,
    'a misspelt name, which element-unknown reports': `{ "version": "2012-10-17", ${STATEMENT} }`,
    'a version without a value yet': `{ "Version": , ${STATEMENT} }`,
    'a half-typed document': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:',
    'an empty document': '{}',
  },
  invalid: {
    'a policy without one, even though it is then harder to recognise': {
      text: `«{» ${STATEMENT} }`,
      fixed: `{ "Version": "2012-10-17", ${STATEMENT} }`,
      message: 'Missing version',
    },
    'a policy over several lines': {
      text: `«{»\n  "Id": "key-1",\n  ${STATEMENT}\n}`,
      fixed: `{\n  "Version": "2012-10-17",\n  "Id": "key-1",\n  ${STATEMENT}\n}`,
    },
    'a single statement object': {
      text: '«{» "Statement": { "Effect": "Deny", "Action": "kms:*" } }',
      fixed: '{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "kms:*" } }',
    },
    'a policy with a byte order mark and a comment': { text: `\uFEFF/* a */ «{» ${STATEMENT} }` },
  },
});
