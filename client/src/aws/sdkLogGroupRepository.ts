import {
  AssociateKmsKeyCommand,
  type CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DisassociateKmsKeyCommand,
  type LogGroup as SdkLogGroup,
} from '@aws-sdk/client-cloudwatch-logs';
import { Emitter } from './emitter.js';
import type { Send } from './kmsCalls.js';
import type { LogGroup, LogGroupList, LogGroupPage, LogGroupRepository } from './ports.js';

/** The most that DescribeLogGroups gives at once. */
const GROUPS_PER_PAGE = 50;
/** Pages that one "load more" reads: enough to scroll, within the quota of ten requests a second. */
const PAGES_PER_LOAD = 4;

interface Loaded {
  readonly groups: LogGroup[];
  nextToken: string | undefined;
}

/** Log groups of one session, read through the SDK page by page. */
export class SdkLogGroupRepository implements LogGroupRepository {
  readonly #changes = new Emitter<void>();
  readonly onDidChange = this.#changes.event;
  #prefix = '';
  #loaded: Promise<Loaded> | undefined;
  #loadingMore: Promise<void> | undefined;

  /** `send` is cancelled with the session, the others are not; only `sendWrite` changes anything. */
  constructor(
    private readonly logs: CloudWatchLogsClient,
    private readonly send: Send,
    private readonly sendToTheEnd: Send,
    private readonly sendWrite: Send,
  ) {}

  async list(): Promise<LogGroupList> {
    const prefix = this.#prefix;
    this.#loaded ??= this.#loadFirst(prefix);
    const { groups, nextToken } = await this.#loaded;
    return { groups: [...groups], hasMore: nextToken !== undefined, prefix };
  }

  loadMore(): Promise<void> {
    this.#loadingMore ??= this.#loadMore().finally(() => {
      this.#loadingMore = undefined;
    });
    return this.#loadingMore;
  }

  search(prefix: string): void {
    this.#prefix = prefix;
    this.refresh();
  }

  async loadPage(prefix: string, nextToken?: string): Promise<LogGroupPage> {
    return this.#loadPage(this.send, prefix, nextToken);
  }

  async find(name: string): Promise<LogGroup | undefined> {
    // The prefix search also answers with the neighbours: /app finds /app/web. Names are sorted, so the exact name, if
    // it exists, is the first of them.
    const page = await this.#loadPage(this.sendToTheEnd, name);
    return page.groups.find((group) => group.name === name);
  }

  async associateKey(name: string, keyArn: string): Promise<void> {
    const input = { logGroupName: name, kmsKeyId: keyArn };
    await this.sendWrite('logs:AssociateKmsKey', () => this.logs.send(new AssociateKmsKeyCommand(input)));
  }

  async disassociateKey(name: string): Promise<void> {
    const input = { logGroupName: name };
    await this.sendWrite('logs:DisassociateKmsKey', () => this.logs.send(new DisassociateKmsKeyCommand(input)));
  }

  refresh(): void {
    this.#loaded = undefined;
    this.#changes.fire();
  }

  async #loadFirst(prefix: string): Promise<Loaded> {
    const page = await this.#loadPage(this.send, prefix);
    return { groups: [...page.groups], nextToken: page.nextToken };
  }

  async #loadMore(): Promise<void> {
    const current = this.#loaded;
    const prefix = this.#prefix;
    const loaded = await current;
    if (loaded === undefined) {
      return;
    }
    for (let count = 0; count < PAGES_PER_LOAD && loaded.nextToken !== undefined; count += 1) {
      const page = await this.#loadPage(this.send, prefix, loaded.nextToken);
      if (this.#loaded !== current) {
        return; // refreshed or searched meanwhile: this page belongs to a list nobody looks at
      }
      loaded.groups.push(...page.groups);
      loaded.nextToken = page.nextToken;
    }
    this.#changes.fire();
  }

  async #loadPage(send: Send, prefix: string, nextToken?: string): Promise<LogGroupPage> {
    const input = {
      limit: GROUPS_PER_PAGE,
      ...(prefix === '' ? {} : { logGroupNamePrefix: prefix }),
      ...(nextToken === undefined ? {} : { nextToken }),
    };
    const answer = await send('logs:DescribeLogGroups', (abortSignal) =>
      this.logs.send(new DescribeLogGroupsCommand(input), { abortSignal }),
    );
    const groups = (answer.logGroups ?? []).map(toLogGroup);
    return { groups, ...(answer.nextToken === undefined ? {} : { nextToken: answer.nextToken }) };
  }
}

function toLogGroup(group: SdkLogGroup): LogGroup {
  return {
    name: group.logGroupName ?? '',
    // `arn` ends with `:*`; the encryption context and AssociateKmsKey want it without.
    arn: (group.arn ?? '').replace(/:\*$/, ''),
    ...(group.kmsKeyId === undefined ? {} : { kmsKeyArn: group.kmsKeyId }),
    ...(group.retentionInDays === undefined ? {} : { retentionInDays: group.retentionInDays }),
    ...(group.logGroupClass === undefined ? {} : { logGroupClass: group.logGroupClass }),
    ...(group.storedBytes === undefined ? {} : { storedBytes: group.storedBytes }),
    ...(group.creationTime === undefined ? {} : { createdAt: new Date(group.creationTime) }),
  };
}
