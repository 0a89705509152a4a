import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../logger.js';
import type { Plan } from './plan.js';
import { isOpen, type PlanJournal, type PlanRecord, type StepRecord } from './planJournal.js';

/** Plans that are kept for undo, history and audit; older ones are dropped once they have ended. */
const MAX_PLANS = 500;
const SUFFIX = '.plan.jsonl';

type Line =
  | { readonly plan: Plan }
  | { readonly step: string; readonly record: StepRecord }
  | { readonly endedAt: string };

/**
 * A journal of one file per plan: the plan in the first line, then a line for each thing that happened. Lines are only
 * ever added and flushed, so that a crash costs the last line at most, and thousands of steps cost one line each.
 */
export class FilePlanJournal implements PlanJournal {
  readonly #files = new Map<string, Promise<FileHandle>>();
  /** The last line on its way into each file: lines follow each other. */
  readonly #writes = new Map<string, Promise<void>>();

  constructor(
    private readonly directory: string,
    private readonly logger: Logger,
  ) {}

  async list(): Promise<readonly PlanRecord[]> {
    const names = await readdir(this.directory).catch(() => [] as string[]);
    const records = await Promise.all(names.filter((name) => name.endsWith(SUFFIX)).map((name) => this.#read(name)));
    return records
      .filter((record) => record !== undefined)
      .sort((a, b) => b.plan.createdAt.localeCompare(a.plan.createdAt));
  }

  async begin(plan: Plan): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const file = this.#file(plan.id);
    const isKnown = await readFile(file).then(
      () => true,
      () => false,
    );
    if (!isKnown) {
      await writeWhole(file, toLine({ plan }));
      await this.#prune();
    }
  }

  async note(planId: string, step: string, record: StepRecord): Promise<void> {
    await this.#append(planId, { step, record });
  }

  async end(planId: string, endedAt: string): Promise<void> {
    await this.#append(planId, { endedAt });
    await this.#close(planId);
  }

  async remove(planId: string): Promise<void> {
    await this.#close(planId);
    await rm(this.#file(planId), { force: true });
  }

  #append(planId: string, line: Line): Promise<void> {
    const before = this.#writes.get(planId) ?? Promise.resolve();
    const write = before.then(() => this.#write(planId, line));
    // A line that failed is the business of whoever wrote it; the next one is tried all the same.
    this.#writes.set(
      planId,
      write.catch(() => undefined),
    );
    return write;
  }

  async #write(planId: string, line: Line): Promise<void> {
    let opened = this.#files.get(planId);
    if (opened === undefined) {
      opened = open(this.#file(planId), 'a');
      this.#files.set(planId, opened);
    }
    const handle = await opened;
    await handle.appendFile(toLine(line));
    await handle.datasync();
  }

  async #close(planId: string): Promise<void> {
    await this.#writes.get(planId);
    const handle = await this.#files.get(planId);
    this.#files.delete(planId);
    this.#writes.delete(planId);
    await handle?.close();
  }

  async #prune(): Promise<void> {
    const old = (await this.list()).slice(MAX_PLANS).filter((record) => !isOpen(record));
    await Promise.all(old.map(({ plan }) => this.remove(plan.id)));
  }

  async #read(name: string): Promise<PlanRecord | undefined> {
    try {
      const [first = '', ...rest] = (await readFile(path.join(this.directory, name), 'utf8')).split('\n');
      const head: unknown = JSON.parse(first);
      if (hasPlan(head)) {
        return readRecord(head.plan, rest);
      }
    } catch {
      // Told below, as any other file that is no record.
    }
    this.logger.warn(`the journal of plans has a file that cannot be read: ${name}`);
    return undefined;
  }

  #file(planId: string): string {
    return path.join(this.directory, `${encodeURIComponent(planId)}${SUFFIX}`);
  }
}

function readRecord(plan: Plan, lines: readonly string[]): PlanRecord {
  const steps = new Map<string, StepRecord>();
  let endedAt: string | undefined;
  for (const text of lines) {
    const line = parseLine(text);
    if (line !== undefined && 'step' in line) {
      steps.set(line.step, line.record);
      endedAt = undefined; // taken up again after it had ended
    } else if (line !== undefined && 'endedAt' in line) {
      endedAt = line.endedAt;
    }
  }
  return { plan, steps, ...(endedAt === undefined ? {} : { endedAt }) };
}

/** Undefined for a line that a crash cut off, and for what a later version may add. */
function parseLine(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Line) : undefined;
  } catch {
    return undefined;
  }
}

function hasPlan(value: unknown): value is { readonly plan: Plan } {
  if (typeof value !== 'object' || value === null || !('plan' in value)) {
    return false;
  }
  const { plan } = value;
  return typeof plan === 'object' && plan !== null && 'id' in plan && 'createdAt' in plan && 'steps' in plan;
}

/** The file is there whole, or not at all. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

/** A line begins with a line break, so that one that was cut off cannot spoil the next. */
function toLine(line: Line): string {
  const text = JSON.stringify(line);
  return 'plan' in line ? text : `\n${text}`;
}
