import * as l10n from '@vscode/l10n';
import { isLegalPolicyCharacter } from '../knowledge/policyLimits.js';
import { hasHangul, toPlainAscii } from '../policy/illegalCharacters.js';
import { type MappingNode, type ScalarNode, type SourceNode, walk } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { type ElementLevel, isElement } from './support/elements.js';
import { excerpt } from './support/excerpt.js';
import { replaceStringFix } from './support/fixes.js';

/**
 * KMS takes TAB, LF, CR and U+0020 to U+00FF in a key policy and refuses the rest, Hangul included (kms-facts section
 * 2). Only strings are looked at: elsewhere such a character is no JSON, and escapes are legal text for the API.
 */
export const policyCharset = defineRule({
  id: 'policy-charset',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['policy-charset'],
  peers: ['aws_kms_key_invalid_policy', 'aws_kms_external_key_invalid_policy'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    for (const { node, isFreeText } of [
      ...stringsOf(context, policy.node, 'policy'),
      ...policy.statements.flatMap((statement) => stringsOf(context, statement.node, 'statement')),
    ]) {
      const span = illegalSpan(context, node);
      if (span !== undefined) {
        yield report(context, node, span, isFreeText);
      }
    }
  },
});

/** A control character, or one beyond U+00FF. */
const BEYOND_LATIN = /[^\t\n\r\u0020-\u00ff]/;

/** The strings of known elements; what stands under an unknown one goes with it (`element-unknown`). */
function stringsOf(
  { source }: RuleContext,
  mapping: MappingNode,
  level: ElementLevel,
): { node: ScalarNode; isFreeText: boolean }[] {
  return mapping.entries.flatMap(({ key, value }) => {
    const name = String(key.value);
    if (value === undefined || name === 'Statement' || !isElement(level, name)) {
      return [];
    }
    if (!BEYOND_LATIN.test(source.textOf(value.span))) {
      return []; // nearly always, and known without looking at each string
    }
    const isFreeText = name === 'Sid' || name === 'Id';
    return scalarsOf(value).map((node) => ({ node, isFreeText }));
  });
}

/** Keys and values that are strings, in document order. */
function scalarsOf(root: SourceNode): ScalarNode[] {
  const scalars: ScalarNode[] = [];
  for (const node of walk(root)) {
    if (node.kind === 'mapping') {
      scalars.push(...node.entries.map(({ key }) => key));
    } else if (node.kind === 'scalar' && typeof node.value === 'string') {
      scalars.push(node);
    }
  }
  return scalars;
}

/** From the first to the last character that KMS refuses. */
function illegalSpan({ source }: RuleContext, { span }: ScalarNode): Span | undefined {
  const written = source.textOf(span);
  let first: number | undefined;
  let end = 0;
  for (let offset = 0; offset < written.length; ) {
    const codePoint = written.codePointAt(offset) ?? 0;
    const next = offset + (codePoint > 0xffff ? 2 : 1);
    // Raw control characters are no JSON.
    if (codePoint >= 0x20 && !isLegalPolicyCharacter('key-policy', codePoint)) {
      first ??= offset;
      end = next;
    }
    offset = next;
  }
  return first === undefined ? undefined : { start: span.start + first, end: span.start + end };
}

function report(context: RuleContext, node: ScalarNode, span: Span, isFreeText: boolean): Finding {
  const text = String(node.value);
  const written = context.source.textOf(span);
  const ascii = toPlainAscii(text);
  const isMended = Array.from(ascii).every((character) => isLegal(character));
  return {
    span,
    message: describe(written),
    // A statement ID or a policy ID has no part in the evaluation; elsewhere what was meant is a guess.
    ...(isMended && { fixes: replaceStringFix(context, { node }, ascii, isFreeText) }),
  };
}

function describe(written: string): string {
  if (hasHangul(written)) {
    return l10n.t(
      'Invalid text "{0}": AWS KMS refuses a key policy with Hangul. Write it in English, and keep the Korean text in the description of the key.',
      excerpt(written),
    );
  }
  const first = Array.from(written).find((character) => !isLegal(character)) ?? written;
  const codePoint = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return l10n.t(
    'Invalid character "{0}" (U+{1}): AWS KMS refuses a key policy with characters beyond U+00FF.',
    first,
    codePoint,
  );
}

function isLegal(character: string): boolean {
  return isLegalPolicyCharacter('key-policy', character.codePointAt(0) ?? 0);
}
