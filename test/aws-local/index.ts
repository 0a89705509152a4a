import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { CONTROL_PREFIX, control } from './control.js';
import { dispatch } from './dispatch.js';
import { Endpoint } from './endpoint.js';
import type { Faults } from './faults.js';
import type { RequestLog } from './requestLog.js';
import { type Clock, createClock } from './state/clock.js';
import { readSeedFile } from './state/readSeed.js';
import type { Seed } from './state/seed.js';
import type { World } from './state/world.js';

export { readSeedFile } from './state/readSeed.js';
export type { Seed } from './state/seed.js';

export interface AwsLocalOptions {
  /** The accounts to begin with, or the path of a seed file. */
  readonly seed: Seed | string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Time in milliseconds since 1970. By default a fixed moment that only `clock.advance` moves. */
  readonly now?: () => number;
}

/** A running endpoint. */
export interface AwsLocal {
  /** For the `endpoint` of SDK clients, or `AWS_ENDPOINT_URL`. */
  readonly url: string;
  readonly requests: RequestLog;
  readonly faults: Faults;
  readonly clock: Clock;
  /** The accounts as they are now; a reset replaces them. `state.consistency` delays what reads see. */
  readonly state: World;
  /** Back to the seed, or on to another one; faults and the request log are emptied, the clock is put back. */
  reset(seed?: Seed): void;
  /** Stops at once, breaking connections that still wait. */
  close(): Promise<void>;
}

/** Starts an endpoint on loopback. Rejects when the seed is not right or the port is taken. */
export async function startAwsLocal(options: AwsLocalOptions): Promise<AwsLocal> {
  const seed = typeof options.seed === 'string' ? readSeedFile(options.seed) : options.seed;
  const endpoint = new Endpoint(seed, createClock(options.now));
  const stopping = new AbortController();
  const server = createServer((request, response) => {
    respond(endpoint, request, response, stopping.signal).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: endpoint.requests,
    faults: endpoint.faults,
    clock: endpoint.clock,
    get state() {
      return endpoint.world;
    },
    reset: (next) => endpoint.reset(next),
    close: () =>
      new Promise((resolve, reject) => {
        stopping.abort();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** More than any request that AWS would read: policies are at most 128 KB. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

async function respond(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const method = request.method ?? '';
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path.startsWith(CONTROL_PREFIX)) {
    const answer = control(endpoint, method, path, body);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    return;
  }
  const wait = async (milliseconds: number) => {
    await delay(milliseconds, undefined, { signal: stopping });
  };
  const reply = await dispatch(endpoint, { method, headers: request.headers, body }, wait);
  switch (reply.kind) {
    case 'answer':
      response
        .writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) })
        .end(reply.body);
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'silence':
      return;
  }
}

/** The body as text; undefined when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    if (bytes > MAX_BODY_BYTES) {
      return undefined;
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
