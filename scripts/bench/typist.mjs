/** A server with one document open, at which somebody types. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const URI = 'file:///bench/key.json';

/** @typedef {{ type(count: number): Promise<number[]>, memory(): number | undefined, stop(): Promise<void> }} Typist */

/**
 * Starts a server and opens a document. Each key types a letter that no version had there before, so that a server gains
 * nothing by remembering whole texts.
 * @param {string} command the server's command line; words are divided by blanks
 * @param {string} text
 * @param {string} place after this text, nearest to the middle, the typist writes
 * @returns {Promise<Typist>}
 */
export async function startTypist(command, text, place) {
  const [program = '', ...args] = command.split(' ');
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const capabilities = {
    workspace: { configuration: true },
    textDocument: { diagnostic: { dynamicRegistration: true } },
  };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'json', version: 1, text },
  });
  const pull = () => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
  await new Promise((resolve) => setTimeout(resolve, 100)); // late registrations
  await pull();

  const before = text.slice(0, text.indexOf(place, text.length / 2) + place.length);
  const line = before.split('\n').length - 1;
  const start = { line, character: before.length - before.lastIndexOf('\n') - 1 };
  let version = 1;
  let typed = '';
  return {
    async type(count) {
      const times = [];
      for (let key = 0; key < count; key++) {
        version++;
        const end = { line, character: start.character + typed.length };
        typed = version.toString(36);
        const since = performance.now();
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: URI, version },
          contentChanges: [{ range: { start, end }, text: typed }],
        });
        await pull();
        times.push(performance.now() - since);
      }
      return times;
    },
    memory: () => residentMegabytes(child.pid),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}

/** What a process has in memory; undefined on systems that do not say so in files. */
function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}
