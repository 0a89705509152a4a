import * as l10n from '@vscode/l10n';
import { parseArn } from '../policy/arn.js';
import { matchesWildcard } from '../policy/wildcard.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { demandsKey, hasVariable, isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';

/** Both keys describe one resource: the account of the ARN is the source account, so two accounts never meet. */
export const condSourceAccountArnConflict = defineRule({
  id: 'cond-source-account-arn-conflict',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'logs-resource-policy', 'bucket-policy', 'delivery-destination-policy', 'trust-policy'],
  scope: 'statement',
  catalogue: ['cond-source-account-arn-conflict'],
  fixable: 'sometimes',

  *check(context: RuleContext) {
    for (const statement of context.policy.statements) {
      const conditions = readLegalConditions(context, statement).filter(demandsKey);
      const account = conditions.find((condition) => tests(condition, 'aws:SourceAccount', ['String']));
      const arn = conditions.find((condition) => tests(condition, 'aws:SourceArn', ['Arn', 'String']));
      const accounts = allFixed(account?.values.map(({ known }) => known));
      const arnAccounts = allFixed(arn?.values.map(({ known }) => accountOf(known)));
      if (account === undefined || arn === undefined || accounts === undefined || arnAccounts === undefined) {
        continue;
      }
      const meets = accounts.some((wanted) => arnAccounts.some((pattern) => matchesEither(pattern, wanted)));
      const [first] = arn.values;
      if (meets || first === undefined) {
        continue;
      }
      yield {
        span: first.span,
        message: l10n.t(
          'Conflicting conditions: the ARN is of account "{0}" and "aws:SourceAccount" is "{1}", so no request meets both.',
          arnAccounts[0] ?? '',
          accounts[0] ?? '',
        ),
        related: account.values.map(({ span }) => ({ span, message: l10n.t('The other account stands here.') })),
        fixes: alignFixes(context, account, arn, accounts, arnAccounts),
      };
    }
  },
});

/** Makes one of the two follow the other, where each names one account; which of them is right the author knows. */
function alignFixes(
  context: RuleContext,
  account: LegalCondition,
  arn: LegalCondition,
  accounts: readonly string[],
  arnAccounts: readonly string[],
): Fix[] {
  const [accountValue] = account.values;
  const [arnValue] = arn.values;
  const [left] = accounts;
  const [right] = arnAccounts;
  if (accountValue === undefined || arnValue?.known === undefined || left === undefined || right === undefined) {
    return [];
  }
  if (account.values.length + arn.values.length > 2 || !/^\d{12}$/.test(left) || !/^\d{12}$/.test(right)) {
    return [];
  }
  return [
    ...replaceStringFix(context, accountValue, right, false),
    ...replaceStringFix(context, arnValue, arnValue.known.replace(`:${right}:`, `:${left}:`), false),
  ];
}

function tests({ keyName, parsed }: LegalCondition, key: string, families: readonly string[]): boolean {
  return isSameKey(keyName, key) && families.includes(parsed.operator.family) && parsed.setOperator === undefined;
}

/** The account part of an ARN; '' where the ARN has none, as those of S3 buckets. */
function accountOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseArn(text)?.account;
}

/** The texts when all are known, not empty and free of variables: only then can a conflict be certain. */
function allFixed(texts: readonly (string | undefined)[] = []): readonly string[] | undefined {
  const fixed = texts.flatMap((text) => (text === undefined || text === '' || hasVariable(text) ? [] : [text]));
  return fixed.length > 0 && fixed.length === texts.length ? fixed : undefined;
}

function matchesEither(left: string, right: string): boolean {
  return matchesWildcard(left, right) || matchesWildcard(right, left);
}
