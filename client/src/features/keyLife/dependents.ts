import * as vscode from 'vscode';
import type { GrantSummary, KeySummary, LastUsage, LogGroup } from '../../aws/ports.js';
import { findAwsFailure } from '../../platform/errors.js';
import { missingPermission } from '../../platform/failureTexts.js';
import { keyName } from '../../platform/keyNames.js';
import { lastUsageText } from '../../platform/keyUsage.js';
import type { ChosenKey } from './keyChange.js';

/** What hangs on a key, as far as AWS and the workspace tell; what could not be read is said in `gaps`. */
export interface Dependents {
  readonly logGroups: readonly LogGroup[];
  /** False when the search was stopped: there may be more. */
  readonly isComplete: boolean;
  readonly grants: readonly GrantSummary[];
  readonly aliases: readonly string[];
  readonly replicaRegions: readonly string[];
  readonly lastUsage?: LastUsage;
  /** Files of the workspace that name the key. */
  readonly files: readonly vscode.Uri[];
  readonly gaps: readonly string[];
}

/** Largest number of pages of log groups that are read: 50 groups each. */
const MAX_PAGES = 2_000;
/** Files that are looked at for the name of the key; build output and dependencies hold none. */
const FILES = '**/*.{json,jsonc,yaml,yml,tf,tfvars,template,ts,py}';
const IGNORED = '**/{node_modules,.terraform,dist,out,cdk.out}/**';
const MAX_FILES = 2_000;

/**
 * Looks for everything that a key would take with it (recipes, section 4: before disabling or deleting a key). Log groups
 * that were given another key may still hold data under this one, and no API tells which: the texts say so.
 */
export async function findDependents(
  { session, key, details }: ChosenKey,
  token: vscode.CancellationToken,
  progress: (message: string) => void,
): Promise<Dependents> {
  const gaps: string[] = [];
  const orGap = async <T>(what: string, fallback: T, read: Promise<T>): Promise<T> => {
    try {
      return await read;
    } catch (error) {
      const failure = findAwsFailure(error);
      if (failure === undefined || failure.kind === 'expired') {
        throw error;
      }
      gaps.push(
        failure.kind === 'accessDenied'
          ? vscode.l10n.t('{0} are not known: {1} is missing', what, missingPermission(failure))
          : vscode.l10n.t('{0} could not be read', what),
      );
      return fallback;
    }
  };
  const [groups, grants, usage, files] = await Promise.all([
    orGap(vscode.l10n.t('Log groups'), { found: [], isComplete: false }, findLogGroups()),
    orGap(vscode.l10n.t('Grants'), [], session.keys.loadGrants(key.arn)),
    orGap(
      vscode.l10n.t('Uses'),
      undefined,
      session.keys.loadExtras(key.arn).then(({ lastUsage }) => lastUsage),
    ),
    findInWorkspace(key, token),
  ]);
  return {
    logGroups: groups.found,
    isComplete: groups.isComplete,
    grants,
    aliases: key.aliases,
    replicaRegions: (details.multiRegion?.replicaArns ?? []).map((arn) => arn.split(':')[3] ?? arn),
    ...(usage?.kind === 'known' ? { lastUsage: usage.value } : {}),
    files,
    gaps,
  };

  async function findLogGroups(): Promise<{ found: LogGroup[]; isComplete: boolean }> {
    const found: LogGroup[] = [];
    let nextToken: string | undefined;
    let seen = 0;
    for (let page = 0; page < MAX_PAGES && !token.isCancellationRequested; page++) {
      const { groups, nextToken: next } = await session.logGroups.loadPage('', nextToken);
      found.push(...groups.filter(({ kmsKeyArn }) => kmsKeyArn === key.arn));
      seen += groups.length;
      progress(vscode.l10n.t('{0} log groups looked at, {1} use the key', seen, found.length));
      if (next === undefined) {
        return { found, isComplete: true };
      }
      nextToken = next;
    }
    return { found, isComplete: false };
  }
}

/** Files that hold the key's id, or one of its aliases as a whole word. */
async function findInWorkspace(key: KeySummary, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const names = [key.id, ...key.aliases.map((alias) => `alias/${alias}`)];
  const found: vscode.Uri[] = [];
  for (const uri of await vscode.workspace.findFiles(FILES, IGNORED, MAX_FILES, token)) {
    if (token.isCancellationRequested) {
      break;
    }
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    if (names.some((name) => text.includes(name))) {
      found.push(uri);
    }
  }
  return found;
}

/** The dependents in words, for the question before a key is disabled or deleted. */
export function dependentsText(key: KeySummary, dependents: Dependents): readonly string[] {
  const { logGroups, isComplete, grants, aliases, replicaRegions, lastUsage, files, gaps } = dependents;
  const names = logGroups.slice(0, 5).map(({ name }) => name);
  const lines = [
    ...(lastUsage === undefined ? [] : [vscode.l10n.t('Last used: {0}', lastUsageText(lastUsage))]),
    logGroups.length === 0
      ? vscode.l10n.t('No log group of this account and Region uses the key now.')
      : vscode.l10n.t('{0} log groups use the key now: {1}', logGroups.length, listText(names, logGroups.length)),
    ...(isComplete ? [] : [vscode.l10n.t('Not all log groups were looked at: there may be more.')]),
    ...(grants.length === 0 ? [] : [vscode.l10n.t('{0} grants give others the use of the key.', grants.length)]),
    ...(replicaRegions.length === 0 ? [] : [vscode.l10n.t('It has replicas in {0}.', replicaRegions.join(', '))]),
    ...(aliases.length > 1 ? [vscode.l10n.t('Aliases: {0}', aliases.join(', '))] : []),
    ...(files.length === 0
      ? []
      : [
          vscode.l10n.t(
            '{0} files of the workspace name it: {1}',
            files.length,
            listText(
              files.slice(0, 5).map((uri) => vscode.workspace.asRelativePath(uri)),
              files.length,
            ),
          ),
        ]),
    ...gaps,
    vscode.l10n.t(
      'Log groups and buckets that use another key today may still hold data under "{0}"; no service tells which.',
      keyName(key),
    ),
  ];
  return lines.map((line) => `• ${line}`);
}

function listText(names: readonly string[], count: number): string {
  const rest = count - names.length;
  return rest > 0 ? vscode.l10n.t('{0} and {1} more', names.join(', '), rest) : names.join(', ');
}
