import type { Clock } from './clock.js';
import {
  generatedAliases,
  generatedKey,
  generatedKeyId,
  generatedLogGroup,
  generatedLogGroupName,
} from './generate.js';
import { uuidOf } from './ids.js';
import { type Caller, toCaller } from './principal.js';
import type { AliasRecord, GrantRecord, KeyRecord, LogGroupRecord, QueryResultsRecord } from './records.js';
import type { Seed, SeedKey, SeedRegion } from './seed.js';
import { type Consistency, Table } from './table.js';
import { keyArn, type Place, toAliasRecord, toGrantRecord, toKeyRecord, toLogGroupRecord } from './toRecords.js';

/** What one account has in one Region. A service that joins adds its tables here. */
export interface RegionState {
  readonly keys: Table<KeyRecord>;
  readonly aliases: Table<AliasRecord>;
  readonly grants: Table<GrantRecord>;
  readonly logGroups: Table<LogGroupRecord>;
  readonly queryResults: Table<QueryResultsRecord>;
}

/** All accounts behind the endpoint. */
export class World {
  readonly consistency: Consistency = { reads: 0, ms: 0 };
  readonly #regions = new Map<string, RegionState>();
  readonly #callers = new Map<string, Caller>();
  readonly #organizations = new Map<string, string>();
  readonly #knownPrincipals: ReadonlySet<string> | undefined;
  #idCount = 0;

  constructor(
    seed: Seed,
    readonly clock: Clock,
  ) {
    for (const account of seed.accounts) {
      for (const principal of account.principals ?? []) {
        this.#callers.set(principal.accessKeyId, toCaller(principal));
      }
      if (account.organizationId !== undefined) {
        this.#organizations.set(account.id, account.organizationId);
      }
      for (const [region, content] of Object.entries(account.regions ?? {})) {
        loadRegion(this.region(account.id, region), { accountId: account.id, region }, content);
      }
    }
    this.#knownPrincipals = knownPrincipals(seed, [...this.#callers.values()]);
  }

  /** The state of a Region; an account has every Region, most of them empty. */
  region(accountId: string, region: string): RegionState {
    const id = `${accountId}/${region}`;
    let state = this.#regions.get(id);
    if (state === undefined) {
      const now = () => this.clock.now();
      state = {
        keys: new Table(this.consistency, now),
        aliases: new Table(this.consistency, now),
        grants: new Table(this.consistency, now),
        logGroups: new Table(this.consistency, now),
        queryResults: new Table(this.consistency, now),
      };
      this.#regions.set(id, state);
    }
    return state;
  }

  caller(accessKeyId: string): Caller | undefined {
    return this.#callers.get(accessKeyId);
  }

  organizationOf(accountId: string): string | undefined {
    return this.#organizations.get(accountId);
  }

  /** True when a key policy may name this user, role or account: see `Seed.knownPrincipals`. */
  isKnownPrincipal(arnOrAccountId: string): boolean {
    return this.#knownPrincipals === undefined || this.#knownPrincipals.has(arnOrAccountId);
  }

  /** A UUID that no earlier call returned, the same on every run. */
  newId(): string {
    this.#idCount += 1;
    return uuidOf(`new:${this.#idCount}`);
  }

  /** The newest record of a key by its ARN, for tests that look behind the API. */
  key(arn: string): KeyRecord | undefined {
    const [, , , region = '', accountId = '', resource = ''] = arn.split(':');
    return this.region(accountId, region).keys.get(resource.slice('key/'.length));
  }

  /** The newest record of a log group, for tests that look behind the API. */
  logGroup(accountId: string, region: string, name: string): LogGroupRecord | undefined {
    return this.region(accountId, region).logGroups.get(name);
  }
}

function loadRegion(state: RegionState, place: Place, seed: SeedRegion): void {
  for (const key of seed.keys ?? []) {
    loadKey(state, place, key);
  }
  for (const name of seed.reservedAliases ?? []) {
    state.aliases.load(name, toAliasRecord(name, undefined));
  }
  for (const group of seed.logGroups ?? []) {
    state.logGroups.load(group.name, toLogGroupRecord(group));
  }
  if (seed.queryResultsKey !== undefined) {
    state.queryResults.load(QUERY_RESULTS_ID, { kmsKeyId: seed.queryResultsKey });
  }
  generateRows(state, place, seed.generate ?? {});
}

/** Id of the only row of `queryResults`. */
export const QUERY_RESULTS_ID = 'query-result:*';

function loadKey(state: RegionState, place: Place, seed: SeedKey): void {
  const record = toKeyRecord(place, seed);
  state.keys.load(seed.id, record);
  for (const name of seed.aliases ?? []) {
    state.aliases.load(name, toAliasRecord(name, record));
  }
  for (const [index, grant] of (seed.grants ?? []).entries()) {
    const loaded = toGrantRecord(record, index, grant);
    state.grants.load(loaded.id, loaded);
  }
}

function generateRows(state: RegionState, place: Place, counts: NonNullable<SeedRegion['generate']>): void {
  const placeName = keyArn(place, '');
  for (let number = 1; number <= (counts.keys ?? 0); number++) {
    const id = generatedKeyId(placeName, number);
    state.keys.load(id, () => toKeyRecord(place, generatedKey(placeName, number)));
    for (const name of generatedAliases(number)) {
      state.aliases.load(name, () => toAliasRecord(name, state.keys.get(id)));
    }
  }
  for (let number = 1; number <= (counts.logGroups ?? 0); number++) {
    state.logGroups.load(generatedLogGroupName(number), () => toLogGroupRecord(generatedLogGroup(number)));
  }
}

function knownPrincipals(seed: Seed, callers: readonly Caller[]): ReadonlySet<string> | undefined {
  if (seed.knownPrincipals === undefined) {
    return undefined;
  }
  return new Set([
    ...seed.knownPrincipals,
    ...seed.accounts.map((account) => account.id),
    ...callers.flatMap((caller) => [caller.arn, ...(caller.roleArn === undefined ? [] : [caller.roleArn])]),
  ]);
}
