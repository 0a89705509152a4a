import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CurrentSession, type SessionChoice } from '../../client/src/platform/sessions.js';
import { fake } from '../support/fakeVscode.js';
import { FakeAws, FakeLogger, failure, fakeSession, settle } from './fakes.js';

let aws: FakeAws;
let choice: SessionChoice;
let trusted: boolean;
let sessions: CurrentSession;
let logger: FakeLogger;

beforeEach(() => {
  fake.reset();
  aws = new FakeAws();
  choice = { profile: 'dev' };
  trusted = true;
  logger = new FakeLogger();
  sessions = new CurrentSession({
    loadAws: () => aws,
    readChoice: () => choice,
    logger,
    isTrusted: () => trusted,
  });
});

afterEach(() => sessions.dispose());

describe('signing in', () => {
  it('does nothing until somebody needs a session', () => {
    expect(aws.connects).toHaveLength(0);
    expect(sessions.state.kind).toBe('none');
  });

  it('signs in once for two callers', async () => {
    const both = Promise.all([sessions.ensure(), sessions.ensure()]);
    await settle();
    const session = fakeSession();
    aws.signIn(session);
    expect(await both).toEqual([session, session]);
    expect(aws.connects).toHaveLength(1);
    expect(sessions.state).toEqual({ kind: 'ready', session });
  });

  it('passes on the chosen profile and Region', async () => {
    choice = { profile: 'audit', region: 'eu-west-1' };
    void sessions.ensure().catch(() => undefined);
    await settle();
    expect(aws.connects[0]?.options).toMatchObject({ profile: 'audit', region: 'eu-west-1' });
  });

  it('keeps a failure for everybody, without asking AWS again', async () => {
    const first = sessions.ensure();
    await settle();
    aws.fail(failure('expired'));
    await expect(first).rejects.toMatchObject({ awsFailure: { kind: 'expired' } });
    await expect(sessions.ensure()).rejects.toMatchObject({ awsFailure: { kind: 'expired' } });
    expect(aws.connects).toHaveLength(1);
    expect(sessions.state).toMatchObject({ kind: 'failed', failure: { kind: 'expired' } });
  });

  it('tells a bundle that does not load as a failure, not as loading for ever', async () => {
    const broken = new CurrentSession({
      loadAws: () => {
        throw new Error('Cannot find module');
      },
      readChoice: () => ({}),
      logger,
      isTrusted: () => true,
    });
    await expect(broken.ensure()).rejects.toThrow('Cannot find module');
    expect(broken.state).toMatchObject({ kind: 'failed', failure: { kind: 'other', message: 'Cannot find module' } });
  });

  it('refuses in an untrusted workspace without touching AWS', async () => {
    trusted = false;
    await expect(sessions.ensure()).rejects.toThrow(/trusted workspace/);
    await sessions.reconnect();
    expect(aws.connects).toHaveLength(0);
  });

  it('logs requests without parameters, at debug level', async () => {
    void sessions.ensure().catch(() => undefined);
    await settle();
    aws.connects[0]?.options.onRequest?.({ action: 'kms:ListKeys', durationMs: 12, requestId: 'r-1', attempts: 2 });
    expect(logger.lines).toEqual(['debug kms:ListKeys ok 12 ms, attempt 2, request id r-1']);
  });
});

describe('switching', () => {
  it('cancels the session before and hands out a new one', async () => {
    const first = sessions.ensure();
    await settle();
    aws.signIn(fakeSession({ profile: 'dev' }));
    await first;
    const switching = sessions.reconnect({ profile: 'prod' });
    await settle();
    expect(aws.connects[0]?.options.signal.aborted).toBe(true);
    expect(sessions.state).toEqual({ kind: 'loading', choice: { profile: 'prod' } });
    const prod = fakeSession({ profile: 'prod' });
    aws.signIn(prod);
    await switching;
    expect(await sessions.ensure()).toBe(prod);
  });

  it('never shows a sign-in that ends after the switch', async () => {
    const late = sessions.ensure();
    await settle();
    const states: string[] = [];
    sessions.onDidChange((state) => states.push(state.kind));
    const switching = sessions.reconnect({ profile: 'prod' });
    await settle();
    const prod = fakeSession({ profile: 'prod' });
    aws.signIn(prod);
    await switching;
    aws.connects[0]?.resolve(fakeSession({ profile: 'dev' }));
    await expect(late).rejects.toThrow();
    expect(sessions.state).toEqual({ kind: 'ready', session: prod });
    expect(states).toEqual(['loading', 'ready']);
  });

  it('survives twenty switches in a row with the last one in force', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `profile-${index}`);
    const running = names.map((profile) => sessions.reconnect({ profile }));
    await settle();
    // The answers come in the opposite order of the questions.
    for (const { options, resolve } of [...aws.connects].reverse()) {
      resolve(fakeSession({ profile: options.profile ?? '' }));
    }
    await Promise.all(running);
    expect(sessions.state).toMatchObject({ kind: 'ready', session: { profile: 'profile-19' } });
  });

  it('forgets everything on reset', async () => {
    const first = sessions.ensure();
    await settle();
    aws.signIn(fakeSession());
    await first;
    sessions.reset();
    expect(sessions.state.kind).toBe('none');
    expect(aws.connects[0]?.options.signal.aborted).toBe(true);
  });
});

describe('a session that goes stale', () => {
  async function signedIn() {
    const session = fakeSession({ profile: 'dev' });
    const promise = sessions.ensure();
    await settle();
    aws.signIn(session);
    await promise;
    return session;
  }

  it('ends once for everybody when the sign-in expires', async () => {
    const session = await signedIn();
    const states: string[] = [];
    sessions.onDidChange((state) => states.push(state.kind));
    sessions.reportFailure(session, failure('expired'));
    sessions.reportFailure(session, failure('expired'));
    expect(states).toEqual(['failed']);
    await expect(sessions.ensure()).rejects.toMatchObject({ awsFailure: { kind: 'expired' } });
    expect(aws.connects).toHaveLength(1);
  });

  it('goes on after other failures', async () => {
    const session = await signedIn();
    sessions.reportFailure(session, failure('accessDenied'));
    sessions.reportFailure(session, new Error('a bug'));
    expect(sessions.state.kind).toBe('ready');
  });

  it('ignores failures of a session of the past', async () => {
    const old = await signedIn();
    const switching = sessions.reconnect({ profile: 'prod' });
    await settle();
    aws.signIn(fakeSession({ profile: 'prod' }));
    await switching;
    sessions.reportFailure(old, failure('expired'));
    expect(sessions.state.kind).toBe('ready');
  });
});
