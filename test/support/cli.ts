import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundlePath } from './bundle.js';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled command line as a process, without a terminal. */
export function runCli(
  args: readonly string[],
  options: { cwd: string; stdin?: string | Uint8Array; env?: NodeJS.ProcessEnv },
) {
  return new Promise<CliResult>((resolve, reject) => {
    const env = { PATH: process.env['PATH'], LANG: 'C', ...options.env };
    const child = spawn(process.execPath, [bundlePath('cli.js'), ...args], { cwd: options.cwd, env });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(options.stdin);
  });
}

/** A folder with these files, removed by `remove`. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): { path: string; remove: () => void } {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sealwright-cli-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
