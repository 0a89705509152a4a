import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

interface Tally {
  add(tests: readonly { readonly title: string; readonly state: string; readonly error?: string }[]): void;
  fail(title: string, error: string): void;
  printFailures(): void;
  sumLine(): string;
  hasFailed(): boolean;
}

const script = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/support/tally.mjs')).href;
const { createTally }: { createTally(): Tally } = await import(script);

let printed: string[];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

describe('The sum of a test run', () => {
  it('adds up all runners', () => {
    const tally = createTally();
    tally.add([
      { title: 'a', state: 'passed' },
      { title: 'b', state: 'skipped' },
    ]);
    tally.add([{ title: 'c', state: 'passed' }]);
    expect(tally.sumLine()).toBe('2 passed, 0 failed, 1 skipped');
    expect(tally.hasFailed()).toBe(false);
  });

  it('counts a runner that crashed as a failure', () => {
    const tally = createTally();
    tally.add([{ title: 'a', state: 'passed' }]);
    tally.fail('VS Code', 'The browser ended.');
    expect(tally.sumLine()).toBe('1 passed, 1 failed, 0 skipped');
    expect(tally.hasFailed()).toBe(true);
  });

  it('is a failure when nothing ran', () => {
    const tally = createTally();
    expect(tally.sumLine()).toBe('0 passed, 0 failed, 0 skipped');
    expect(tally.hasFailed()).toBe(true);
  });

  it('names what failed with the beginning of its error, and what was skipped', () => {
    const tally = createTally();
    tally.add([
      { title: 'the failing one', state: 'failed', error: 'first line\n2\n3\n4\nfifth line' },
      { title: 'the skipped one', state: 'skipped' },
      { title: 'the good one', state: 'passed' },
    ]);
    tally.printFailures();
    const text = printed.join('\n');
    expect(text).toContain('the failing one');
    expect(text).toContain('first line');
    expect(text).not.toContain('fifth line');
    expect(text).toContain('the skipped one');
    expect(text).not.toContain('the good one');
  });
});
