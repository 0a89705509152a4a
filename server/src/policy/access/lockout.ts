import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../../knowledge/keyControl.js';
import { readCaller } from '../evaluate/readCaller.js';
import type { Policy } from '../model.js';
import type { AccessRow } from './accessRows.js';
import type { AccessChange } from './compareAccess.js';
import type { CallerClass } from './principals.js';
import { type WhoCan, whoCan } from './whoCan.js';

export interface LockoutOptions {
  /** ARN of the user, role or session that applies the policy. */
  readonly caller?: string;
  /** ARNs that must be able to manage the key whatever happens. */
  readonly breakGlass?: readonly string[];
  /** Account of the key; undefined: that of the caller, or what the policy itself tells. */
  readonly account?: string;
}

/**
 * Whether somebody can still change the key policy. `iam`: only as far as IAM policies of the account allow it;
 * `conditions`: only requests that meet conditions; `unknown`: it depends on something that is not known yet.
 */
export type KeyControl = 'yes' | 'iam' | 'conditions' | 'no' | 'unknown';

export interface ControlOf {
  /** As it was asked for. */
  readonly principal: string;
  readonly part: 'caller' | 'breakGlass';
  readonly control: KeyControl;
  /** By what, in the order in which it was found; empty for `no`. */
  readonly through: readonly AccessChange[];
  /** One localised sentence. */
  readonly reason: string;
}

export interface Lockout {
  /** Who keeps `kms:PutKeyPolicy`, and how. */
  readonly keepers: readonly AccessRow[];
  readonly principals: readonly ControlOf[];
  /** What KMS itself would do with the policy when the caller sends it. `depends`: on what is not in the policy. */
  readonly safetyCheck: { readonly outcome: 'passes' | 'refuses' | 'depends'; readonly reason: string };
  /** True when the caller or a break-glass principal can no longer change the policy, or KMS would refuse it. */
  readonly isLockedOut: boolean;
  readonly owner: string | undefined;
  readonly incomplete: readonly string[];
}

/**
 * Who keeps a key manageable after a policy is applied: whoever can call `PutKeyPolicy` again (kms-facts section 4). The
 * check of KMS asks the same of the caller, through the new policy or through an IAM policy that it enables. Pure.
 */
export function lockout(policy: Policy, { caller, breakGlass = [], account }: LockoutOptions): Lockout {
  const told = account ?? accountOf(caller);
  const asked = [...(caller === undefined ? [] : [caller]), ...breakGlass];
  const answer = whoCan(policy, {
    actions: [POLICY_CHANGE_ACTION],
    callers: asked,
    ...(told !== undefined && { account: told }),
  });
  const principals = [
    ...(caller === undefined ? [] : [controlOf(caller, 'caller', answer)]),
    ...breakGlass.map((principal) => controlOf(principal, 'breakGlass', answer)),
  ];
  const safetyCheck = checkOf(principals[0]?.part === 'caller' ? principals[0] : undefined, answer);
  return {
    keepers: answer.rows,
    principals,
    safetyCheck,
    isLockedOut: safetyCheck.outcome === 'refuses' || principals.some(({ control }) => control === 'no'),
    owner: answer.owner,
    incomplete: answer.incomplete,
  };
}

/** Whether an ARN, an account or a name can be asked for: it names somebody who can call AWS. */
export function isPrincipal(text: string): boolean {
  const caller = readCaller(text)?.caller;
  return caller !== undefined && caller.kind !== 'anonymous';
}

function accountOf(principal: string | undefined): string | undefined {
  const { caller } = readCaller(principal) ?? {};
  return caller !== undefined && 'account' in caller ? caller.account : undefined;
}

function controlOf(principal: string, part: ControlOf['part'], answer: WhoCan): ControlOf {
  const own = findClass(principal, answer.callers);
  const through = own === undefined ? [] : answer.changes.filter(({ caller }) => caller === own);
  const control = judge(through, answer);
  return { principal, part, control, through, reason: reasonFor(principal, control, answer) };
}

/** The class that a principal is in: its own, since it was asked for. */
function findClass(principal: string, classes: readonly CallerClass[]): CallerClass | undefined {
  const { caller } = readCaller(principal) ?? {};
  if (caller === undefined || caller.kind === 'anonymous') {
    return undefined;
  }
  const name = caller.kind === 'service' ? caller.name : (caller.sessionArn ?? caller.arn);
  return classes.find((item) => item.kind === caller.kind && item.text === name);
}

function judge(through: readonly AccessChange[], { changes, incomplete }: WhoCan): KeyControl {
  const certain = through.filter(({ isCertain }) => isCertain);
  const free = certain.filter(({ term }) => term.when.length + term.unless.length === 0);
  if (free.some(({ term }) => term.way !== 'iam')) {
    return 'yes';
  }
  if (free.length > 0) {
    return 'iam';
  }
  if (certain.length > 0) {
    return 'conditions';
  }
  const mayBeNamed = changes.some(({ caller }) => caller.kind === 'unreadable');
  return through.length > 0 || mayBeNamed || incomplete.length > 0 ? 'unknown' : 'no';
}

function reasonFor(principal: string, control: KeyControl, { owner }: WhoCan): string {
  switch (control) {
    case 'yes':
      return l10n.t('The policy names "{0}" and lets it change the policy again.', principal);
    case 'iam':
      return l10n.t('"{0}" can change the policy only as far as IAM policies of its account allow it.', principal);
    case 'conditions':
      return l10n.t('"{0}" can change the policy only with requests that meet conditions.', principal);
    case 'unknown':
      return l10n.t('Whether "{0}" can change the policy depends on what is not known yet.', principal);
    case 'no': {
      const account = accountOf(principal);
      return owner !== undefined && account !== undefined && account !== owner
        ? l10n.t('"{0}" is not of the account {1}: key policies cannot be changed across accounts.', principal, owner)
        : l10n.t('Nothing in the policy lets "{0}" change it again.', principal);
    }
  }
}

function checkOf(caller: ControlOf | undefined, { rows }: WhoCan): Lockout['safetyCheck'] {
  if (rows.length === 0) {
    return {
      outcome: 'refuses',
      reason: l10n.t('KMS refuses the policy: it lets nobody change it again (MalformedPolicyDocumentException).'),
    };
  }
  switch (caller?.control) {
    case undefined:
      return { outcome: 'depends', reason: l10n.t('Whether KMS takes the policy depends on who sends it.') };
    case 'yes':
      return { outcome: 'passes', reason: l10n.t('KMS takes the policy: the caller can change it again.') };
    case 'no':
      return {
        outcome: 'refuses',
        reason: l10n.t(
          'KMS refuses the policy: the caller could not change it again (MalformedPolicyDocumentException).',
        ),
      };
    case 'iam':
      return {
        outcome: 'depends',
        reason: l10n.t('KMS takes the policy if an IAM policy allows the caller "{0}".', POLICY_CHANGE_ACTION),
      };
    case 'conditions':
    case 'unknown':
      return { outcome: 'depends', reason: l10n.t('Whether KMS takes the policy depends on the request.') };
  }
}
