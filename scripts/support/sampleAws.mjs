import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { start, stop } from './processes.mjs';

/** The profiles of the sample: who signs in, by the access key in the seed, and where. The first is the default one. */
const PROFILES = [
  { name: 'sample', accessKeyId: 'AKIASAMPLE0000000001', region: 'us-east-1' },
  { name: 'sample-audit', accessKeyId: 'AKIASAMPLE0000000002', region: 'us-east-1' },
  { name: 'sample-expired', accessKeyId: 'AKIASAMPLE0000000003', region: 'us-east-1' },
  { name: 'sample-empty', accessKeyId: 'AKIASAMPLE0000000004', region: 'us-east-1' },
  { name: 'other-account', accessKeyId: 'AKIASAMPLE0000000005', region: 'eu-west-1' },
];

/**
 * Starts the local AWS endpoint with the sample accounts, and writes AWS files whose profiles lead there and nowhere else.
 * @param {{ port?: number, directory: string, seed?: string }} options `directory` receives the files.
 * @returns {Promise<{ url: string, profiles: readonly string[], env: Record<string, string>, close: () => Promise<void> }>} `env` is for the process
 *   that is to use the profiles. The endpoint ends with this process.
 */
export async function startSampleAws({ port = 0, directory, seed = inRoot('test/aws-local/seeds/sample.json') }) {
  const { url, child } = await startEndpoint(port, seed);
  const principals = JSON.parse(await readFile(seed, 'utf8')).accounts.flatMap((account) => account.principals ?? []);
  const profiles = PROFILES.map((profile) => ({ ...profile, principal: findPrincipal(principals, profile, seed) }));
  const folder = join(directory, 'aws');
  await mkdir(folder, { recursive: true });
  const configFile = join(folder, 'config');
  const credentialsFile = join(folder, 'credentials');
  await writeFile(configFile, profiles.map((profile) => configSection(profile, url)).join('\n'));
  await writeFile(credentialsFile, profiles.map(credentialsSection).join('\n'), { mode: 0o600 });
  return {
    url,
    close: async () => stop(child),
    profiles: profiles.map(({ name }) => name),
    env: {
      AWS_CONFIG_FILE: configFile,
      AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
      AWS_PROFILE: profiles[0].name,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  };
}

function findPrincipal(principals, { name, accessKeyId }, seed) {
  const principal = principals.find((candidate) => candidate.accessKeyId === accessKeyId);
  if (principal === undefined) {
    throw new Error(`The profile "${name}" needs the access key ${accessKeyId}, which "${seed}" does not have.`);
  }
  return principal;
}

const configSection = ({ name, region }, url) => `[profile ${name}]
region = ${region}
endpoint_url = ${url}
`;

const credentialsSection = ({ name, principal: { accessKeyId, secretAccessKey, sessionToken } }) => `[${name}]
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey ?? 'none'}
${sessionToken === undefined ? '' : `aws_session_token = ${sessionToken}\n`}`;

function startEndpoint(port, seed) {
  const child = start(process.execPath, [inRoot('out/awsLocal.cjs'), '--seed', seed, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const line = /^\{.*"url".*\}$/m.exec(output);
      if (line !== null) {
        resolve({ url: JSON.parse(line[0]).url, child });
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The local AWS endpoint ended with exit code ${code}.\n${output}`)));
  });
}
