import { findEncryptionContext } from '../../knowledge/encryptionContexts.js';
import { encryptionContextKeyOf, getKmsConditionKey } from '../../knowledge/kmsConditionKeys.js';
import { TRAIL_CONTEXT_KEY } from '../../knowledge/logsResources.js';
import type { Arn } from '../../policy/arn.js';
import { parseArnPattern } from '../../policy/arnPattern.js';
import type { PolicyString, Statement } from '../../policy/model.js';
import { hasTemplatePart } from '../../policy/placeholders.js';
import type { RuleContext } from '../rule.js';
import { isSameKey, type LegalCondition, readLegalConditions } from './conditions.js';
import { typesOfKey } from './operatorTypes.js';
import { isEverything, resourceItems } from './resourceItems.js';
import { hasWrongCharacters } from './wrongCharacters.js';

/** A text that stands where a policy holds ARNs. */
export interface ArnText {
  readonly statement: Statement;
  readonly value: PolicyString;
  readonly text: string;
  /** Variables as stars; undefined when the text is no ARN of six parts. */
  readonly arn: Arn | undefined;
  /** The condition that compares the text; undefined for a resource. */
  readonly condition: LegalCondition | undefined;
}

/** What was read of a statement, in a policy of a kind; six rules ask for the same. */
const READ = new WeakMap<Statement, { readonly kind: RuleContext['kind']; readonly texts: readonly ArnText[] }>();

/**
 * The resources of a statement that are not `*`, and the values that its conditions compare with ARNs. Left out is what
 * another rule judges as a whole: the resources of key policies (`key-resource-other`) and of trust policies, which have
 * none, the context of trails (`trail-context-form`), the source of log delivery (`delivery-source-arn-form`), the key of
 * an upload (`cond-sse-key-value`) and the principals of grants (`kms-cond-callerid-form`).
 */
export function arnTextsOf(context: RuleContext, statement: Statement): readonly ArnText[] {
  const known = READ.get(statement);
  if (known?.kind === context.kind) {
    return known.texts;
  }
  const texts = findArnTexts(context, statement);
  READ.set(statement, { kind: context.kind, texts });
  return texts;
}

function findArnTexts(context: RuleContext, statement: Statement): readonly ArnText[] {
  const isJudged = context.kind === 'key-policy' || context.kind === 'trust-policy';
  const resources = isJudged ? [] : resourceItems(context, statement).filter(({ text }) => !isEverything(text));
  return [
    ...resources.map(({ value, text, arn }) => ({ statement, value, text, arn, condition: undefined })),
    ...readLegalConditions(context, statement).flatMap((condition) =>
      comparesArns(context, condition) && !isJudgedElsewhere(condition) ? valuesOf(context, condition) : [],
    ),
  ];
}

/** Those of `arnTextsOf` that have the six parts of an ARN. */
export function arnsOf(context: RuleContext, statement: Statement): readonly (ArnText & { readonly arn: Arn })[] {
  return arnTextsOf(context, statement).flatMap((text) => (text.arn === undefined ? [] : [{ ...text, arn: text.arn }]));
}

function valuesOf(context: RuleContext, condition: LegalCondition): ArnText[] {
  return condition.values.flatMap((value) => {
    const text = value.known;
    return text === undefined || hasTemplatePart(text) || hasWrongCharacters(context, text)
      ? []
      : [{ statement: condition.statement, value, text, arn: parseArnPattern(text), condition }];
  });
}

/** Whether a condition compares ARNs: by its operator, its key, or the encryption context that a service sends. */
function comparesArns({ reference }: RuleContext, { keyName, parsed }: LegalCondition): boolean {
  const { family } = parsed.operator;
  if (family !== 'String') {
    return family === 'Arn';
  }
  const contextKey = encryptionContextKeyOf(keyName);
  return contextKey === undefined
    ? typesOfKey(reference, keyName)[0] === 'ARN'
    : findEncryptionContext(contextKey)?.valuePattern?.startsWith('arn:') === true;
}

function isJudgedElsewhere({ keyName, statement }: LegalCondition): boolean {
  if (isSameKey(keyName, 'aws:SourceArn')) {
    return statement.principal?.principals.some(({ value }) => value.known?.startsWith('delivery.logs.')) === true;
  }
  return (
    getKmsConditionKey(keyName)?.valueForm === 'principal-arn' ||
    isSameKey(keyName, 's3:x-amz-server-side-encryption-aws-kms-key-id') ||
    isSameKey(encryptionContextKeyOf(keyName) ?? '', TRAIL_CONTEXT_KEY)
  );
}
