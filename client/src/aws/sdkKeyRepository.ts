import type { KMSClient } from '@aws-sdk/client-kms';
import { Emitter } from './emitter.js';
import { toFailure } from './failures.js';
import {
  describeKey,
  getLastUsage,
  getPolicy,
  getRotation,
  joinAliases,
  listAliases,
  listGrants,
  listKeys,
  listRotations,
  listTags,
  type Send,
} from './kmsCalls.js';
import type {
  Fact,
  GrantSummary,
  KeyChange,
  KeyDetails,
  KeyExtras,
  KeyList,
  KeyRepository,
  Rotation,
  RotationFacts,
} from './ports.js';
import { TaskPool } from './taskPool.js';

/** A page of keys is described in a second or two, far below the account's request quota. */
const CONCURRENT_DETAILS = 6;

/** Keys of one session, read through the SDK and cached until `refresh`. */
export class SdkKeyRepository implements KeyRepository {
  readonly #changes = new Emitter<KeyChange>();
  readonly onDidChange = this.#changes.event;
  readonly #pool = new TaskPool(CONCURRENT_DETAILS);
  #list: Promise<KeyList> | undefined;
  #details = new Map<string, Promise<KeyDetails>>();
  #settled = new Map<string, Fact<KeyDetails>>();
  #extras = new Map<string, Promise<KeyExtras>>();

  constructor(
    private readonly kms: KMSClient,
    private readonly send: Send,
  ) {}

  list(): Promise<KeyList> {
    this.#list ??= this.#loadList();
    return this.#list;
  }

  findDetails(arn: string): Fact<KeyDetails> | undefined {
    return this.#settled.get(arn);
  }

  requestDetails(arns: readonly string[]): void {
    for (const arn of arns) {
      // The outcome, good or bad, is kept by loadDetails and announced there.
      this.loadDetails(arn).catch(() => undefined);
    }
  }

  loadDetails(arn: string, { fresh = false }: { readonly fresh?: boolean } = {}): Promise<KeyDetails> {
    const known = this.#details.get(arn);
    if (known !== undefined && !fresh) {
      return known;
    }
    const settled = this.#settled;
    const details = this.#pool.run(() => describeKey(this.kms, this.send, arn));
    this.#details.set(arn, details);
    const settle = (fact: Fact<KeyDetails>) => {
      settled.set(arn, fact);
      // After a refresh the map is another one, and this answer is old news.
      if (settled === this.#settled) {
        this.#changes.fire({ kind: 'details', arn });
      }
    };
    details.then(
      (value) => settle({ kind: 'known', value }),
      (error: unknown) => settle({ kind: 'failed', failure: toFailure(error) }),
    );
    return details;
  }

  loadExtras(arn: string): Promise<KeyExtras> {
    const known = this.#extras.get(arn);
    if (known !== undefined) {
      return known;
    }
    const extras = this.#loadExtras(arn);
    this.#extras.set(arn, extras);
    extras.catch(() => this.#extras.delete(arn));
    return extras;
  }

  loadRotations(arn: string): Promise<readonly Rotation[]> {
    return listRotations(this.kms, this.send, arn);
  }

  loadGrants(arn: string): Promise<readonly GrantSummary[]> {
    return listGrants(this.kms, this.send, arn);
  }

  loadPolicy(arn: string): Promise<string> {
    return getPolicy(this.kms, this.send, arn);
  }

  refresh(): void {
    this.#list = undefined;
    this.#details = new Map();
    this.#settled = new Map();
    this.#extras = new Map();
    this.#changes.fire({ kind: 'list' });
  }

  async #loadList(): Promise<KeyList> {
    const [keys, aliases] = await Promise.all([
      listKeys(this.kms, this.send),
      asFact(listAliases(this.kms, this.send)),
    ]);
    return aliases.kind === 'failed'
      ? { keys: joinAliases(keys, new Map()), aliasesFailure: aliases.failure }
      : { keys: joinAliases(keys, aliases.kind === 'known' ? aliases.value : new Map()) };
  }

  async #loadExtras(arn: string): Promise<KeyExtras> {
    const details = await this.loadDetails(arn);
    if (details.manager === 'AWS') {
      // Asking for these on an AWS managed key leaves denied calls in the account's trail and tells nothing new: AWS
      // rotates it every year, and nobody can tag it.
      const none = { kind: 'notApplicable' } as const;
      return { rotation: none, tags: none, lastUsage: none };
    }
    const rotation: Promise<Fact<RotationFacts>> = canRotate(details)
      ? asFact(this.#pool.run(() => getRotation(this.kms, this.send, arn)))
      : Promise.resolve({ kind: 'notApplicable' });
    const tags = asFact(this.#pool.run(() => listTags(this.kms, this.send, arn)));
    const lastUsage = asFact(this.#pool.run(() => getLastUsage(this.kms, this.send, arn)));
    return { rotation: await rotation, tags: await tags, lastUsage: await lastUsage };
  }
}

/** KMS rotates only symmetric keys whose material it made itself; for others GetKeyRotationStatus is refused. */
function canRotate({ spec, origin, state }: KeyDetails): boolean {
  return spec === 'SYMMETRIC_DEFAULT' && origin === 'AWS_KMS' && state !== 'PendingDeletion' && state !== 'Creating';
}

async function asFact<T>(promise: Promise<T>): Promise<Fact<T>> {
  try {
    return { kind: 'known', value: await promise };
  } catch (error) {
    return { kind: 'failed', failure: toFailure(error) };
  }
}
