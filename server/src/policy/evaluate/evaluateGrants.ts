import { matchesArn } from '../arn.js';
import { accountOf, type Naming } from './matchPrincipal.js';
import type { RequestContext } from './request.js';
import type { Caller, Grant } from './simulation.js';
import { and, or, type Tri, toTri } from './tri.js';

/** What a grant is asked. */
interface Use {
  readonly caller: Caller;
  /** Bare name, as KMS spells it. */
  readonly operation: string;
  readonly context: RequestContext;
}

export interface GrantOutcome {
  readonly grant: Grant;
  readonly outcome: Tri;
}

export interface GrantsOutcome {
  /** `asAccount`: the grantee is the caller's account, whose IAM policies then decide, as with an account principal. */
  readonly allow: Naming;
  /** Grants that allow the request, or may. */
  readonly applied: readonly GrantOutcome[];
}

export const NO_GRANTS: GrantsOutcome = { allow: { directly: 'no', asRole: 'no', asAccount: 'no' }, applied: [] };

export const UNKNOWN_GRANTS: GrantsOutcome = {
  allow: { directly: 'unknown', asRole: 'no', asAccount: 'no' },
  applied: [],
};

/**
 * What the grants of a key allow a caller: grantee, operation and constraints must all fit (kms-facts section 12 and 1.a
 * step 3). Grants never deny. `use.operation` must be one that can be granted.
 */
export function evaluateGrants(grants: readonly Grant[], use: Use): GrantsOutcome {
  const { caller } = use;
  let directly: Tri = 'no';
  let asAccount: Tri = 'no';
  const applied: GrantOutcome[] = [];
  for (const grant of grants) {
    const isDirect = retires(grant, use) || isPrincipal(grant.granteePrincipal, caller);
    const outcome = isDirect || isOfAccount(grant, caller) ? fits(grant, use) : 'no';
    if (outcome === 'no') {
      continue;
    }
    applied.push({ grant, outcome });
    if (isDirect) {
      directly = or(directly, outcome);
    } else {
      asAccount = or(asAccount, outcome);
    }
  }
  return { allow: { directly, asRole: 'no', asAccount }, applied };
}

/** A grant may be retired by its retiring principal, whatever the operations that it lists. */
function retires({ retiringPrincipal }: Grant, { caller, operation }: Use): boolean {
  return operation === 'RetireGrant' && retiringPrincipal !== undefined && isPrincipal(retiringPrincipal, caller);
}

function isPrincipal(name: string, caller: Caller): boolean {
  switch (caller.kind) {
    case 'service':
      return name === caller.name;
    case 'anonymous':
      return false;
    case 'root':
      return accountOf(name) === caller.account;
    case 'user':
    case 'role':
    case 'session':
    case 'federated':
      return name === caller.arn || name === caller.sessionArn;
  }
}

/** The root user is its account; for anybody else of it the account's grant leaves the decision to IAM. */
function isOfAccount({ granteePrincipal }: Grant, caller: Caller): boolean {
  return 'account' in caller && accountOf(granteePrincipal) === caller.account;
}

function fits(grant: Grant, use: Use): Tri {
  if (retires(grant, use)) {
    return 'yes';
  }
  const isListed = grant.operations.some((name) => name.toLowerCase() === use.operation.toLowerCase());
  return isListed ? and(meetsConstraints(grant, use), delegatesLess(grant, use)) : 'no';
}

/** Constraints do not bind RetireGrant, and those on the encryption context do not bind DescribeKey either. */
function meetsConstraints(grant: Grant, { operation, context }: Use): Tri {
  if (operation === 'RetireGrant') {
    return 'yes';
  }
  const source = meetsSource(grant.sourceArn, context);
  if (operation === 'DescribeKey') {
    return source;
  }
  return and(source, and(includesPairs(grant, context), hasNoOtherPairs(grant.encryptionContextEquals, context)));
}

function meetsSource(sourceArn: string | undefined, context: RequestContext): Tri {
  if (sourceArn === undefined) {
    return 'yes';
  }
  const actual = context.lookup('aws:SourceArn');
  return actual.state === 'present'
    ? toTri(actual.values.some((value) => matchesArn(sourceArn, value)))
    : actual.state === 'unknown'
      ? 'unknown'
      : 'no';
}

/** Names of pairs are compared without case, values with it. */
function includesPairs({ encryptionContextEquals, encryptionContextSubset }: Grant, context: RequestContext): Tri {
  let result: Tri = 'yes';
  for (const [key, value] of Object.entries({ ...encryptionContextSubset, ...encryptionContextEquals })) {
    const actual = context.lookup(`kms:EncryptionContext:${key}`);
    const isSame = actual.state === 'present' && actual.values.length === 1 && actual.values[0] === value;
    result = and(result, actual.state === 'unknown' ? 'unknown' : toTri(isSame));
  }
  return result;
}

function hasNoOtherPairs(pairs: Grant['encryptionContextEquals'], context: RequestContext): Tri {
  if (pairs === undefined) {
    return 'yes';
  }
  const actual = context.lookup('kms:EncryptionContextKeys');
  if (actual.state === 'unknown') {
    return 'unknown';
  }
  const allowed = new Set(Object.keys(pairs).map((key) => key.toLowerCase()));
  const keys = actual.state === 'present' ? actual.values : [];
  return toTri(keys.every((key) => allowed.has(key.toLowerCase())));
}

/**
 * A grant that is made by virtue of another one may give only operations of that one, under a constraint at least as
 * strict: an exact context may not become a part of one. What the request does not say of the new grant is no obstacle.
 */
function delegatesLess(grant: Grant, { operation, context }: Use): Tri {
  if (operation !== 'CreateGrant') {
    return 'yes';
  }
  const wanted = context.lookup('kms:GrantOperations');
  const type = context.lookup('kms:GrantConstraintType');
  const given = new Set(grant.operations.map((name) => name.toLowerCase()));
  const operations: Tri =
    wanted.state === 'present'
      ? toTri(wanted.values.every((name) => given.has(name.toLowerCase())))
      : wanted.state === 'unknown'
        ? 'unknown'
        : 'yes';
  const constraint: Tri =
    grant.encryptionContextEquals === undefined
      ? 'yes'
      : type.state === 'unknown'
        ? 'unknown'
        : toTri(type.state === 'absent' || type.values[0] !== 'EncryptionContextSubset');
  return and(operations, constraint);
}
