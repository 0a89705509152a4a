import type { RequestContext } from './request.js';

const VARIABLE = /\$\{([^}]*)\}/g;

/** A value of a policy with a request's values in the place of its variables. */
export interface ResolvedText {
  readonly text: string;
  /** The same for a comparison with wildcards: characters that stand for themselves are protected. */
  readonly pattern: string;
}

/** Whether a text holds something that AWS replaces. */
export function hasVariable(text: string): boolean {
  return text.includes('${');
}

/**
 * Puts a request's values in the place of policy variables: `${aws:username}`, with a default `${aws:username,
 * 'nobody'}`, and the escapes `${*}`, `${?}`, `${$}`. `none`: a variable without value and default, or whose key has
 * several values, so that the text matches nothing. `unknown`: the request is not fully known. Wildcards that come out
 * of a variable stand for themselves.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resolveVariables(text: string, context: RequestContext): ResolvedText | 'none' | 'unknown' {
  let state: 'resolved' | 'none' | 'unknown' = 'resolved';
  const resolve = (body: string): string => {
    if (body === '*' || body === '?' || body === '$') {
      return body;
    }
    const { key, fallback } = parseVariable(body);
    const actual = context.lookup(key);
    if (actual.state === 'unknown') {
      state = state === 'none' ? 'none' : 'unknown';
      return '';
    }
    const values = actual.state === 'present' ? actual.values : fallback === undefined ? [] : [fallback];
    const [value, ...more] = values;
    if (value === undefined || more.length > 0) {
      state = 'none';
      return '';
    }
    return value;
  };
  const values: string[] = [];
  const plain = text.replace(VARIABLE, (_, body: string) => {
    const value = resolve(body);
    values.push(value);
    return value;
  });
  if (state !== 'resolved') {
    return state;
  }
  let index = 0;
  return { text: plain, pattern: text.replace(VARIABLE, () => protectWildcards(values[index++] ?? '')) };
}

/** Condition keys whose values a text asks for. */
export function variableKeys(text: string): readonly string[] {
  return [...text.matchAll(VARIABLE)].map(([, body = '']) => parseVariable(body).key).filter((key) => key.length > 1);
}

/**
 * A text whose `*` and `?` are themselves. They become lone surrogates, which no well-formed text holds, in the pattern
 * and in what is compared with it.
 */
export function protectWildcards(text: string): string {
  return text.replaceAll('*', '\uDC2A').replaceAll('?', '\uDC3F');
}

function parseVariable(body: string): { readonly key: string; readonly fallback?: string } {
  const match = /^([^,]*),\s*'([^']*)'\s*$/.exec(body);
  return match === null ? { key: body.trim() } : { key: (match[1] ?? '').trim(), fallback: match[2] ?? '' };
}
