import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { activateLogGroups } from '../../client/src/features/logGroups/index.js';
import type { LogGroupsNode, LogGroupsTreeDataProvider } from '../../client/src/features/logGroups/logGroupsTree.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import { CurrentSession } from '../../client/src/platform/sessions.js';
import { fake } from '../support/fakeVscode.js';
import { denied, FakeAws, FakeLogger, type FakeSession, fakeSession, key, keyArn, logGroup, settle } from './fakes.js';

let aws: FakeAws;
let sessions: CurrentSession;
let feature: vscode.Disposable;
let tree: LogGroupsTreeDataProvider;

beforeEach(() => {
  fake.reset();
  aws = new FakeAws();
  const logger = new FakeLogger();
  sessions = new CurrentSession({ loadAws: () => aws, readChoice: () => ({}), logger, isTrusted: () => true });
  feature = activateLogGroups(createCommandRegistry(logger), { sessions, logger });
  tree = fake.treeViews.get('sealwright.logGroups')?.options.treeDataProvider as LogGroupsTreeDataProvider;
});

afterEach(() => {
  feature.dispose();
  sessions.dispose();
});

async function roots(session: FakeSession): Promise<LogGroupsNode[]> {
  const children = tree.getChildren();
  await settle();
  aws.signIn(session);
  return children;
}

const item = (node: LogGroupsNode | undefined) => tree.getTreeItem(node as LogGroupsNode);
const view = () => fake.treeViews.get('sealwright.logGroups');

describe('the tree of log groups', () => {
  it('says by which key a group is encrypted: alias, id of a foreign key, or none', async () => {
    const session = fakeSession();
    session.keys.keys = [key('1', 'app-logs')];
    const foreign = 'arn:aws:kms:us-east-1:444455556666:key/f-1';
    session.logGroups.groups = [logGroup('/a', keyArn('1')), logGroup('/b', foreign), logGroup('/c')];
    const nodes = await roots(session);
    expect(nodes.map((node) => [item(node).label, item(node).description])).toEqual([
      ['/a', 'app-logs'],
      ['/b', 'f-1'],
      ['/c', 'no customer key'],
    ]);
    expect(item(nodes[0])).toMatchObject({
      contextValue: 'logGroup.encrypted',
      iconPath: { id: 'lock' },
      accessibilityInformation: { label: 'Log group /a, encrypted with key app-logs' },
    });
    expect(item(nodes[2])).toMatchObject({
      contextValue: 'logGroup.plain',
      accessibilityInformation: { label: 'Log group /c, no customer key' },
    });
  });

  it('still lists groups when keys may not be listed', async () => {
    const session = fakeSession();
    session.keys.failures.set('list', denied('kms:ListKeys'));
    session.logGroups.groups = [logGroup('/a', keyArn('1'))];
    expect((await roots(session)).map((node) => item(node).description)).toEqual(['1']);
  });

  it('lists key, retention, class, size and date under a group', async () => {
    const session = fakeSession();
    session.logGroups.groups = [
      { ...logGroup('/a'), retentionInDays: 30, logGroupClass: 'STANDARD', storedBytes: 1536 },
      logGroup('/b'),
    ];
    const [a, b] = await roots(session);
    const facts = async (node: LogGroupsNode | undefined) =>
      (await tree.getChildren(node)).map((fact) => `${item(fact).label}: ${item(fact).description}`);
    expect(await facts(a)).toEqual([
      'KMS key: no customer key',
      'Retention: 30 days',
      'Log class: STANDARD',
      'Stored: 1.5 KB',
    ]);
    expect(await facts(b)).toEqual(['KMS key: no customer key', 'Retention: Never expires']);
  });

  it('ends with a row that loads more while there is more', async () => {
    const session = fakeSession();
    session.logGroups.groups = Array.from({ length: 60 }, (_, index) => logGroup(`/g${index}`));
    const nodes = await roots(session);
    expect(nodes).toHaveLength(51);
    expect(item(nodes.at(-1)).command).toMatchObject({ command: 'sealwright.loadMoreLogGroups' });
    await vscode.commands.executeCommand('sealwright.loadMoreLogGroups');
    expect(await tree.getChildren()).toHaveLength(60);
  });

  it('searches by prefix, says so above the tree, and shows all again', async () => {
    const session = fakeSession();
    session.logGroups.groups = [logGroup('/aws/lambda/a'), logGroup('/app')];
    await roots(session);
    expect(view()?.message ?? '').toBe('');
    fake.inputs.push('/aws/');
    await vscode.commands.executeCommand('sealwright.searchLogGroups');
    expect((await tree.getChildren()).map((node) => item(node).label)).toEqual(['/aws/lambda/a']);
    expect(view()?.message).toBe('Only names that start with "/aws/" are shown.');
    expect(fake.contextKeys.get('sealwright.logGroupsFiltered')).toBe(true);
    await vscode.commands.executeCommand('sealwright.clearLogGroupSearch');
    expect(await tree.getChildren()).toHaveLength(2);
    expect(view()?.message).toBe('');
    expect(fake.contextKeys.get('sealwright.logGroupsFiltered')).toBe(false);
  });

  it('says that a prefix finds nothing, instead of calling the account empty', async () => {
    const session = fakeSession();
    session.logGroups.groups = [logGroup('/app')];
    session.logGroups.prefix = '/nope';
    expect(await roots(session)).toEqual([]);
    expect(view()?.message).toBe('No log group name starts with "/nope".');
    expect(fake.contextKeys.get('sealwright.logGroups')).toBe('ready');
  });

  it('leaves the search alone when the question is dismissed, and refuses signs that no name has', async () => {
    const session = fakeSession();
    session.logGroups.groups = [logGroup('/app')];
    await roots(session);
    fake.inputs.push(undefined);
    await vscode.commands.executeCommand('sealwright.searchLogGroups');
    expect(session.logGroups.prefix).toBe('');
    const validate = fake.inputOptions[0]?.validateInput;
    expect(validate?.('/aws/lambda/*')).toContain('only letters');
    expect(validate?.('/aws/lambda/a-b_c.d#1')).toBeUndefined();
  });

  it('tells the welcome view that listing is denied, or that there is nothing', async () => {
    const session = fakeSession();
    session.logGroups.listFailure = denied('logs:DescribeLogGroups');
    expect(await roots(session)).toEqual([]);
    expect(fake.contextKeys.get('sealwright.logGroups')).toBe('denied');
    session.logGroups.listFailure = undefined;
    expect(await tree.getChildren()).toEqual([]);
    expect(fake.contextKeys.get('sealwright.logGroups')).toBe('empty');
  });
});
