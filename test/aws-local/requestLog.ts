import type { JsonObject } from './wire/json.js';

/** One request as the endpoint understood it. Holds no secret: neither tokens nor signatures. */
export interface LoggedRequest {
  readonly number: number;
  /** `unknown` when the request could not be read that far; the same goes for the members below. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly accountId: string;
  readonly input: JsonObject;
  /** HTTP status; 0 when the connection was broken or never answered. */
  readonly status: number;
  readonly errorCode?: string;
}

type Query = {
  readonly service?: string;
  readonly operation?: string;
  readonly region?: string;
  readonly accountId?: string;
};

/** Every request since the start or the last `clear`, in order of arrival of the answers. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  get all(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
  }

  clear(): void {
    this.#entries = [];
  }

  find(query: Query): readonly LoggedRequest[] {
    return this.#entries.filter(
      (entry) =>
        (query.service === undefined || entry.service === query.service) &&
        (query.operation === undefined || entry.operation === query.operation) &&
        (query.region === undefined || entry.region === query.region) &&
        (query.accountId === undefined || entry.accountId === query.accountId),
    );
  }

  count(query: Query = {}): number {
    return this.find(query).length;
  }
}
