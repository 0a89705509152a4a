import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../../knowledge/keyControl.js';
import { parseArn } from '../../policy/arn.js';
import { readAwsPrincipal } from '../../policy/awsPrincipal.js';
import { isAwsManagedKeyPolicy } from '../../policy/managedKey.js';
import { recall, select } from '../../policy/memo.js';
import type { Principal, Statement } from '../../policy/model.js';
import { hasTemplatePart } from '../../policy/placeholders.js';
import { coversAction } from '../../policy/statementActions.js';
import { walk } from '../../source/sourceNode.js';
import type { Fix, RuleContext } from '../rule.js';
import { ownerAccount } from './owner.js';
import { mayChangePolicy } from './principalAccounts.js';

/** Who may change a key policy, by its own statements. */
export interface KeyAdmins {
  /** Users, roles and sessions that an Allow names, each once, in document order. */
  readonly identities: readonly Principal[];
  /** An Allow names an account, or everyone: IAM policies of that account, or conditions, say who. */
  readonly hasAccount: boolean;
}

/**
 * Reads who is allowed `kms:PutKeyPolicy`, whatever the conditions. Undefined when the policy does not tell: it is not
 * typed to its end, a statement lacks an element, something is known only at deployment, or AWS itself wrote it.
 */
export function readKeyAdmins(context: RuleContext): KeyAdmins | undefined {
  return recall(context.memo, context.policy, findKeyAdmins, context);
}

function findKeyAdmins(context: RuleContext): KeyAdmins | undefined {
  const { policy, source } = context;
  if (policy.statements.length === 0 || source.problems.length > 0 || select(context, isIncomplete).length > 0) {
    return undefined;
  }
  if (isAwsManagedKeyPolicy(policy)) {
    return undefined;
  }
  const identities = new Map<string, Principal>();
  let hasAccount = false;
  for (const statement of select(context, mayChangePolicy)) {
    if (coversAction(statement, POLICY_CHANGE_ACTION) === 'unknown' || statement.principal?.negated === true) {
      return undefined;
    }
    for (const principal of statement.principal?.principals ?? []) {
      switch (kindOf(principal)) {
        case 'account':
          hasAccount = true;
          break;
        case 'identity':
          if (!identities.has(principal.value.known ?? '')) {
            identities.set(principal.value.known ?? '', principal);
          }
          break;
        case 'unknown':
          return undefined;
        case 'other':
          break;
      }
    }
  }
  return { identities: [...identities.values()], hasAccount };
}

/** Whether any Allow names an account or everyone, for whatever action; true also where that cannot be told. */
export function mayDelegateToIam(context: RuleContext): boolean {
  return select(context, mayBeForAccount).length > 0;
}

function mayBeForAccount({ effect, principal }: Statement): boolean {
  return (
    effect === 'Allow' &&
    (principal?.negated === true ||
      principal?.principals.some((item) => kindOf(item) === 'account' || kindOf(item) === 'unknown') === true)
  );
}

/** Adds the statement that every new key has, for the account that owns the key as far as it can be told. */
export function accountStatementFix(context: RuleContext): Fix[] {
  const { policy, source } = context;
  const account = ownerAccount(context);
  if (account === undefined || policy.statementEntry?.value?.kind !== 'sequence') {
    return [];
  }
  const statement = {
    Sid: 'EnableIamPoliciesForOwnerAccount',
    Effect: 'Allow',
    Principal: { AWS: `arn:${findPartition(policy.node)}:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  return [
    {
      title: l10n.t('Add a statement that enables IAM policies of account "{0}"', account),
      safe: false,
      edits: () => source.editor.insert([...policy.path, 'Statement'], statement, 0),
    },
  ];
}

/** The partition of the first ARN in the policy. */
function findPartition(root: RuleContext['policy']['node']): string {
  for (const node of walk(root)) {
    const arn = node.kind === 'scalar' && typeof node.value === 'string' ? parseArn(node.value) : undefined;
    if (arn !== undefined && /^aws[\w-]*$/.test(arn.partition)) {
      return arn.partition;
    }
  }
  return 'aws';
}

/** Lacks an element that AWS demands, in a form that the model could read: no guess is built on a broken statement. */
function isIncomplete({ effect, principal, action, resource }: Statement): boolean {
  return (
    effect === undefined ||
    principal === undefined ||
    principal.principals.length === 0 ||
    action === undefined ||
    action.values.length === 0 ||
    action.values.some(({ known }) => known !== undefined && hasTemplatePart(known)) ||
    resource === undefined
  );
}

function kindOf({ type, value }: Principal): 'account' | 'identity' | 'other' | 'unknown' {
  if (type === '*') {
    return 'account';
  }
  if (type !== 'AWS') {
    return typeof type === 'string' ? 'other' : 'unknown';
  }
  if (value.known === undefined || hasTemplatePart(value.known)) {
    return 'unknown';
  }
  switch (readAwsPrincipal(value.known).kind) {
    case 'everyone':
    case 'account':
      return 'account';
    case 'identity':
    case 'session':
      return 'identity';
    default:
      return 'unknown'; // a mistake that another rule reports
  }
}
