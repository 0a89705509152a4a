import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { isNewKeyMark, timeOfMark } from '../../platform/newKeyMark.js';
import { isJsonObject } from '../../platform/policies/json.js';
import { failureError, findFailure } from '../failures.js';
import { getPolicy, listKeys } from '../kmsCalls.js';
import type { Json } from '../ports.js';
import { TaskPool } from '../taskPool.js';
import type { SettingContext } from './define.js';

/** Clocks of this machine and of AWS may differ; a key is looked for among those made from a little before the mark on. */
const CLOCK_SKEW_MS = 15 * 60_000;
/** More keys are not looked through: a thousand requests take ten seconds. */
const MAX_KEYS = 5_000;
const CONCURRENT_LOOKS = 10;

/** The keys that plans of ours have made or may have made in this Region, by their mark. */
export class NewKeys {
  readonly #arns = new Map<string, string>();
  readonly #sent = new Set<string>();

  constructor(private readonly context: SettingContext) {}

  /** The ARN of a key that was made while this session lives; undefined when it is not known without asking. */
  known(mark: string): string | undefined {
    return this.#arns.get(mark);
  }

  noteSent(mark: string): void {
    this.#sent.add(mark);
  }

  noteMade(mark: string, arn: string): void {
    this.#arns.set(mark, arn);
  }

  /**
   * The ARN of the key with a mark. AWS is searched only when a key may have been made that nobody knows of: its answer
   * was lost, or an earlier session asked for it.
   *
   * @throws a failure when there are too many keys to look through
   */
  async find(mark: string): Promise<string | undefined> {
    const known = this.#arns.get(mark);
    const mayExist = this.#sent.has(mark) || timeOfMark(mark) < this.context.startedMs;
    if (known !== undefined || !mayExist) {
      return known;
    }
    const found = await this.#search(mark);
    if (found !== undefined) {
      this.#arns.set(mark, found);
    }
    return found;
  }

  /** @throws a failure when there is no key with this mark */
  async require(mark: string): Promise<string> {
    const arn = await this.find(mark);
    if (arn === undefined) {
      throw failureError({ kind: 'notFound', message: 'The new key is not there.' });
    }
    return arn;
  }

  async #search(mark: string): Promise<string | undefined> {
    const { clients, sendRead } = this.context;
    const keys = await listKeys(clients.kms, sendRead);
    if (keys.length > MAX_KEYS) {
      const message = `There are ${keys.length} keys: too many to look through for the one that may have been made.`;
      throw failureError({ kind: 'other', message, action: 'kms:CreateKey' });
    }
    const pool = new TaskPool(CONCURRENT_LOOKS);
    let found: string | undefined;
    await Promise.all(
      keys.map(({ arn }) =>
        pool.run(async () => {
          if (found === undefined && (await this.#hasMark(arn, mark))) {
            found = arn;
          }
        }),
      ),
    );
    return found;
  }

  async #hasMark(arn: string, mark: string): Promise<boolean> {
    const { clients, sendRead } = this.context;
    try {
      const { KeyMetadata: key } = await sendRead('kms:DescribeKey', () =>
        clients.kms.send(new DescribeKeyCommand({ KeyId: arn })),
      );
      const madeMs = key?.CreationDate?.getTime() ?? 0;
      return (
        key?.KeyManager === 'CUSTOMER' &&
        madeMs >= timeOfMark(mark) - CLOCK_SKEW_MS &&
        markOf(await getPolicy(clients.kms, sendRead, arn)) === mark
      );
    } catch (error) {
      const kind = findFailure(error)?.kind;
      if (kind === 'accessDenied' || kind === 'notFound') {
        return false; // not a key of ours: who makes one may look at it
      }
      throw error;
    }
  }
}

/** The mark that a key policy carries; undefined when it has none. */
export function markOf(policy: string): string | undefined {
  try {
    const value = JSON.parse(policy) as Json;
    const id = isJsonObject(value) ? value['Id'] : undefined;
    return typeof id === 'string' && isNewKeyMark(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
