/**
 * How long the bundled server takes from a keystroke to complete diagnostics, and what it keeps in memory:
 * `npm run bench:server -- [--peer 'COMMAND'] [--rounds N]`. A peer's server, such as that of plain JSON, is measured in
 * the same run, in turns with ours, since figures of two runs do not compare. Build first.
 */

import { parseArgs } from 'node:util';
import { budgets } from '../support/budgets.mjs';
import { inRoot } from '../support/paths.mjs';
import { keyPolicy } from './keyPolicy.mjs';
import { startTypist } from './typist.mjs';

const KEYS_PER_ROUND = 200;

const { values } = parseArgs({ options: { peer: { type: 'string' }, rounds: { type: 'string', default: '5' } } });
const commands = [`${process.execPath} ${inRoot('dist', 'server.js')} --stdio`, ...(values.peer ? [values.peer] : [])];
let isWithinBudgets = true;

for (const [name, bytes] of [
  ['2 KB', 2_048],
  ['32 KB', 32_768],
]) {
  const typists = await Promise.all(commands.map((command) => startTypist(command, keyPolicy(bytes), '"kms:Decrypt')));
  /** @type {number[][]} medians of the rounds, by server */
  const medians = typists.map(() => []);
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [index, typist] of typists.entries()) {
      const times = await typist.type(KEYS_PER_ROUND);
      medians[index].push(quantile(times, 0.5));
      console.log(
        `${name}, round ${round + 1}, ${index === 0 ? 'ours' : 'peer'}: p50 ${ms(times, 0.5)}, p95 ${ms(times, 0.95)}`,
      );
    }
  }
  const [ours, peers] = medians.map((rounds) => Math.min(...rounds));
  const memory = typists[0].memory();
  const ratio = peers === undefined ? undefined : ours / peers;
  console.log(
    `${name}: best p50 ${ours.toFixed(2)} ms${ratio === undefined ? '' : `, ${ratio.toFixed(2)} times the peer's`}; ` +
      `${memory?.toFixed(0) ?? '?'} MB after ${KEYS_PER_ROUND * Number(values.rounds)} keys`,
  );
  isWithinBudgets &&= (ratio ?? 0) <= budgets.server.timesPlainJson && (memory ?? 0) <= budgets.server.megabytes;
  await Promise.all(typists.map((typist) => typist.stop()));
}
if (!isWithinBudgets) {
  console.error(`Over budget: ${JSON.stringify(budgets.server)}`);
  process.exitCode = 1;
}

function quantile(numbers, share) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)];
}

function ms(times, share) {
  return `${quantile(times, share).toFixed(2)} ms`;
}
