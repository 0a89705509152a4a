import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SAMPLE = fileURLToPath(new URL('../aws-local/seeds/sample.json', import.meta.url));

let folder = '';
let program = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-local-'));
  program = join(folder, 'awsLocal.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../aws-local/cli.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function run(...options: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function outcomeOf(child: ChildProcess): Promise<{ readonly code: number | null; readonly text: string }> {
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    text += String(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, text };
}

describe('the endpoint as a process', () => {
  it('prints its address as one line of JSON, serves, and stops when told', async () => {
    const child = run('--seed', SAMPLE);
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', (chunk) => resolve(String(chunk))));
    expect(line).toMatch(/^\{"url":"http:\/\/127\.0\.0\.1:\d+"\}\n$/);
    const { url } = JSON.parse(line) as { url: string };
    const kms = new KMSClient({
      endpoint: url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIASAMPLE0000000001', secretAccessKey: 'x' },
    });
    expect((await kms.send(new ListKeysCommand({}))).Keys).toHaveLength(16);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    await expect(fetch(url)).rejects.toThrow();
  });

  it.each([
    ['no seed', [], '--seed FILE is missing'],
    ['a port that is none', ['--seed', SAMPLE, '--port', 'x'], '--port must be a number from 0 to 65535, not "x"'],
    ['an unknown option', ['--sead', SAMPLE], "Unknown option '--sead'"],
    ['a missing file', ['--seed', 'none.json'], 'none.json'],
  ])('ends with code 2 and a reason for %s', async (_, options, reason) => {
    const { code, text } = await outcomeOf(run(...options));
    expect(code).toBe(2);
    expect(text).toContain(reason);
    expect(text).toContain('Usage: aws-local');
  });

  it('names the file and the field of a wrong seed', async () => {
    const seed = join(folder, 'wrong.json');
    await writeFile(
      seed,
      JSON.stringify({ accounts: [{ id: '111122223333', regions: { 'us-east-1': { keys: [{}] } } }] }),
    );
    const { text } = await outcomeOf(run('--seed', seed));
    expect(text).toContain(`Seed "${seed}": accounts[0].regions.us-east-1.keys[0].id must be a UUID`);
  });
});
