import { Faults } from './faults.js';
import { RequestLog } from './requestLog.js';
import type { Clock } from './state/clock.js';
import type { Seed } from './state/seed.js';
import { World } from './state/world.js';

/** Everything the endpoint holds between two requests. */
export class Endpoint {
  readonly requests = new RequestLog();
  readonly faults = new Faults();
  /** Resources that a request is changing right now. */
  readonly locks = new Set<string>();
  #world: World;
  #requestCount = 0;

  constructor(
    private seed: Seed,
    readonly clock: Clock,
  ) {
    this.#world = new World(seed, clock);
  }

  get world(): World {
    return this.#world;
  }

  nextRequestNumber(): number {
    this.#requestCount += 1;
    return this.#requestCount;
  }

  /** Back to the seed, or to another one: no faults, an empty request log, immediate consistency, the clock put back. */
  reset(seed: Seed = this.seed): void {
    this.seed = seed;
    this.clock.reset();
    this.#world = new World(seed, this.clock);
    this.faults.clear();
    this.requests.clear();
  }
}
