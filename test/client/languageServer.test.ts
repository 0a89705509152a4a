import { beforeEach, describe, expect, it } from 'vitest';
import { RequestType } from 'vscode-languageserver-protocol';
import { type LanguageConnection, LazyLanguageServer } from '../../client/src/platform/languageServer.js';
import { fake } from '../support/fakeVscode.js';
import { FakeLogger, settle } from './fakes.js';

const ping = new RequestType<string, string, void>('test/ping');

let started: number;
let stopped: number;
let startError: Error | undefined;
let announce: (info: never) => void;
let logger: FakeLogger;

beforeEach(() => {
  fake.reset();
  started = 0;
  stopped = 0;
  startError = undefined;
  logger = new FakeLogger();
});

function createServer(): LazyLanguageServer {
  return new LazyLanguageServer((onDocumentKind): LanguageConnection => {
    announce = onDocumentKind as typeof announce;
    return {
      start: async () => {
        started += 1;
        if (startError !== undefined) {
          throw startError;
        }
      },
      stop: async () => {
        stopped += 1;
      },
      request: async <P, R>(_type: unknown, params: P) => `pong ${String(params)}` as R,
      format: async () => [],
    };
  }, logger);
}

function document(text: string, languageId = 'json') {
  const lines = text.split('\n');
  return {
    languageId,
    getText: () => text,
    lineCount: lines.length,
    lineAt: (line: number) => ({ text: lines[line] ?? '' }),
  };
}

function change(text: string, line: number, inserted: string) {
  return { document: document(text), contentChanges: [{ range: { start: { line } }, text: inserted }] };
}

describe('waking the server', () => {
  it.each([
    ['a policy', '{"Version": "2012-10-17", "Statement": []}', 'json', 1],
    ['a policy with comments, in any case', '// x\n{"statement": []}', 'jsonc', 1],
    ['JSON that is no policy', '{"name": "package"}', 'json', 0],
    ['a policy in another language', '{"Statement": []}', 'plaintext', 0],
  ])('on opening %s', async (_name, text, languageId, times) => {
    createServer();
    fake.events.openDocument.fire(document(text, languageId));
    await settle();
    expect(started).toBe(times);
  });

  it('on documents that are open already', async () => {
    fake.documents.push(document('{"Effect": "Allow"}') as never);
    createServer();
    await settle();
    expect(started).toBe(1);
  });

  it('on typing the first word of a policy, or pasting one', async () => {
    createServer();
    fake.events.changeDocument.fire(change('{\n  "Statemen\n}', 1, 'n'));
    await settle();
    expect(started).toBe(0);
    fake.events.changeDocument.fire(change('{\n  "Statement"\n}', 1, '"'));
    await settle();
    expect(started).toBe(1);
  });

  it('looks only at the changed lines while typing: a large document costs nothing', async () => {
    createServer();
    const event = change('{\n  "name": "x"\n}', 1, 'x');
    event.document.getText = () => {
      throw new Error('read the whole document');
    };
    fake.events.changeDocument.fire(event);
    await settle();
    expect(started).toBe(0);
  });

  it('once for many documents', async () => {
    createServer();
    for (let count = 0; count < 3; count += 1) {
      fake.events.openDocument.fire(document('{"Statement": []}'));
    }
    await settle();
    expect(started).toBe(1);
  });

  it('never with 10,000 other JSON documents', async () => {
    createServer();
    for (let count = 0; count < 10_000; count += 1) {
      fake.events.openDocument.fire(document('{"a": 1}'));
    }
    await settle();
    expect(started).toBe(0);
  });

  it('logs a start that fails, and tries again at the next need', async () => {
    const server = createServer();
    startError = new Error('spawn ENOENT');
    fake.events.openDocument.fire(document('{"Statement": []}'));
    await settle();
    expect(logger.lines).toEqual(['error language server: start failed: spawn ENOENT']);
    startError = undefined;
    expect(await server.request(ping, 'x')).toBe('pong x');
    expect(started).toBe(2);
  });
});

describe('using the server', () => {
  it('starts it for a request', async () => {
    const server = createServer();
    expect(await server.request(ping, 'hello')).toBe('pong hello');
    expect(started).toBe(1);
  });

  it('passes on what it says of documents', async () => {
    const server = createServer();
    const seen: unknown[] = [];
    server.onDocumentKind((info) => seen.push(info));
    await server.request(ping, 'x');
    announce({ kind: 'scp' } as never);
    expect(seen).toEqual([{ kind: 'scp' }]);
  });

  it('restarts it, but leaves a sleeping one asleep when only a setting changed', async () => {
    const server = createServer();
    await server.restartIfRunning();
    expect(started).toBe(0);
    await server.request(ping, 'x');
    await server.restartIfRunning();
    expect([started, stopped]).toEqual([2, 1]);
    await server.restart();
    expect([started, stopped]).toEqual([3, 2]);
  });

  it('stops with the extension, and does not wake afterwards', async () => {
    const server = createServer();
    await server.request(ping, 'x');
    server.dispose();
    await settle();
    expect(stopped).toBe(1);
    fake.events.openDocument.fire(document('{"Statement": []}'));
    await settle();
    expect(started).toBe(1);
  });
});
