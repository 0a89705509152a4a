import * as l10n from '@vscode/l10n';
import { partitionOfRegion } from '../knowledge/partitions.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { dropExtraColon, insertEmptyParts, isKeyId } from './support/arnRepairs.js';
import { type ArnText, arnTextsOf } from './support/arnTexts.js';
import { isSameKey } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';

/** Global keys that hold an ARN in every request that carries them. */
const ARN_KEYS = ['aws:PrincipalArn', 'aws:SourceArn'];

/** A resource is `*` or an ARN of six parts; IAM refuses anything else, and nothing else ever matches. */
export const arnFormat = defineRule({
  id: 'arn-format',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['arn-prefix', 'arn-fields', 'arn-double-colon'],
  peers: [
    'INVALID_ARN_PREFIX',
    'MISSING_ARN_FIELD',
    'INVALID_ARN_RESOURCE',
    'INVALID_ARN',
    'E3510',
    'E3514',
    'invalid_resource',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const text of arnTextsOf(context, statement)) {
        const finding = judge(context, text);
        if (finding !== undefined) {
          yield finding;
        }
      }
    }
  },
});

function judge(context: RuleContext, { arn, text, value, condition }: ArnText): Finding | undefined {
  const { span } = value;
  if (arn !== undefined) {
    const meant = dropExtraColon(context.reference, text, arn);
    return meant === undefined
      ? undefined
      : {
          span,
          message: l10n.t(
            'Expected the ARN "{0}" to be "{1}": one colon too many puts the account into the part behind it.',
            text,
            meant,
          ),
          fixes: replaceStringFix(context, value, meant, false),
        };
  }
  // Under ARN operators cond-value-type speaks, and a pattern of fewer parts may match after all.
  const isKept = condition?.parsed.operator.family === 'Arn' || hasWildcard(text);
  if (condition !== undefined && (isKept || !ARN_KEYS.some((key) => isSameKey(key, condition.keyName)))) {
    return undefined;
  }
  const meant = text.startsWith('arn:') ? complete(context, text) : repair(context, text);
  if (meant !== undefined) {
    return {
      span,
      message: l10n.t('Expected "{0}" to be "{1}": AWS takes an ARN of six parts here.', text, meant),
      fixes: replaceStringFix(context, value, meant, false),
    };
  }
  return { span, message: describe(context, text, condition !== undefined) };
}

function describe({ kind }: RuleContext, text: string, isCondition: boolean): string {
  if (text.startsWith('arn:')) {
    return l10n.t(
      'Incomplete ARN "{0}": an ARN has six parts, "{1}".',
      text,
      'arn:partition:service:region:account:id',
    );
  }
  const example =
    kind === 'bucket-policy'
      ? 'arn:aws:s3:::amzn-s3-demo-bucket/*'
      : kind === 'logs-resource-policy'
        ? 'arn:aws:logs:us-east-1:111122223333:log-group:/app:*'
        : 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  return isCondition
    ? l10n.t('Invalid value "{0}": the key holds an ARN of six parts, which this text never matches.', text)
    : l10n.t('Invalid resource "{0}": expected "*" or an ARN, as in "{1}".', text, example);
}

/** Empty parts that were left out, or stars for the rest of a pattern. */
function complete({ reference }: RuleContext, text: string): string | undefined {
  const missing = 6 - text.split(':').length;
  return (
    insertEmptyParts(reference, text) ??
    (/^arn:[\w-]+:[\w-]+(?::[\w*-]*)*:\*$/.test(text) && missing > 0 ? text + ':*'.repeat(missing) : undefined)
  );
}

/** The ARN that a text without the prefix of one can have meant, where the policy or the settings tell the rest. */
function repair({ kind, facts }: RuleContext, text: string): string | undefined {
  if (/^arn:/i.test(text)) {
    return `arn:${text.slice('arn:'.length)}`;
  }
  if (/^aws(?:-[a-z-]+)?:[a-z0-9-]+:[^:]*:[^:]*:./.test(text)) {
    return `arn:${text}`;
  }
  const { account, region } = facts;
  const partition = region === undefined ? undefined : partitionOfRegion(region)?.id;
  if (kind === 'bucket-policy' && /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/.*)?$/.test(text) && !isKeyId(text)) {
    return `arn:${partition ?? 'aws'}:s3:::${text}`;
  }
  if (account === undefined || partition === undefined) {
    return undefined;
  }
  const place = `${region}:${account}`;
  if (isKeyId(text)) {
    return `arn:${partition}:kms:${place}:key/${text}`;
  }
  if (/^(?:key|alias)\/./.test(text)) {
    return `arn:${partition}:kms:${place}:${text}`;
  }
  return /^log-group:./.test(text) ? `arn:${partition}:logs:${place}:${text}` : undefined;
}
