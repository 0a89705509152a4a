import type { Reporter } from '../report.js';
import { githubReporter } from './github.js';
import { jsonReporter } from './json.js';
import { junitReporter } from './junit.js';
import { sarifReporter } from './sarif.js';
import { textReporter } from './text.js';

export const REPORTERS = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  junit: junitReporter,
} as const satisfies Record<string, Reporter>;

export type Format = keyof typeof REPORTERS;

export function isFormat(text: string): text is Format {
  return text in REPORTERS;
}
