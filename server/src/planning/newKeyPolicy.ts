import * as l10n from '@vscode/l10n';
import { isAccountId, isUserOrRoleArn, type NewKeyPolicyParams } from '../../../protocol/src/newKey.js';
import { ADMINISTRATION_ADDED, USE_ACTIONS } from '../knowledge/keyPurposes.js';
import { type KeyType, keyTypeOf } from '../knowledge/keySpecs.js';
import { partitionOfRegion } from '../knowledge/partitions.js';
import { COMMON_STATEMENTS } from '../knowledge/statementTemplates.js';
import { renderStatement, type Target, type TargetFacts } from '../knowledge/target.js';
import { TARGETS } from '../knowledge/targets/index.js';

type Statement = Readonly<Record<string, unknown>>;

/** Log stores that can be admitted knowing nothing but account and Region: no statement has to name them. */
export function admittableServices(facts: TargetFacts): readonly Target[] {
  return TARGETS.filter((target) => renderStatement(target, 'minimal', facts).missing.length === 0);
}

/**
 * Assembles the policy of a new key out of the canonical statements (kms-facts Annex C): the account, administrators who
 * do not use it, users who do not manage it, services limited to the account, other accounts that may only use it. Pure;
 * a test demands that our own check is silent about every combination.
 *
 * @returns the text, or why there can be no such key
 */
export function newKeyPolicy(params: NewKeyPolicyParams): { readonly text: string } | { readonly refusal: string } {
  const type = keyTypeOf(params.spec, params.usage);
  if (type === undefined) {
    return { refusal: l10n.t('KMS has no keys of the spec "{0}" with the usage "{1}".', params.spec, params.usage) };
  }
  const wrong = wrongPrincipal(params);
  if (wrong !== undefined) {
    return { refusal: wrong };
  }
  const Statement = [
    ...common('account', params, {}),
    ...administratorStatements(params),
    ...userStatements(params, type),
    ...(type === 'symmetric' ? serviceStatements(params) : []),
    ...accountStatements(params, type),
  ];
  const policy = { Version: '2012-10-17', Id: params.id, Statement: withUniqueSids(Statement) };
  return { text: `${JSON.stringify(policy, undefined, 2)}\n` };
}

function administratorStatements(params: NewKeyPolicyParams): readonly Statement[] {
  const { administrators, isMultiRegion, origin } = params;
  if (administrators.length === 0) {
    return [];
  }
  return common('administrators', params, { Principal: { AWS: unique(administrators) } }).map((statement) => ({
    ...statement,
    Action: [
      ...textsOf(statement['Action']),
      ...(isMultiRegion ? ADMINISTRATION_ADDED.multiRegion : []),
      ...(origin === 'EXTERNAL' ? ADMINISTRATION_ADDED.imported : []),
    ],
  }));
}

function userStatements(params: NewKeyPolicyParams, type: KeyType): readonly Statement[] {
  if (params.users.length === 0) {
    return [];
  }
  const Principal = { AWS: unique(params.users) };
  const use: Statement = { Sid: 'KeyUsers', Effect: 'Allow', Principal, Action: USE_ACTIONS[type], Resource: '*' };
  const mayGrant = params.allowsGrantsForServices && type === 'symmetric';
  return [use, ...(mayGrant ? common('grants-for-services', params, { Principal }) : [])];
}

function serviceStatements({ services, account, region }: NewKeyPolicyParams): readonly Statement[] {
  return admittableServices({ account, region })
    .filter(({ id }) => services.includes(id))
    .flatMap((target) => renderStatement(target, 'minimal', { account, region }).statements);
}

function accountStatements(params: NewKeyPolicyParams, type: KeyType): readonly Statement[] {
  const partition = partitionOfRegion(params.region)?.id ?? 'aws';
  const others = unique(params.accounts).filter((account) => account !== params.account);
  const Principal = { AWS: others.map((account) => `arn:${partition}:iam::${account}:root`) };
  return others.length === 0 ? [] : common('cross-account', params, { Principal, Action: USE_ACTIONS[type] });
}

/** A canonical statement with some of its elements replaced. */
function common(id: string, { account, region }: NewKeyPolicyParams, elements: Statement): readonly Statement[] {
  const found = COMMON_STATEMENTS.find((statement) => statement.id === id);
  const partition = partitionOfRegion(region)?.id ?? 'aws';
  const fill = (text: string) => text.replaceAll('${Partition}', partition).replaceAll('${Account}', account);
  return (found?.statements ?? []).map((template) => {
    const { Principal, ...rest } = template;
    return { ...rest, Principal: fillTexts(Principal, fill), ...elements };
  });
}

function fillTexts(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return fill(value);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fillTexts(each, fill)]))
    : value;
}

/** Sids of one policy must differ (kms-facts section 2). */
function withUniqueSids(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Map<unknown, number>();
  return statements.map((statement) => {
    const { Sid: sid } = statement;
    const count = (seen.get(sid) ?? 0) + 1;
    seen.set(sid, count);
    return orderElements(count === 1 ? statement : { ...statement, Sid: `${String(sid)}${count}` });
  });
}

/** The order in which AWS prints a statement. */
function orderElements({ Sid, Effect, Principal, Action, Resource, Condition }: Statement): Statement {
  return { Sid, Effect, Principal, Action, Resource, ...(Condition === undefined ? {} : { Condition }) };
}

function wrongPrincipal({ administrators, users, accounts, account }: NewKeyPolicyParams): string | undefined {
  for (const arn of [...administrators, ...users]) {
    if (!isUserOrRoleArn(arn)) {
      return l10n.t('"{0}" is no ARN of a user or role.', arn);
    }
  }
  for (const id of [...accounts, account]) {
    if (!isAccountId(id)) {
      return l10n.t('"{0}" is no account: an account has 12 digits.', id);
    }
  }
  return undefined;
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
