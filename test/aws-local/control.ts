import type { Endpoint } from './endpoint.js';
import { type FaultRule, parseFaultRule } from './faults.js';
import { parseSeed } from './state/readSeed.js';

export const CONTROL_PREFIX = '/_aws-local/';

export interface ControlReply {
  readonly status: number;
  readonly body: unknown;
}

/** The control API, for tests in another process. README.md of this folder lists the requests. */
export function control(endpoint: Endpoint, method: string, path: string, body: string): ControlReply {
  try {
    return handle(endpoint, `${method} ${path.slice(CONTROL_PREFIX.length)}`, body);
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

function handle(endpoint: Endpoint, command: string, body: string): ControlReply {
  switch (command) {
    case 'GET health':
      return ok();
    case 'GET requests':
      return { status: 200, body: endpoint.requests.all };
    case 'DELETE requests':
      endpoint.requests.clear();
      return ok();
    case 'POST faults':
      endpoint.faults.add(...readFaults(body));
      return ok();
    case 'DELETE faults':
      endpoint.faults.clear();
      return ok();
    case 'POST consistency':
      Object.assign(endpoint.world.consistency, readNumbers(body, ['reads', 'ms']));
      return ok();
    case 'POST clock':
      endpoint.clock.advance(readNumbers(body, ['advanceMs'])['advanceMs'] ?? 0);
      return ok();
    case 'POST reset':
      endpoint.reset(body.trim() === '' ? undefined : parseSeed(JSON.parse(body)));
      return ok();
    default:
      return { status: 404, body: { error: `No such control request: ${command}` } };
  }
}

function readFaults(body: string): readonly FaultRule[] {
  const value: unknown = JSON.parse(body);
  return (Array.isArray(value) ? value : [value]).map(parseFaultRule);
}

function readNumbers(body: string, names: readonly string[]): { readonly [name: string]: number } {
  const value: unknown = JSON.parse(body);
  const entries = Object.entries(value ?? {});
  for (const [name, entry] of entries) {
    if (!names.includes(name) || typeof entry !== 'number' || entry < 0) {
      throw new Error(`"${name}" is not one of ${names.join(', ')} with a number that is not negative`);
    }
  }
  return Object.fromEntries(entries) as { readonly [name: string]: number };
}

function ok(): ControlReply {
  return { status: 200, body: { ok: true } };
}
