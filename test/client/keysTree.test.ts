import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { LastUsage } from '../../client/src/aws/ports.js';
import { KEYS_PER_STEP, type KeysNode, KeysTreeDataProvider } from '../../client/src/features/keys/keysTree.js';
import { AccountTree } from '../../client/src/platform/accountTree.js';
import { CurrentSession } from '../../client/src/platform/sessions.js';
import { fake } from '../support/fakeVscode.js';
import {
  denied,
  details,
  FakeAws,
  FakeLogger,
  type FakeSession,
  failure,
  fakeSession,
  key,
  keyArn,
  settle,
} from './fakes.js';

let aws: FakeAws;
let sessions: CurrentSession;
let account: AccountTree;
let tree: KeysTreeDataProvider;
let logger: FakeLogger;
let showAws: boolean;

beforeEach(() => {
  fake.reset();
  aws = new FakeAws();
  logger = new FakeLogger();
  showAws = true;
  sessions = new CurrentSession({ loadAws: () => aws, readChoice: () => ({}), logger, isTrusted: () => true });
  account = new AccountTree({ sessions, contextKey: 'sealwright.keys', logger });
  tree = new KeysTreeDataProvider(account, () => showAws);
});

afterEach(() => {
  tree.dispose();
  account.dispose();
  sessions.dispose();
  vi.useRealTimers();
});

async function roots(session: FakeSession): Promise<KeysNode[]> {
  const children = tree.getChildren();
  await settle();
  aws.signIn(session);
  return children;
}

const label = (node: KeysNode) => (tree.getTreeItem(node) as vscode.TreeItem).label;
const item = (node: KeysNode | undefined) => {
  if (node === undefined) {
    throw new Error('no such node');
  }
  return tree.getTreeItem(node);
};

describe('the tree of keys', () => {
  it('groups customer managed keys and AWS managed keys, and counts them', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'app/logs'), key('2'), key('3', 'aws/s3')];
    const groups = await roots(session);
    expect(groups.map((node) => [label(node), item(node).description])).toEqual([
      ['Customer managed keys', '2'],
      ['AWS managed keys', '1'],
    ]);
    expect(fake.contextKeys.get('sealwright.keys')).toBe('ready');
  });

  it('names a key by its alias, or by its id when it has none', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'app/logs', 'zebra'), key('2')];
    const [customer] = await roots(session);
    expect((await tree.getChildren(customer)).map(label)).toEqual(['app/logs', '2']);
  });

  it('asks for details of shown customer keys only, never of AWS managed keys that nobody opened', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'a'), key('2', 'aws/s3')];
    const [customer] = await roots(session);
    await tree.getChildren(customer);
    expect(session.keys.described).toEqual([keyArn('1')]);
  });

  it('hides AWS managed keys when the setting says so', async () => {
    showAws = false;
    const session = fakeSession();
    session.keys.keys = [key('1', 'a'), key('2', 'aws/s3')];
    expect((await roots(session)).map(label)).toEqual(['a']);
  });

  it('shows a page at a time, and more on demand', async () => {
    const session = fakeSession();
    session.keys.keys = Array.from({ length: KEYS_PER_STEP + 5 }, (_, index) => key(`k${index}`));
    const [customer] = await roots(session);
    const rows = await tree.getChildren(customer);
    expect(rows).toHaveLength(KEYS_PER_STEP + 1);
    expect(label(rows.at(-1) as KeysNode)).toBe('Show more keys (5 not shown)');
    expect(session.keys.described).toHaveLength(KEYS_PER_STEP);
    tree.showMore('customer');
    const [again] = await tree.getChildren();
    expect(await tree.getChildren(again)).toHaveLength(KEYS_PER_STEP + 5);
  });

  it('says state and spec only when they are out of the ordinary, and all of it to a screen reader', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'plain'), key('2', 'rsa')];
    session.keys.details.set(keyArn('2'), details('2', { state: 'Disabled', spec: 'RSA_2048', usage: 'SIGN_VERIFY' }));
    const [customer] = await roots(session);
    const [plain, rsa] = await tree.getChildren(customer);
    await settle();
    expect(item(plain)).toMatchObject({
      description: '',
      contextValue: 'key.customer.enabled',
      iconPath: { id: 'key' },
    });
    expect(item(rsa)).toMatchObject({
      description: 'Disabled · RSA_2048',
      contextValue: 'key.customer.disabled',
      iconPath: { id: 'circle-slash' },
      accessibilityInformation: { label: 'Key rsa, Disabled, RSA_2048, Customer managed key' },
    });
  });

  it('turns a key that may not be described into one row with the missing permission; the rest load', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'a'), key('2', 'b')];
    session.keys.failures.set(keyArn('1'), denied('kms:DescribeKey'));
    const [customer] = await roots(session);
    const [a, b] = await tree.getChildren(customer);
    await settle();
    expect(item(a)).toMatchObject({ label: 'a', description: 'kms:DescribeKey is missing', iconPath: { id: 'lock' } });
    expect(item(b)).toMatchObject({ label: 'b', contextValue: 'key.customer.enabled' });
  });

  it('redraws rows whose details arrive, together and by identity', async () => {
    vi.useFakeTimers();
    const session = fakeSession();
    session.keys.keys = [key('1', 'a'), key('2', 'b')];
    const children = tree.getChildren();
    await vi.advanceTimersByTimeAsync(0);
    aws.signIn(session);
    const [customer] = await children;
    const drawn: unknown[] = [];
    tree.onDidChangeTreeData((nodes) => drawn.push(nodes));
    const rows = await tree.getChildren(customer);
    expect(drawn).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(drawn).toEqual([rows]);
    expect((drawn[0] as KeysNode[])[0]).toBe(rows[0]);
  });

  it('lists keys by id with a notice when the aliases may not be read', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1')];
    session.keys.aliasesFailure = denied('kms:ListAliases').awsFailure;
    const nodes = await roots(session);
    expect(nodes.map(label)).toEqual(['Aliases are not shown: kms:ListAliases is missing', 'Customer managed keys']);
  });
});

describe('what stands under a key', () => {
  const facts = async (session: FakeSession): Promise<[string, string][]> => {
    const [customer] = await roots(session);
    const [row] = await tree.getChildren(customer);
    const nodes = await tree.getChildren(row);
    return nodes.map((node) => [String(label(node)), String(item(node).description ?? '')]);
  };

  it('lists state, spec, usage, origin, rotation, multi-Region, aliases and tags', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'a', 'b')];
    session.keys.details.set(
      keyArn('1'),
      details('1', {
        multiRegion: { role: 'primary', primaryArn: keyArn('1'), replicaArns: [keyArn('1', 'eu-west-1')] },
      }),
    );
    session.keys.extras = {
      rotation: { kind: 'known', value: { enabled: true, periodInDays: 365 } },
      lastUsage: { kind: 'notApplicable' },
      tags: { kind: 'known', value: [{ key: 'team', value: 'blue' }] },
    };
    expect(await facts(session)).toEqual([
      ['State', 'Enabled'],
      ['Manager', 'Customer managed key'],
      ['Key spec', 'SYMMETRIC_DEFAULT'],
      ['Key usage', 'ENCRYPT_DECRYPT'],
      ['Origin', 'AWS_KMS'],
      ['Multi-Region', 'Primary key, replicas in eu-west-1'],
      ['Key rotation', 'Every 365 days'],
      ['Key ID', '1'],
      ['Alias', 'a'],
      ['Alias', 'b'],
      ['Tags', '1'],
    ]);
  });

  it('puts the missing permission in the place of tags and rotation', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1')];
    session.keys.extras = {
      rotation: { kind: 'failed', failure: denied('kms:GetKeyRotationStatus').awsFailure },
      tags: { kind: 'failed', failure: denied('kms:ListResourceTags').awsFailure },
      lastUsage: { kind: 'failed', failure: denied('kms:GetKeyLastUsage').awsFailure },
    };
    const labels = (await facts(session)).map(([name]) => name);
    expect(labels).toContain('Key rotation: kms:GetKeyRotationStatus is missing');
    expect(labels).toContain('Tags: kms:ListResourceTags is missing');
    expect(labels).toContain('Last used: kms:GetKeyLastUsage is missing');
  });

  it('calls no key unused that may have been used before KMS kept records', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1')];
    const day = (text: string) => new Date(`${text}T12:00:00Z`);
    const lastUsed = async (value: LastUsage) => {
      session.keys.extras = { ...session.keys.extras, lastUsage: { kind: 'known', value } };
      return (await facts(session)).find(([name]) => name === 'Last used')?.[1];
    };
    const trackingSince = day('2025-10-01');
    expect(await lastUsed({ last: { operation: 'Decrypt', at: day('2026-11-20') }, trackingSince })).toBe(
      'Nov 20, 2026, Decrypt',
    );
    expect(await lastUsed({ trackingSince, createdAt: day('2020-01-01') })).toBe(
      'Not since Oct 1, 2025; KMS did not record it before',
    );
    expect(await lastUsed({ trackingSince, createdAt: day('2026-01-01') })).toBe(
      'Never, since it was created on Jan 1, 2026',
    );
    expect(await lastUsed({})).toBe('Not known');
  });

  it('still names the key when nothing else may be read', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'a')];
    session.keys.failures.set(keyArn('1'), denied('kms:DescribeKey'));
    expect(await facts(session)).toEqual([
      ['Details: kms:DescribeKey is missing', ''],
      ['Key ID', '1'],
      ['Alias', 'a'],
    ]);
  });

  it('shows the card of a key with its tags, escaping what other people wrote', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'a')];
    session.keys.details.set(keyArn('1'), details('1', { description: '[click](command:evil)' }));
    session.keys.extras = {
      rotation: { kind: 'known', value: { enabled: false } },
      lastUsage: { kind: 'notApplicable' },
      tags: { kind: 'known', value: [{ key: 'team', value: 'blue' }] },
    };
    const [customer] = await roots(session);
    const [row] = await tree.getChildren(customer);
    const resolved = await tree.resolveTreeItem(item(row), row as KeysNode);
    const card = (resolved.tooltip as vscode.MarkdownString).value;
    expect(card).toContain('\\[click\\]\\(command:evil\\)');
    expect(card).toContain('Key rotation: Off');
    expect(card).toContain('team=blue');
  });
});

describe('a tree without rows', () => {
  it('tells the welcome view that the account is empty', async () => {
    expect(await roots(fakeSession())).toEqual([]);
    expect(fake.contextKeys.get('sealwright.keys')).toBe('empty');
  });

  it('tells the welcome view that listing is denied', async () => {
    const session = fakeSession();
    session.keys.failures.set('list', denied('kms:ListKeys'));
    expect(await roots(session)).toEqual([]);
    expect(fake.contextKeys.get('sealwright.keys')).toBe('denied');
    expect(logger.lines[0]).toContain('kms:ListKeys failed with AccessDeniedException');
  });

  it('shows any other trouble as a row in words', async () => {
    const session = fakeSession();
    session.keys.failures.set('list', failure('throttled'));
    const nodes = await roots(session);
    expect(nodes.map(label)).toEqual(['The keys could not be listed']);
    expect(item(nodes[0]).tooltip).toContain('throttling');
  });

  it('leaves it to the session when the sign-in fails', async () => {
    const children = tree.getChildren();
    await settle();
    aws.fail(failure('noCredentials'));
    expect(await children).toEqual([]);
    expect(fake.contextKeys.get('sealwright.keys')).toBe('idle');
    expect(sessions.state.kind).toBe('failed');
  });

  it('ends the session when the sign-in expires while listing', async () => {
    const session = fakeSession();
    session.keys.failures.set('list', failure('expired'));
    expect(await roots(session)).toEqual([]);
    expect(sessions.state).toMatchObject({ kind: 'failed', failure: { kind: 'expired' } });
    expect(aws.connects).toHaveLength(1);
  });
});

describe('a switch of identity', () => {
  it('never lets keys of the old session into the tree, however late they come', async () => {
    const old = fakeSession({ profile: 'dev' });
    old.keys.keys = [key('old', 'old-key')];
    const next = fakeSession({ profile: 'prod' });
    next.keys.keys = [key('new', 'new-key')];
    let releaseOld: () => void = () => undefined;
    const oldList = old.keys.list.bind(old.keys);
    old.keys.list = async () => {
      await new Promise<void>((resolve) => {
        releaseOld = resolve;
      });
      return oldList();
    };
    const children = roots(old);
    await settle();
    const switching = sessions.reconnect({ profile: 'prod' });
    await settle();
    aws.signIn(next);
    await switching;
    releaseOld();
    const [customer] = await children;
    expect((await tree.getChildren(customer)).map(label)).toEqual(['new-key']);
  });

  it('clears the tree at once, and shows nothing under rows that are still on screen', async () => {
    const old = fakeSession({ profile: 'dev' });
    old.keys.keys = [key('old', 'old-key')];
    const [customer] = await roots(old);
    const [row] = await tree.getChildren(customer);
    const changes: unknown[] = [];
    tree.onDidChangeTreeData((nodes) => changes.push(nodes));
    void sessions.reconnect({ profile: 'prod' });
    await settle();
    expect(changes).toEqual([undefined]);
    expect(await tree.getChildren(row)).toEqual([]);
    expect(await tree.getChildren(customer)).toEqual([]);
  });

  it('ignores changes that the old repository still announces', async () => {
    const old = fakeSession({ profile: 'dev' });
    old.keys.keys = [key('old', 'old-key')];
    await roots(old);
    const switching = sessions.reconnect({ profile: 'prod' });
    await settle();
    aws.signIn(fakeSession({ profile: 'prod' }));
    await switching;
    const changes: unknown[] = [];
    tree.onDidChangeTreeData((nodes) => changes.push(nodes));
    old.keys.refresh();
    await settle();
    expect(changes).toEqual([]);
  });
});
