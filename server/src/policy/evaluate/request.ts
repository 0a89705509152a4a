/** Who asks. */
export type RequestPrincipal =
  | { readonly kind: 'service'; readonly name: string }
  | {
      readonly kind: 'aws';
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

/**
 * A context from a plain record. Keys that are not in it are absent, or unknown where `isUnknown` says so.
 */
export function contextOf(
  values: Readonly<Record<string, string | readonly string[]>>,
  isUnknown: (lowerCaseKey: string) => boolean = () => false,
): RequestContext {
  const byName = new Map(
    Object.entries(values).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]),
  );
  return {
    lookup: (key) => {
      const name = key.toLowerCase();
      const known = byName.get(name);
      if (known !== undefined) {
        return { state: 'present', values: known };
      }
      return { state: isUnknown(name) ? 'unknown' : 'absent' };
    },
  };
}
