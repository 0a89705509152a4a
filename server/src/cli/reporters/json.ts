import type { Reporter } from '../report.js';

/** The stable machine format; `version` changes when a member changes its meaning. */
export const jsonReporter: Reporter = ({ files, findings, summary }) =>
  `${JSON.stringify({ version: 1, files, findings, summary }, undefined, 2)}\n`;
