import * as l10n from '@vscode/l10n';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Finding, type Fix, type RuleContext } from './rule.js';
import { replaceOperatorFix } from './support/conditionFixes.js';
import { conditionBlock, isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';

const MFA = 'aws:MultiFactorAuthPresent';

/**
 * `aws:MultiFactorAuthPresent` is `true` or `false` in requests with temporary credentials, and absent in those with an
 * access key. Only `Bool` with `true` in an Allow and `BoolIfExists` with `false` in a Deny demand MFA of both.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 */
export const condMfaAntipattern = defineRule({
  id: 'cond-mfa-antipattern',
  defaultLevel: 'warning',
  tags: ['security'],
  catalogue: ['cond-mfa-antipattern'],
  peers: ['BAD_PATTERN_FOR_MFA', 'mfa_antipattern_*'],
  fixable: 'sometimes',

  *check(context) {
    const tests = select(context, testsMfa)
      .flatMap((statement) => readLegalConditions(context, statement))
      .filter(({ keyName }) => isSameKey(keyName, MFA));
    // Two Deny statements, one for the absent key and one for false, do together what one with IfExists does.
    const denials = tests.filter(({ statement }) => statement.effect === 'Deny');
    const isSplit =
      denials.some(({ parsed }) => parsed.operator.family === 'Null') &&
      denials.some(({ parsed }) => parsed.operator.family === 'Bool');
    for (const condition of tests) {
      const value = onlyValue(condition);
      const { effect } = condition.statement;
      const finding =
        value === undefined || (effect === 'Deny' && isSplit)
          ? undefined
          : effect === 'Allow'
            ? checkAllow(context, condition, value)
            : checkDeny(context, condition, value);
      if (finding !== undefined) {
        yield finding;
      }
    }
  },
});

function testsMfa({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => isSameKey(key.known ?? '', MFA));
}

type Value = LegalCondition['values'][number] & { readonly known: string };

function onlyValue({ values }: LegalCondition): Value | undefined {
  const [first] = values;
  const known = first?.known;
  return first === undefined || known === undefined || values.length > 1 ? undefined : { ...first, known };
}

function checkAllow(context: RuleContext, condition: LegalCondition, value: Value): Finding | undefined {
  const { parsed, operator, operatorName } = condition;
  const isTrue = value.known.toLowerCase() === 'true';
  if (parsed.operator.family === 'Null') {
    return isTrue ? undefined : presenceFinding(context, condition, 'Bool', 'true');
  }
  if (parsed.operator.family !== 'Bool') {
    return undefined;
  }
  if (!isTrue) {
    return {
      span: value.span,
      message: l10n.t('Expected "{0}" to be "{1}": the Allow holds only for callers without MFA.', value.known, 'true'),
      fixes: replaceStringFix(context, value, 'true', false),
    };
  }
  return parsed.ifExists
    ? {
        span: operator.span,
        message: l10n.t(
          'Expected "{0}" to be "{1}": requests with a long-term access key lack the key and pass without MFA.',
          operatorName,
          'Bool',
        ),
        fixes: replaceOperatorFix(context, condition, 'Bool', { safe: false }),
      }
    : undefined;
}

function checkDeny(context: RuleContext, condition: LegalCondition, value: Value): Finding | undefined {
  const { parsed, operator, operatorName } = condition;
  const isFalse = value.known.toLowerCase() === 'false';
  if (parsed.operator.family === 'Null') {
    return isFalse ? undefined : presenceFinding(context, condition, 'BoolIfExists', 'false');
  }
  return parsed.operator.family === 'Bool' && isFalse && !parsed.ifExists
    ? {
        span: operator.span,
        message: l10n.t(
          'Expected "{0}" to be "{1}": requests with a long-term access key lack the key and escape the Deny.',
          operatorName,
          'BoolIfExists',
        ),
        fixes: replaceOperatorFix(context, condition, 'BoolIfExists', { safe: false }),
      }
    : undefined;
}

/** The key stands in every request with temporary credentials, with MFA or without. */
function presenceFinding(context: RuleContext, condition: LegalCondition, operator: string, value: string): Finding {
  return {
    span: condition.operator.span,
    message: l10n.t(
      'Expected "{0}" to be "{1}" with "{2}": the key is present, as "false", in requests without MFA too.',
      condition.operatorName,
      operator,
      value,
    ),
    fixes: testFixes(context, condition, operator, value),
  };
}

/** Operator and value in one fix; none where the operator cannot simply be renamed. */
function testFixes(
  { source }: RuleContext,
  { statement, operatorEntry, values }: LegalCondition,
  operator: string,
  value: string,
): readonly Fix[] {
  const [only] = values;
  const isAlone = operatorEntry.value?.kind === 'mapping' && operatorEntry.value.entries.length === 1;
  const isTaken = conditionBlock(statement)?.entries.some(({ key }) => key.value === operator) === true;
  if (only?.node.kind !== 'scalar' || !isAlone || isTaken) {
    return [];
  }
  const { node } = only;
  return [
    {
      title: l10n.t('Replace with "{0}"', operator),
      safe: false,
      edits: () => [
        ...source.editor.replaceString(operatorEntry.key, operator),
        ...source.editor.replaceString(node, value),
      ],
    },
  ];
}
