import * as l10n from '@vscode/l10n';
import type {
  AccessChangeInfo,
  AccessDiffReport,
  AccessInfo,
  ConditionInfo,
  DocumentRange,
  LockoutReport,
  PrincipalInfo,
  StatementInfo,
  WhoCanReport,
} from '../../../../protocol/src/access.js';
import type { Span } from '../../source/span.js';
import { conditionText } from '../conditionText.js';
import type { Policy, Statement } from '../model.js';
import type { AccessDiff } from './accessDiff.js';
import { type AccessRow, toRows } from './accessRows.js';
import { type Atom, identityOf } from './atoms.js';
import type { ChangeTerm } from './changeTerms.js';
import type { Lockout } from './lockout.js';
import { inferOwner } from './owner.js';
import type { CallerClass } from './principals.js';
import type { WhoCan } from './whoCan.js';

/** Where a span of a policy stands; undefined where the policy has no document that the reader sees. */
export type Locate = (span: Span) => DocumentRange | undefined;

const NOWHERE: Locate = () => undefined;

export function toWhoCanReport(answer: WhoCan, locate = NOWHERE): WhoCanReport {
  return {
    version: 1,
    actions: answer.actions,
    account: answer.owner ?? null,
    access: answer.rows.map((row) => toAccessInfo(row, locate)),
    grants: answer.grants.map(({ grant, actions }) => {
      const { grantId, encryptionContextEquals, encryptionContextSubset } = grant;
      return {
        grantee: grant.granteePrincipal,
        ...(grantId !== undefined && { grantId }),
        actions,
        ...(encryptionContextEquals !== undefined && { encryptionContextEquals }),
        ...(encryptionContextSubset !== undefined && { encryptionContextSubset }),
      };
    }),
    incomplete: answer.incomplete,
  };
}

/**
 * @param account of the key, as far as it is known: it tells which callers are foreign
 * @param locate places in the new policy; the old one has none
 */
export function toAccessDiffReport(
  diff: AccessDiff,
  before: Policy,
  after: Policy,
  account = inferOwner(after) ?? inferOwner(before),
  locate = NOWHERE,
): AccessDiffReport {
  const rows = toRows(diff.changes, [before, after], account, diff.callers);
  const select = (change: AccessRow['change'], where: Locate) =>
    rows.filter((row) => row.change === change).map((row) => toChangeInfo(row, where));
  return {
    version: 1,
    same: diff.changes.length + diff.incomplete.length === 0,
    gained: select('gained', locate),
    lost: select('lost', NOWHERE),
    incomplete: diff.incomplete,
  };
}

export function toLockoutReport(answer: Lockout, locate = NOWHERE): LockoutReport {
  return {
    version: 1,
    lockedOut: answer.isLockedOut,
    safetyCheck: answer.safetyCheck,
    principals: answer.principals.map(({ principal, part, control, reason, through }) => ({
      principal,
      part,
      control,
      reason,
      through: through.map(({ term }) => toTermInfo(term, locate)),
    })),
    keepers: answer.keepers.map((row) => toAccessInfo(row, locate)),
    account: answer.owner ?? null,
    incomplete: answer.incomplete,
  };
}

/** A statement by its position and Sid. */
export function toStatementInfo({ index, sid, span }: Statement, locate: Locate): StatementInfo {
  const range = locate(span);
  return { index, ...(sid?.known !== undefined && { sid: sid.known }), ...(range !== undefined && { range }) };
}

function toChangeInfo(row: AccessRow, locate: Locate): AccessChangeInfo {
  const { witness } = row.example;
  return {
    ...toAccessInfo(row, locate),
    otherwise: row.term.otherwise,
    ...(witness !== undefined && { example: witness }),
  };
}

function toAccessInfo({ callers, except, actions, term, marks, isCertain }: AccessRow, locate: Locate): AccessInfo {
  return {
    principals: callers.map(toPrincipalInfo),
    ...(except.length > 0 && { except: except.map(toPrincipalInfo) }),
    actions,
    ...toTermInfo(term, locate),
    marks,
    certain: isCertain,
  };
}

function toPrincipalInfo({ kind, text, account }: CallerClass): PrincipalInfo {
  const isNamed = kind !== 'other-accounts' && account !== undefined;
  return { kind, principal: readable(text), ...(isNamed && { account }) };
}

function toTermInfo({ way, when, unless, source }: ChangeTerm, locate: Locate) {
  return {
    through: way,
    when: when.map(toConditionInfo),
    unless: unless.map((atoms) => atoms.map(toConditionInfo)),
    ...(source !== undefined && { statement: toStatementInfo(source.statement, locate) }),
  };
}

const PLAIN = { name: (text: string) => text, list: (texts: readonly string[]) => texts.join(', ') };

function toConditionInfo({ condition, resource, values }: Atom): ConditionInfo {
  const texts = values.map((value) => readable(identityOf(value)));
  if (condition !== undefined) {
    const operator = readable(identityOf(condition.operator));
    return { operator, key: readable(identityOf(condition.key)), values: texts, text: conditionText(condition, PLAIN) };
  }
  const negated = resource?.negated === true;
  const text = negated
    ? l10n.t('the resource is none of {0}', texts.join(', '))
    : l10n.t('the resource is {0}', texts.join(', '));
  return { resource: texts, negated, text };
}

/** The marks round what is not known yet are for telling texts apart only. */
function readable(text: string): string {
  return text.replaceAll('\u0000', '');
}
