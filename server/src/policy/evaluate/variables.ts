import type { PolicyString } from '../model.js';
import type { RequestContext } from './request.js';

const VARIABLE = /\$\{([^}]*)\}/g;

/**
 * Puts a request's values in the place of policy variables: `${aws:username}`, with a default `${aws:username,
 * 'nobody'}`, and the escapes `${*}`, `${?}`, `${$}`. A variable without value and default matches nothing, which is
 * `unknown` here only when the request is not fully known.
 */
export function resolveVariables(value: PolicyString, context: RequestContext): PolicyString | 'unknown' {
  if (value.known === undefined || !value.known.includes('${')) {
    return value;
  }
  let isUnknown = false;
  const text = value.known.replace(VARIABLE, (whole, body: string) => {
    if (body === '*' || body === '?' || body === '$') {
      // The literal character; a wildcard comparison would read it as a wildcard, so leave the answer open.
      isUnknown ||= body !== '$';
      return body;
    }
    const [key = '', fallback] = splitDefault(body);
    const actual = context.lookup(key);
    if (actual.state === 'present' && actual.values.length === 1) {
      return actual.values[0] ?? whole;
    }
    if (actual.state === 'absent' && fallback !== undefined) {
      return fallback;
    }
    isUnknown ||= actual.state !== 'absent';
    return whole;
  });
  return isUnknown ? 'unknown' : { ...value, known: text, parts: [{ kind: 'text', text }] };
}

function splitDefault(body: string): [string, string?] {
  const match = /^([^,]*),\s*'([^']*)'\s*$/.exec(body);
  return match === null ? [body.trim()] : [(match[1] ?? '').trim(), match[2] ?? ''];
}
