import { type CancellationToken, LSPErrorCodes, type RemoteConsole, ResponseError } from 'vscode-languageserver';

/**
 * The error boundary of requests: a request that fails answers `fallback` and is logged by name, a cancelled one is
 * refused as cancelled. Nothing that a document holds is ever logged.
 */
export async function runSafe<T>(
  name: string,
  console: RemoteConsole,
  token: CancellationToken,
  fallback: T,
  work: () => T | Promise<T>,
): Promise<T> {
  refuseWhenCancelled(name, token);
  let result = fallback;
  try {
    result = await work();
  } catch (error) {
    console.error(`${name} failed: ${describe(error)}`);
  }
  refuseWhenCancelled(name, token);
  return result;
}

function refuseWhenCancelled(name: string, token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`);
  }
}

/** Name and stack, but no message: a message may quote the document. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) {
    return typeof error;
  }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 12)].join('\n');
}
