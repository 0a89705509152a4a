import { type Arn, parseArn } from './arn.js';

const VARIABLE = /\$\{[^}]*\}/g;

/**
 * A text with every `${…}` turned into as many stars: what a variable brings can be anything, its own colons separate
 * nothing, and all other characters keep their places.
 */
export function maskVariables(text: string): string {
  return text.includes('${') ? text.replace(VARIABLE, (variable) => '*'.repeat(variable.length)) : text;
}

/** Takes an ARN of a policy apart, variables as stars. Undefined when the text is no ARN. */
export function parseArnPattern(text: string): Arn | undefined {
  return parseArn(maskVariables(text));
}

/** The ARN with another text in one of its parts; everything else stays as it was written. */
export function replaceArnPart(text: string, part: keyof Arn, replacement: string): string {
  const masked = maskVariables(text).split(':');
  const index = PARTS.indexOf(part) + 1;
  const start = masked.slice(0, index).join(':').length + 1;
  const length = (part === 'resource' ? masked.slice(index).join(':') : (masked[index] ?? '')).length;
  return text.slice(0, start) + replacement + text.slice(start + length);
}

const PARTS: readonly (keyof Arn)[] = ['partition', 'service', 'region', 'account', 'resource'];
