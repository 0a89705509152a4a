/** A `${…}` in a text, or the rest of the text behind a `${` that nothing closes. */
export interface VariableText {
  /** Place of the `$`. */
  readonly start: number;
  /** Behind the `}`, or the end of the text. */
  readonly end: number;
  readonly body: string;
  readonly isClosed: boolean;
}

/** Every `${` of a text with what follows it, in order. Variables hold no variables. */
export function findVariables(text: string): VariableText[] {
  const found: VariableText[] = [];
  let start = text.indexOf('${');
  while (start >= 0) {
    const close = text.indexOf('}', start);
    const end = close < 0 ? text.length : close + 1;
    found.push({ start, end, body: text.slice(start + 2, close < 0 ? end : close), isClosed: close >= 0 });
    start = close < 0 ? -1 : text.indexOf('${', end);
  }
  return found;
}

/** The parts of a policy variable's body, as written. */
interface VariableParts {
  /** The condition key before the comma, blanks included. */
  readonly name: string;
  /** What follows the comma; undefined without one. */
  readonly fallback: string | undefined;
}

/**
 * Takes the body of a policy variable apart: a condition key, and after a comma a default. Undefined for what AWS would
 * not fill in: the escapes `*`, `?` and `$`, and the names that tools use, which have no prefix or two colons.
 */
export function readVariable(body: string): VariableParts | undefined {
  if (!/^\s*[A-Za-z][\w-]*\s*:(?!:)/.test(body)) {
    return undefined;
  }
  const comma = body.indexOf(',');
  return comma < 0
    ? { name: body, fallback: undefined }
    : { name: body.slice(0, comma), fallback: body.slice(comma + 1) };
}
