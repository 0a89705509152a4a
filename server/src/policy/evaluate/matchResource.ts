import { arnMatcher, parseArn } from '../arn.js';
import type { PolicyString } from '../model.js';
import { hasWildcard, matchesWildcard } from '../wildcard.js';
import { patternText } from './matchText.js';
import type { RequestContext } from './request.js';
import { and, type Tri, toTri } from './tri.js';
import { hasVariable, protectWildcards, resolveVariables } from './variables.js';

/** What a request is for: its ARN, or as much of it as is known. */
export interface RequestResource {
  readonly arn?: string;
  /** Parts of an ARN that is not known as a whole. */
  readonly parts?: {
    readonly partition?: string;
    readonly region?: string;
    readonly account?: string;
    /** The type, `key`, or the whole last part where it is known. */
    readonly type: string;
  };
}

/** The test that a value of `Resource` stands for; made once for it. */
export type ResourceMatcher = (resource: RequestResource, context: RequestContext) => Tri;

/**
 * Matches a resource like `ArnLike` does. `*` covers everything, what is not known included; an ARN that is known in
 * parts gives `unknown` where the answer hangs on the rest.
 */
export function resourceMatcher(value: PolicyString, replacesVariables: boolean): ResourceMatcher {
  const pattern = patternText(value);
  if (replacesVariables && value.known !== undefined && hasVariable(pattern)) {
    return (resource, context) => {
      const resolved = resolveVariables(pattern, context);
      if (resolved === 'unknown') {
        return 'unknown';
      }
      return resolved === 'none' ? 'no' : matchPattern(resolved.pattern, protectedResource(resource));
    };
  }
  const outcome: Tri = value.known === undefined ? 'unknown' : 'yes';
  if (pattern === '*') {
    return () => outcome;
  }
  const matches = arnMatcher(pattern);
  return ({ arn, parts }) => {
    if (arn !== undefined) {
      return matches(arn) ? outcome : 'no';
    }
    return and(outcome, matchParts(pattern, parts));
  };
}

function matchPattern(pattern: string, { arn, parts }: RequestResource): Tri {
  return pattern === '*' ? 'yes' : arn === undefined ? matchParts(pattern, parts) : toTri(arnMatcher(pattern)(arn));
}

function protectedResource(resource: RequestResource): RequestResource {
  return resource.arn === undefined ? resource : { arn: protectWildcards(resource.arn) };
}

/** `kms` is the service of everything that this evaluator is asked about. */
function matchParts(pattern: string, parts: RequestResource['parts']): Tri {
  const wanted = parseArn(pattern);
  if (wanted === undefined) {
    return 'no';
  }
  return [
    matchPart(wanted.partition, parts?.partition),
    toTri(matchesWildcard(wanted.service, 'kms')),
    matchPart(wanted.region, parts?.region),
    matchPart(wanted.account, parts?.account),
    matchType(wanted.resource, parts?.type),
  ].reduce(and);
}

function matchPart(wanted: string, actual: string | undefined): Tri {
  return actual === undefined ? (isAny(wanted) ? 'yes' : 'unknown') : toTri(matchesWildcard(wanted, actual));
}

/** Of `key/1234…` only `key` is known: `key/*` and `*` cover it, and `alias/*` does not. */
function matchType(wanted: string, type: string | undefined): Tri {
  if (type === undefined) {
    return isAny(wanted) ? 'yes' : 'unknown';
  }
  if (!type.endsWith('/')) {
    return toTri(matchesWildcard(wanted, type));
  }
  const slash = wanted.indexOf('/') + 1;
  if (slash > 0 && !hasWildcard(wanted.slice(0, slash))) {
    return wanted.slice(0, slash) === type ? (isAny(wanted.slice(slash)) ? 'yes' : 'unknown') : 'no';
  }
  return isAny(wanted) ? 'yes' : 'unknown';
}

function isAny(wanted: string): boolean {
  return /^\*+$/.test(wanted);
}
