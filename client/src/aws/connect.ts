import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { failureError, toFailure } from './failures.js';
import type { Send } from './kmsCalls.js';
import type { AwsSession, ConnectOptions } from './ports.js';
import { createSdkClients, type SdkClients, sendRecorded } from './sdkClients.js';
import { SdkKeyRepository } from './sdkKeyRepository.js';
import { SdkLogGroupRepository } from './sdkLogGroupRepository.js';
import { createSettingFinder } from './settings/index.js';
import { findSignIn, loadSharedFiles, type SharedFiles } from './sharedFiles.js';

/**
 * Signs in: finds the Region, resolves credentials by the standard AWS chain for the profile, and asks AWS whose they
 * are. Rejects with an `AwsFailureError`; nothing is sent when no Region is known, since a guessed one would show
 * another Region's keys as if they were all.
 */
export async function connect(options: ConnectOptions): Promise<AwsSession> {
  const { env } = process;
  const effectiveProfile = options.profile ?? env['AWS_PROFILE'] ?? 'default';
  const { files, region, clientsIn } = await prepare(options, effectiveProfile);
  const { sts } = clientsIn(region);
  const signIn = findSignIn(files, effectiveProfile);
  const recording = { onRequest: options.onRequest, signIn };
  const send: Send = (action, request) => sendRecorded(action, () => request(options.signal), recording);
  const neverAborted = new AbortController().signal;
  const sendToTheEnd: Send = (action, request) => sendRecorded(action, () => request(neverAborted), recording);
  // The one way by which anything is changed: what may only read is stopped here, before a request exists.
  const sendWrite: Send = (action, request) =>
    options.isReadOnly?.() === true ? Promise.reject(readOnlyError(action)) : sendToTheEnd(action, request);

  const identity = await send('sts:GetCallerIdentity', (abortSignal) =>
    // The credential chain takes no signal: without the race, a slow sign-in would outlive a switch.
    untilAborted(abortSignal, sts.send(new GetCallerIdentityCommand({}), { abortSignal })),
  );
  const sessions = new Map<string, AwsSession>();
  const sessionIn = (place: string, there: SdkClients): AwsSession => {
    const account = identity.Account ?? '';
    const session: AwsSession = {
      ...(options.profile === undefined ? {} : { profile: options.profile }),
      region: place,
      identity: { account, arn: identity.Arn ?? '' },
      keys: new SdkKeyRepository(there.kms, send),
      logGroups: new SdkLogGroupRepository(there.logs, send, sendToTheEnd, sendWrite),
      findSetting: createSettingFinder({
        clients: there,
        clientsIn,
        account,
        region: place,
        sendRead: sendToTheEnd,
        sendWrite,
        startedMs: Date.now(),
      }),
      inRegion: (other) => sessions.get(other) ?? sessionIn(other, clientsIn(other)),
    };
    sessions.set(place, session);
    return session;
  };
  return sessionIn(region, clientsIn(region));
}

function readOnlyError(action: string): Error {
  return failureError({ kind: 'readOnly', action, message: `${action} is not sent: this session only reads.` });
}

async function prepare(
  options: ConnectOptions,
  profile: string,
): Promise<{ files: SharedFiles; region: string; clientsIn: (region: string) => SdkClients }> {
  try {
    const files = await loadSharedFiles();
    if (options.profile !== undefined && files.profiles[options.profile] === undefined) {
      throw failureError({
        kind: 'noCredentials',
        code: 'ProfileNotFound',
        message: `The AWS config files have no profile "${options.profile}".`,
      });
    }
    const region = options.region || process.env['AWS_REGION'] || files.profiles[profile]?.['region'];
    if (!region) {
      throw failureError({ kind: 'noRegion', message: `No Region is set for the profile "${profile}".` });
    }
    const made = new Map<string, SdkClients>();
    const clientsIn = (place: string): SdkClients => {
      const clients =
        made.get(place) ??
        createSdkClients(options, { effectiveProfile: profile, region: place, files, env: process.env });
      made.set(place, clients);
      return clients;
    };
    clientsIn(region); // settings that contradict each other are told now
    return { files, region, clientsIn };
  } catch (error) {
    throw failureError(toFailure(error));
  }
}

async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  // Whoever comes first, the other's rejection must not go unhandled.
  work.catch(() => undefined);
  if (signal.aborted) {
    throw abortError();
  }
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(abortError());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function abortError(): Error {
  return Object.assign(new Error('Request aborted'), { name: 'AbortError' });
}
