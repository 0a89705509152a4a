import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A policy that was saved in the editor and not yet applied to its key. */
export interface PolicyDraft {
  readonly keyArn: string;
  readonly text: string;
  /** The live policy that the draft was made from, exactly as KMS gave it. */
  readonly base: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Drafts by key, on this machine: a draft outlives the editor, and nothing of it is sent before it is reviewed. */
export interface DraftStore {
  find(keyArn: string): Promise<PolicyDraft | undefined>;
  save(draft: PolicyDraft): Promise<void>;
  discard(keyArn: string): Promise<void>;
}

export class FileDraftStore implements DraftStore {
  constructor(private readonly directory: string) {}

  async find(keyArn: string): Promise<PolicyDraft | undefined> {
    try {
      const value: unknown = JSON.parse(await readFile(this.#file(keyArn), 'utf8'));
      return isDraft(value) && value.keyArn === keyArn ? value : undefined;
    } catch {
      return undefined; // there is none, or a crash left half of one: the live policy is the truth then
    }
  }

  async save(draft: PolicyDraft): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const file = this.#file(draft.keyArn);
    await writeFile(`${file}.new`, JSON.stringify(draft), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  async discard(keyArn: string): Promise<void> {
    await rm(this.#file(keyArn), { force: true });
  }

  #file(keyArn: string): string {
    return path.join(this.directory, `${createHash('sha256').update(keyArn).digest('hex').slice(0, 32)}.json`);
  }
}

function isDraft(value: unknown): value is PolicyDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'keyArn' in value &&
    'text' in value &&
    typeof value.text === 'string' &&
    'base' in value &&
    typeof value.base === 'string' &&
    'savedAt' in value &&
    typeof value.savedAt === 'number'
  );
}
