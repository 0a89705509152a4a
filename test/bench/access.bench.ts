import { bench, describe } from 'vitest';
import { actionsOfGroup } from '../../server/src/knowledge/actionGroups.js';
import { accessDiff } from '../../server/src/policy/access/accessDiff.js';
import { lockout } from '../../server/src/policy/access/lockout.js';
import { minimize } from '../../server/src/policy/access/minimize.js';
import { whoCan } from '../../server/src/policy/access/whoCan.js';
import { readPolicy } from '../../server/src/policy/readPolicy.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';
import { largeKeyPolicy } from '../support/largePolicy.js';

/** Read anew for each run, so that nothing is remembered of the policy. */
function read(text: string) {
  const { root } = jsonFrontEnd.parse(text, 'json');
  if (root?.kind !== 'mapping') {
    throw new Error('The text is no policy.');
  }
  return readPolicy(root);
}

const text = largeKeyPolicy(32_768);
const withDeny = text.replace(
  '"Sid": "Root"',
  '"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }, { "Sid": "Root"',
);
const changed = text.replace('kms:Decrypt', 'kms:DescribeKey').replace('bucket-7/', 'bucket-x/');

describe('questions about a 32 KB key policy, reading it included', () => {
  bench('who can decrypt (budget: 20 ms)', () => {
    whoCan(read(text), { actions: actionsOfGroup('decrypt') });
  });
  bench('who can do anything, with a Deny for everyone (budget: 20 ms)', () => {
    whoCan(read(withDeny), { actions: ['*'] });
  });
  bench('what a new version gives and takes', () => {
    accessDiff(read(text), read(changed));
  });
  bench('what a reformatted version gives and takes', () => {
    accessDiff(read(text), read(JSON.stringify(JSON.parse(text))));
  });
  bench('who is locked out', () => {
    lockout(read(text), { caller: 'arn:aws:iam::111122223333:role/Admin' });
  });
  bench('what it can do without', () => {
    minimize(read(text));
  });
});
