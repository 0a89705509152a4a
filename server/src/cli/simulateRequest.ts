import * as l10n from '@vscode/l10n';
import { inferOwner } from '../policy/access/owner.js';
import { policyFromValue } from '../policy/evaluate/policyFromValue.js';
import { UsageError } from './exitCode.js';
import type { CliIo } from './io.js';
import { readJsonFile } from './readJsonFile.js';

/** What the options of `sealwright simulate` say of one request. */
export interface RequestOptions {
  readonly principal?: string | undefined;
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
  readonly context?: readonly string[] | undefined;
  readonly 'context-partial': boolean;
  readonly 'key-policy'?: string | undefined;
  readonly 'identity-policy'?: readonly string[] | undefined;
  readonly 'no-identity-policies': boolean;
  readonly boundary?: string | undefined;
  readonly 'no-boundary': boolean;
  readonly 'session-policy'?: readonly string[] | undefined;
  readonly 'no-session-policies': boolean;
  readonly scp?: readonly string[] | undefined;
  readonly rcp?: readonly string[] | undefined;
  readonly 'no-guardrails': boolean;
  readonly 'endpoint-policy'?: string | undefined;
  readonly grants?: string | undefined;
  readonly 'no-grants': boolean;
  readonly key?: string | undefined;
  readonly 'key-spec'?: string | undefined;
  readonly 'key-usage'?: string | undefined;
  readonly 'key-state'?: string | undefined;
  readonly 'key-origin'?: string | undefined;
  readonly 'key-account'?: string | undefined;
  readonly complete: boolean;
}

/**
 * Puts the options together to the request that a line of `--jsonl` would hold.
 *
 * @throws UsageError on files that cannot be read and on options that contradict each other
 */
export async function toRequest(options: RequestOptions, io: CliIo): Promise<Readonly<Record<string, unknown>>> {
  const { complete } = options;
  const policy = async (file: string | undefined) =>
    file === undefined ? undefined : unwrap(await readJsonFile(file, io));
  const namedPolicy = async (file: string) => ({ name: l10n.t('policy "{0}"', file), policy: await policy(file) });
  const policies = (files: readonly string[] | undefined) =>
    files === undefined ? undefined : Promise.all(files.map(namedPolicy));
  const given = async <T>(value: Promise<T>, none: boolean, empty: unknown, names: readonly [string, string]) => {
    const known = await value;
    if (known !== undefined && none) {
      throw new UsageError(l10n.t('"{0}" and "{1}" contradict each other.', ...names));
    }
    return known ?? (none || complete ? empty : undefined);
  };
  const keyPolicy = await policy(options['key-policy']);
  const grants = options.grants === undefined ? undefined : readJsonFile(options.grants, io);
  const none = options['no-guardrails'];
  return withoutUndefined({
    principal: require(options.principal, '--principal'),
    action: require(options.action, '--action'),
    resource: options.resource,
    context: contextOf(options.context ?? []),
    contextIsPartial: options['context-partial'],
    keyPolicy,
    identityPolicies: await given(
      Promise.resolve(policies(options['identity-policy'])),
      options['no-identity-policies'],
      [],
      ['--identity-policy', '--no-identity-policies'],
    ),
    boundary: await given(policy(options.boundary), options['no-boundary'], null, ['--boundary', '--no-boundary']),
    sessionPolicies: await given(
      Promise.resolve(policies(options['session-policy'])),
      options['no-session-policies'],
      [],
      ['--session-policy', '--no-session-policies'],
    ),
    scps: await given(Promise.resolve(policies(options.scp)), none, [], ['--scp', '--no-guardrails']),
    rcps: await given(Promise.resolve(policies(options.rcp)), none, [], ['--rcp', '--no-guardrails']),
    endpointPolicy: await policy(options['endpoint-policy']),
    grants: await given(Promise.resolve(grants), options['no-grants'], [], ['--grants', '--no-grants']),
    key: await keyOf(options, keyPolicy, io),
  });
}

/** The account of the key is the one that its policy tells of, unless an option says which key it is. */
async function keyOf(options: RequestOptions, keyPolicy: unknown, io: CliIo): Promise<object> {
  const told = options.key === undefined ? {} : await readJsonFile(options.key, io);
  const isTold = options.key !== undefined || options.resource?.startsWith('arn:') === true;
  const policy = isTold || keyPolicy === undefined ? undefined : policyFromValue(keyPolicy);
  return {
    ...(policy !== undefined && { account: inferOwner(policy) }),
    ...(typeof told === 'object' ? told : {}),
    ...withoutUndefined({
      keySpec: options['key-spec'],
      keyUsage: options['key-usage'],
      state: options['key-state'],
      origin: options['key-origin'],
      account: options['key-account'],
    }),
  };
}

/** `KEY=VALUE`; a key that is given several times has several values. */
function contextOf(pairs: readonly string[]): Record<string, string[]> {
  const context: Record<string, string[]> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals <= 0) {
      throw new UsageError(l10n.t('"{0}" is no pair of a condition key and a value: write KEY=VALUE.', pair));
    }
    const key = pair.slice(0, equals);
    context[key] = [...(context[key] ?? []), pair.slice(equals + 1)];
  }
  return context;
}

function require(value: string | undefined, option: string): string {
  if (value === undefined) {
    throw new UsageError(l10n.t('The option "{0}" is needed.', option));
  }
  return value;
}

/** What `aws kms get-key-policy` prints holds the policy as a text. */
function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('Policy' in value) || typeof value.Policy !== 'string') {
    return value;
  }
  try {
    return JSON.parse(value.Policy);
  } catch {
    return value.Policy; // the reader says what is wrong with it
  }
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
