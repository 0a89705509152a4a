/** Who asks. Every `Caller` of a simulation is one; `aws` is any principal of an account, whatever its kind. */
export type RequestPrincipal =
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'aws' | 'user' | 'role' | 'session' | 'federated' | 'root';
      /** The role, user or root ARN that the request is attributed to. */
      readonly arn: string;
      readonly account: string;
      /** The assumed-role or federated session, when there is one. */
      readonly sessionArn?: string;
    };

/** What a request says of one condition key. */
export type ContextValue =
  | { readonly state: 'present'; readonly values: readonly string[] }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

/** The keys of a request. Asked with the key as the policy spells it; implementations compare without case. */
export interface RequestContext {
  lookup(key: string): ContextValue;
}

export interface AccessRequest {
  readonly principal: RequestPrincipal;
  /** Full action name, `kms:Decrypt`. */
  readonly action: string;
  /** ARN of the resource. */
  readonly resource: string;
  readonly context: RequestContext;
}

export const ABSENT: ContextValue = { state: 'absent' };
export const UNKNOWN: ContextValue = { state: 'unknown' };

export function present(...values: readonly string[]): ContextValue {
  return { state: 'present', values };
}

const PAIR_PREFIX = 'kms:encryptioncontext:';
const PAIR_KEYS = 'kms:encryptioncontextkeys';

/**
 * A context from a plain record. Keys that are not in it are absent, or unknown where `isUnknown` says so; an empty list
 * says that a key is absent for certain. The pairs of the encryption context and `kms:EncryptionContextKeys` follow from
 * each other where only one of them is given.
 */
export function contextOf(
  values: Readonly<Record<string, string | readonly string[]>>,
  isUnknown: (lowerCaseKey: string) => boolean = () => false,
): RequestContext {
  const byName = new Map<string, ContextValue>();
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    const name = key.toLowerCase();
    const list = typeof value === 'string' ? [value] : value;
    byName.set(name, list.length === 0 ? ABSENT : { state: 'present', values: list });
    if (name.startsWith(PAIR_PREFIX)) {
      pairs.push(key.slice(PAIR_PREFIX.length));
    }
  }
  if (pairs.length > 0 && !byName.has(PAIR_KEYS) && !isUnknown(PAIR_KEYS)) {
    byName.set(PAIR_KEYS, { state: 'present', values: pairs });
  }
  return {
    lookup: (key) => {
      const name = key.toLowerCase();
      return (
        byName.get(name) ??
        (name.startsWith(PAIR_PREFIX) ? pairByName(name, byName.get(PAIR_KEYS)) : undefined) ??
        (isUnknown(name) ? UNKNOWN : ABSENT)
      );
    },
  };
}

/** What the list of the encryption context's keys says of one pair: it is not there, or its value was not told. */
function pairByName(name: string, keys: ContextValue | undefined): ContextValue | undefined {
  if (keys?.state !== 'present') {
    return keys;
  }
  const wanted = name.slice(PAIR_PREFIX.length);
  return keys.values.some((key) => key.toLowerCase() === wanted) ? UNKNOWN : ABSENT;
}
