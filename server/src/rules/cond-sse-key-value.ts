import * as l10n from '@vscode/l10n';
import { parseArn } from '../policy/arn.js';
import { mayStartWith } from '../policy/logsArn.js';
import { hasWildcard, matchesWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { fixedValues, isSameKey, listLegalConditions } from './support/conditions.js';

const KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';

/** S3 compares the ARN of the key; an alias or a bare id is another text. */
export const condSseKeyValue = defineRule({
  id: 'cond-sse-key-value',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['bucket-policy', 'identity-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  scope: 'statement',
  catalogue: ['cond-sse-key-value'],
  peers: ['INVALID_KMS_KEY_VALUE'],
  fixable: 'never',

  *check(context) {
    for (const { keyName, parsed, values } of listLegalConditions(context)) {
      const { family, negated } = parsed.operator;
      if (!isSameKey(keyName, KEY) || (family !== 'String' && family !== 'Arn')) {
        continue;
      }
      for (const { span, known } of fixedValues(values)) {
        if (mayBeKeyArn(known) || (family === 'Arn' && parseArn(known) === undefined)) {
          continue; // cond-value-type
        }
        yield {
          span,
          message: negated
            ? l10n.t(
                'Invalid key "{0}": the value is compared with the ARN of a KMS key, as in "{1}", so the test is always passed.',
                known,
                'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
              )
            : l10n.t(
                'Invalid key "{0}": the value is compared with the ARN of a KMS key, as in "{1}", so the condition is never met.',
                known,
                'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
              ),
        };
      }
    }
  },
});

/** Whether the text, or pattern, can match the ARN of a key. */
function mayBeKeyArn(text: string): boolean {
  const arn = parseArn(text);
  if (arn === undefined) {
    return hasWildcard(text) && mayStartWith(text, 'arn:');
  }
  return matchesWildcard(arn.service, 'kms') && mayStartWith(arn.resource, 'key/') && arn.resource !== 'key/';
}
