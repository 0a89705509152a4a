import type { Grant } from './simulation.js';

/** Reads a grant as `ListGrants` gives it, or in camel case; operations with or without `kms:`. Undefined for no grant. */
export function readGrant(value: unknown): Grant | undefined {
  const grant = membersOf(value);
  if (grant === undefined) {
    return undefined;
  }
  const grantee = textOf(grant.get('granteeprincipal') ?? grant.get('granteeserviceprincipal') ?? grant.get('grantee'));
  const operations = listOf(grant.get('operations'));
  const constraintsValue = grant.get('constraints');
  const constraints =
    constraintsValue === undefined || constraintsValue === null ? new Map() : membersOf(constraintsValue);
  if (grantee === undefined || operations === undefined || constraints === undefined) {
    return undefined;
  }
  const grantId = textOf(grant.get('grantid'));
  const retiring = textOf(grant.get('retiringprincipal') ?? grant.get('retiringserviceprincipal'));
  const equals = pairsOf(constraints.get('encryptioncontextequals') ?? grant.get('encryptioncontextequals'));
  const subset = pairsOf(constraints.get('encryptioncontextsubset') ?? grant.get('encryptioncontextsubset'));
  const sourceArn = textOf(constraints.get('sourcearn') ?? grant.get('sourcearn'));
  return {
    ...(grantId !== undefined && { grantId }),
    granteePrincipal: grantee,
    ...(retiring !== undefined && { retiringPrincipal: retiring }),
    operations: operations.map((name) => name.replace(/^kms:/i, '')),
    ...(equals !== undefined && { encryptionContextEquals: equals }),
    ...(subset !== undefined && { encryptionContextSubset: subset }),
    ...(sourceArn !== undefined && { sourceArn }),
  };
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]))
    : undefined;
}

/** A text, or the one member of an object such as `{"AWS": "arn:…"}`. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  const [only, ...more] = [...(membersOf(value)?.values() ?? [])];
  return typeof only === 'string' && more.length === 0 ? only : undefined;
}

function listOf(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((item) => typeof item === 'string') ? list : undefined;
}

function pairsOf(value: unknown): Readonly<Record<string, string>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, pair]) => [key, String(pair)]))
    : undefined;
}
