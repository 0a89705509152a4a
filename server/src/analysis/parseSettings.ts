import * as l10n from '@vscode/l10n';
import * as v from 'valibot';

/** Settings without what was wrong in their `context`, or the first mistake elsewhere, which spoils all of them. */
export type ParsedSettings<T> =
  | { readonly output: T; readonly ignored: readonly SettingsProblem[] }
  | { readonly problem: SettingsProblem };

export interface SettingsProblem {
  /** Names joined by dots, such as `overrides.0.context.account`. */
  readonly path: string;
  readonly message: string;
}

type Path = readonly (string | number)[];

/**
 * Checks settings against their schema. A wrong member of a `context` costs that member alone: facts do not depend on
 * one another, and a rule without its fact is silent, not wrong.
 */
export function parseSettings<T>(schema: v.GenericSchema<unknown, T>, value: unknown): ParsedSettings<T> {
  const first = v.safeParse(schema, value);
  if (first.success) {
    return { output: first.output, ignored: [] };
  }
  const members = new Map<string, Path>();
  for (const issue of first.issues) {
    const member = contextMember(keysOf(issue));
    if (member === undefined) {
      return { problem: { path: v.getDotPath(issue) ?? '', message: issue.message } };
    }
    members.set(member.join('.'), member);
  }
  const second = v.safeParse(schema, [...members.values()].reduce(without, value));
  if (!second.success) {
    const [issue] = second.issues;
    return { problem: { path: v.getDotPath(issue) ?? '', message: issue.message } };
  }
  const ignored = [...members].map(([path, member]) => ({ path, message: expectedForm(String(member.at(-1))) }));
  return { output: second.output, ignored };
}

function keysOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** The member of a `context` that a path leads into, or the `context` itself where it is no object. */
function contextMember(path: Path): Path | undefined {
  const index = path[0] === 'overrides' ? 2 : 0;
  return path[index] === 'context' ? path.slice(0, index + 2) : undefined;
}

/** A copy of plain data without what a path leads to. */
function without(value: unknown, [head, ...rest]: Path): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === head ? without(item, rest) : item));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
      if (key !== head) {
        return [[key, item]];
      }
      return rest.length === 0 ? [] : [[key, without(item, rest)]];
    }),
  );
}

/** What a member of `context` looks like, localised. */
function expectedForm(member: string): string {
  switch (member) {
    case 'account':
      return l10n.t('Expected an account ID of twelve digits in quotes.');
    case 'trustedAccounts':
      return l10n.t('Expected a list of account IDs of twelve digits in quotes.');
    case 'region':
      return l10n.t('Expected a Region such as "us-east-1".');
    case 'caller':
      return l10n.t('Expected the ARN of a user or role.');
    case 'breakGlass':
      return l10n.t('Expected a list of ARNs of users or roles.');
    case 'forbiddenActions':
      return l10n.t('Expected a list of actions such as "kms:ScheduleKeyDeletion".');
    case 'organization':
      return l10n.t('Expected an organization ID such as "o-a1b2c3d4e5".');
    case 'keySpec':
    case 'keyUsage':
    case 'keyOrigin':
      return l10n.t('Expected a word in capitals as the KMS API spells it, such as "SYMMETRIC_DEFAULT".');
    case 'multiRegion':
      return l10n.t('Expected true or false.');
    case 'trustedMeasurements':
      return l10n.t('Expected an object of names such as "PCR0" with lists of values of 96 hexadecimal digits.');
    case 'context':
      return l10n.t('Expected an object with members such as "account" and "region".');
    default:
      return l10n.t('There is no such member.');
  }
}
