import { parseArgs } from 'node:util';
import { startAwsLocal } from './index.js';

const USAGE = `Usage: aws-local --seed FILE [--port N] [--wall-clock]

Starts a local AWS endpoint (KMS, CloudWatch Logs, STS) with the accounts of a seed file, and prints one line of JSON
with its address: {"url":"http://127.0.0.1:4566"}. Stops on SIGINT and SIGTERM.

  --seed FILE    accounts, keys and log groups to begin with
  --port N       port on 127.0.0.1; a free one when left out
  --wall-clock   use the time of this machine instead of a fixed moment
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      port: { type: 'string' },
      'wall-clock': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(USAGE);
    return;
  }
  if (values.seed === undefined) {
    throw new Error('--seed FILE is missing');
  }
  const port = Number(values.port ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port must be a number from 0 to 65535, not "${values.port}"`);
  }
  const awsLocal = await startAwsLocal({
    seed: values.seed,
    port,
    ...(values['wall-clock'] === true ? { now: () => Date.now() } : {}),
  });
  process.stdout.write(`${JSON.stringify({ url: awsLocal.url })}\n`);
  const stop = () => {
    awsLocal.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`aws-local: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
});
