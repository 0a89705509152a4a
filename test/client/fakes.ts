import { EventEmitter } from 'vscode';
import type {
  AwsFailure,
  AwsFailureError,
  AwsModule,
  AwsSession,
  ConnectOptions,
  Fact,
  GrantSummary,
  KeyChange,
  KeyDetails,
  KeyExtras,
  KeyList,
  KeyRepository,
  KeySummary,
  LogGroup,
  LogGroupList,
  LogGroupPage,
  LogGroupRepository,
  ProfileSummary,
  Rotation,
  Setting,
} from '../../client/src/aws/ports.js';
import type { Logger } from '../../client/src/platform/logger.js';
import { canonicalPolicy } from '../../client/src/platform/policies/canonicalPolicy.js';
import type {
  Answer,
  Choice,
  Prompts,
  Question,
  SearchChoices,
  TextQuestion,
} from '../../client/src/platform/prompts.js';

const ACCOUNT = '111122223333';
const REGION = 'us-east-1';

export function keyArn(id: string, region = REGION): string {
  return `arn:aws:kms:${region}:${ACCOUNT}:key/${id}`;
}

export function key(id: string, ...aliases: string[]): KeySummary {
  return { id, arn: keyArn(id), aliases, isAwsManaged: aliases.some((alias) => alias.startsWith('aws/')) };
}

export function details(id: string, changes: Partial<KeyDetails> = {}): KeyDetails {
  return {
    arn: keyArn(id),
    id,
    state: 'Enabled',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    manager: 'CUSTOMER',
    origin: 'AWS_KMS',
    ...changes,
  };
}

export function logGroup(name: string, kmsKeyArn?: string): LogGroup {
  const arn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}`;
  return { name, arn, ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }) };
}

export function failure(kind: AwsFailure['kind'], changes: Partial<AwsFailure> = {}): AwsFailureError {
  const awsFailure: AwsFailure = { kind, message: `${kind} happened`, ...changes };
  return Object.assign(new Error(awsFailure.message), { name: 'AwsFailure', awsFailure });
}

export const denied = (action: string) =>
  failure('accessDenied', { code: 'AccessDeniedException', action, message: `not authorized to perform: ${action}` });

/** Keys in memory. Set `failures` to make a call reject; `described` and `extrasRead` count what was asked for. */
class FakeKeys implements KeyRepository {
  readonly changes = new EventEmitter<KeyChange>();
  readonly onDidChange = this.changes.event;
  readonly details = new Map<string, KeyDetails>();
  readonly policies = new Map<string, string>();
  readonly failures = new Map<string, Error>();
  readonly described: string[] = [];
  readonly extrasRead: string[] = [];
  extras: KeyExtras = {
    rotation: { kind: 'known', value: { enabled: true } },
    tags: { kind: 'known', value: [] },
    lastUsage: { kind: 'known', value: {} },
  };
  grants: readonly GrantSummary[] = [];
  rotations: readonly Rotation[] = [];
  aliasesFailure: AwsFailure | undefined;
  readonly #settled = new Map<string, Fact<KeyDetails>>();

  constructor(public keys: readonly KeySummary[] = []) {}

  async list(): Promise<KeyList> {
    this.#throwFor('list');
    return { keys: this.keys, ...(this.aliasesFailure === undefined ? {} : { aliasesFailure: this.aliasesFailure }) };
  }

  findDetails(arn: string): Fact<KeyDetails> | undefined {
    return this.#settled.get(arn);
  }

  requestDetails(arns: readonly string[]): void {
    for (const arn of arns) {
      this.loadDetails(arn).catch(() => undefined);
    }
  }

  async loadDetails(arn: string): Promise<KeyDetails> {
    this.described.push(arn);
    const error = this.failures.get(arn) as AwsFailureError | undefined;
    const value = this.details.get(arn) ?? details(arn.split('/').at(-1) ?? '');
    this.#settled.set(
      arn,
      error === undefined ? { kind: 'known', value } : { kind: 'failed', failure: error.awsFailure },
    );
    this.changes.fire({ kind: 'details', arn });
    this.#throwFor(arn);
    return value;
  }

  async loadExtras(arn: string): Promise<KeyExtras> {
    this.extrasRead.push(arn);
    return this.extras;
  }

  async loadGrants(arn: string): Promise<readonly GrantSummary[]> {
    this.#throwFor(`grants ${arn}`);
    return this.grants;
  }

  async loadRotations(arn: string): Promise<readonly Rotation[]> {
    this.#throwFor(`rotations ${arn}`);
    return this.rotations;
  }

  async loadPolicy(arn: string): Promise<string> {
    this.#throwFor(`policy ${arn}`);
    return this.policies.get(arn) ?? '{}';
  }

  refresh(): void {
    this.changes.fire({ kind: 'list' });
  }

  #throwFor(call: string): void {
    const error = this.failures.get(call);
    if (error !== undefined) {
      throw error;
    }
  }
}

/** Log groups in memory. `writes` records every change; `failures` (by group name) makes writes reject, in turn. */
class FakeLogGroups implements LogGroupRepository {
  readonly changes = new EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  readonly writes: string[] = [];
  readonly failures = new Map<string, Error[]>();
  listFailure: Error | undefined;
  /** Writes are accepted, but reads show the state before. */
  staysInvisible = false;
  onWrite: (() => void) | undefined;
  prefix = '';
  shown = 50;

  constructor(public groups: LogGroup[] = []) {}

  async list(): Promise<LogGroupList> {
    if (this.listFailure !== undefined) {
      throw this.listFailure;
    }
    const found = this.#matching(this.prefix);
    return { groups: found.slice(0, this.shown), hasMore: found.length > this.shown, prefix: this.prefix };
  }

  async loadMore(): Promise<void> {
    this.shown += 50;
    this.changes.fire();
  }

  search(prefix: string): void {
    this.prefix = prefix;
    this.changes.fire();
  }

  async loadPage(prefix: string): Promise<LogGroupPage> {
    return { groups: this.#matching(prefix) };
  }

  async find(name: string): Promise<LogGroup | undefined> {
    return this.groups.find((group) => group.name === name);
  }

  async associateKey(name: string, arn: string): Promise<void> {
    this.#write(`associate ${name} ${arn}`, name, logGroup(name, arn));
  }

  async disassociateKey(name: string): Promise<void> {
    this.#write(`disassociate ${name}`, name, logGroup(name));
  }

  refresh(): void {
    this.changes.fire();
  }

  #matching(prefix: string): LogGroup[] {
    return this.groups.filter(({ name }) => name.startsWith(prefix));
  }

  #write(record: string, name: string, after: LogGroup): void {
    this.writes.push(record);
    this.onWrite?.();
    const error = this.failures.get(name)?.shift();
    if (error !== undefined) {
      throw error;
    }
    if (!this.staysInvisible) {
      this.groups = this.groups.map((group) => (group.name === name ? after : group));
    }
  }
}

export interface FakeSession extends AwsSession {
  readonly keys: FakeKeys;
  inRegion(region: string): FakeSession;
  readonly logGroups: FakeLogGroups;
}

export function fakeSession(changes: { profile?: string; account?: string; region?: string } = {}): FakeSession {
  const { profile, account = ACCOUNT, region = REGION } = changes;
  const keys = new FakeKeys();
  const elsewhere = new Map<string, FakeSession>();
  return {
    inRegion(other) {
      const there = other === region ? this : (elsewhere.get(other) ?? fakeSession({ ...changes, region: other }));
      elsewhere.set(other, there);
      return there;
    },
    ...(profile === undefined ? {} : { profile }),
    region,
    identity: { account, arn: `arn:aws:iam::${account}:user/alice` },
    keys,
    logGroups: new FakeLogGroups(),
    findSetting: (ref) =>
      ref.account === account && ref.region === region && ref.kind === 'kms.keyPolicy'
        ? policySetting(keys, ref.resource)
        : undefined,
  };
}

/** The policy of a key in memory; `failures` under `put ARN` make a write reject. */
function policySetting(keys: FakeKeys, arn: string): Setting {
  return {
    read: () => keys.loadPolicy(arn),
    write: async (value) => {
      const error = keys.failures.get(`put ${arn}`);
      if (error !== undefined) {
        throw error;
      }
      keys.policies.set(arn, String(value));
    },
    isSame: (a, b) => canonicalPolicy(String(a)) === canonicalPolicy(String(b)),
  };
}

/** An AWS module whose sign-ins a test answers one by one. */
export class FakeAws implements AwsModule {
  readonly connects: { options: ConnectOptions; resolve(session: AwsSession): void; reject(error: Error): void }[] = [];
  profiles: readonly ProfileSummary[] = [];

  connect(options: ConnectOptions): Promise<AwsSession> {
    return new Promise((resolve, reject) => this.connects.push({ options, resolve, reject }));
  }

  async listProfiles(): Promise<readonly ProfileSummary[]> {
    return this.profiles;
  }

  /** Answers the newest sign-in. */
  signIn(session: AwsSession): void {
    this.connects.at(-1)?.resolve(session);
  }

  fail(error: Error): void {
    this.connects.at(-1)?.reject(error);
  }
}

export class FakeLogger implements Logger {
  readonly lines: string[] = [];

  debug(message: string): void {
    this.lines.push(`debug ${message}`);
  }

  info(message: string): void {
    this.lines.push(`info ${message}`);
  }

  warn(message: string): void {
    this.lines.push(`warn ${message}`);
  }

  error(message: string): void {
    this.lines.push(`error ${message}`);
  }
}

export interface AskedQuestion {
  readonly question: Question;
  readonly choices: readonly Choice<unknown>[];
}

type Reply = string | readonly string[] | 'BACK' | 'DISMISS';

/**
 * Answers questions from a script: a label (or labels) to pick, `BACK`, `DISMISS`. A label may be given by its
 * beginning without the icon. Fails the test when the script is too short or names no choice.
 */
export class ScriptedPrompts implements Prompts {
  readonly asked: AskedQuestion[] = [];
  readonly confirmations: { message: string; detail: string; verb: string }[] = [];
  readonly told: string[] = [];
  readonly inputs: string[] = [];
  confirms = true;
  /** Called before each answer, with the number of the question from 1. */
  beforeAnswer: ((count: number) => void) | undefined;
  readonly #replies: Reply[];

  constructor(...replies: Reply[]) {
    this.#replies = replies;
  }

  async pickOne<T>(question: Question, choices: Promise<readonly Choice<T>[]>): Promise<Answer<T>> {
    const answer = this.#reply(question, await choices);
    return answer.kind === 'picked' ? { kind: 'picked', value: answer.value[0] as T } : answer;
  }

  async pickMany<T>(question: Question, search: SearchChoices<T>): Promise<Answer<readonly T[]>> {
    const token = { isCancellationRequested: false, onCancellationRequested: new EventEmitter<void>().event };
    return this.#reply(question, await search('', token));
  }

  /** The next reply of the script; a text that is not valid fails the test, as it could not be entered. */
  async input({ title, validate }: TextQuestion): Promise<string | undefined> {
    this.inputs.push(title);
    const reply = this.#replies.shift();
    if (typeof reply !== 'string' || reply === 'DISMISS') {
      return undefined;
    }
    const complaint = validate?.(reply);
    if (complaint !== undefined) {
      throw new Error(`"${title}" does not take "${reply}": ${complaint}`);
    }
    return reply;
  }

  async enter(question: TextQuestion): Promise<Answer<string>> {
    this.beforeAnswer?.(this.inputs.length + 1);
    if (this.#replies[0] === 'BACK') {
      this.inputs.push(question.title);
      this.#replies.shift();
      return { kind: 'back' };
    }
    const value = await this.input(question);
    return value === undefined ? { kind: 'dismissed' } : { kind: 'picked', value };
  }

  async tell(message: string, detail: string): Promise<void> {
    this.told.push(`${message}: ${detail}`);
  }

  async confirm(message: string, detail: string, verb: string): Promise<boolean> {
    this.confirmations.push({ message, detail, verb });
    return this.confirms;
  }

  /** What the last question said, line by line. */
  get lastLabels(): string[] {
    return (this.asked.at(-1)?.choices ?? []).map(({ label }) => label);
  }

  #reply<T>(question: Question, choices: readonly Choice<T>[]): Answer<readonly T[]> {
    this.asked.push({ question, choices });
    this.beforeAnswer?.(this.asked.length);
    const reply = this.#replies.shift();
    if (reply === undefined) {
      throw new Error(`No answer is scripted for "${question.title}"`);
    }
    if (reply === 'BACK') {
      return { kind: 'back' };
    }
    if (reply === 'DISMISS') {
      return { kind: 'dismissed' };
    }
    const wanted = typeof reply === 'string' ? [reply] : reply;
    return { kind: 'picked', value: wanted.map((label) => findChoice(choices, label, question).value) };
  }
}

function findChoice<T>(choices: readonly Choice<T>[], wanted: string, { title }: Question): Choice<T> {
  const found = choices.find(({ label }) => label.replace(/^\$\([^)]*\) /, '') === wanted);
  if (found === undefined) {
    throw new Error(`"${title}" offers no "${wanted}", but: ${choices.map(({ label }) => label).join(', ')}`);
  }
  return found;
}

/** Lets everything that is ready to run, run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
  }
  await new Promise((resolve) => setImmediate(resolve));
}
