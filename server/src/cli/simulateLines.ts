import * as l10n from '@vscode/l10n';
import { toDecisionReport } from '../policy/access/decisionReport.js';
import { createSimulationReader } from '../policy/evaluate/readSimulation.js';
import { simulate } from '../policy/evaluate/simulate.js';
import type { CliIo } from './io.js';
import { type Line, lineBatches } from './lineBatches.js';

/**
 * Answers one JSON request per line of standard input with one line of JSON, in order. Every line has exactly one answer,
 * so that the n-th answer belongs to the n-th line: a line that is no request, an empty one too, is answered with
 * `{"error": …}`, and the run goes on. Nothing piles up: the next lines are read when the reader has taken the answers.
 */
export async function simulateLines(io: CliIo): Promise<void> {
  const read = createSimulationReader();
  for await (const lines of lineBatches(io.stdinChunks())) {
    await io.write(lines.map((line) => `${JSON.stringify(answer(line, read))}\n`).join(''));
  }
}

function answer(line: Line, read: ReturnType<typeof createSimulationReader>): object {
  if (line === undefined) {
    return { error: l10n.t('The line is too long.') };
  }
  if (line.trim() === '') {
    return { error: l10n.t('The line is empty.') };
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: l10n.t('The line is not valid JSON: {0}', error instanceof Error ? error.message : String(error)) };
  }
  const result = read(value);
  return 'error' in result ? result : toDecisionReport(simulate(result.simulation));
}
