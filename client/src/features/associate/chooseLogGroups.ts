import * as vscode from 'vscode';
import type { AwsSession, LogGroup } from '../../aws/ports.js';
import { type KeyNames, keyNameOfArn, loadKeyNames } from '../../platform/keyNames.js';
import type { Answer, Choice, Prompts, Question } from '../../platform/prompts.js';

/** Which log groups a flow offers. */
export type LogGroupFilter = 'all' | 'encrypted';

/** Pages that one search reads at most; a longer text finds the rest. */
const PAGES_PER_SEARCH = 4;

/** Asks for one or more log groups; AWS searches by the beginning of the name. */
export function chooseLogGroups(
  session: AwsSession,
  prompts: Prompts,
  question: { readonly title: string; readonly filter: LogGroupFilter } & Pick<Question, 'step' | 'totalSteps'>,
): Promise<Answer<readonly LogGroup[]>> {
  const { filter, ...place } = question;
  const placeholder = vscode.l10n.t('Type the beginning of a name; tick one or more log groups');
  return prompts.pickMany({ ...place, placeholder }, (text, token) => searchGroups(session, text, filter, token));
}

/** Log group nodes of the tree among a command's arguments: the selection if there is one, else the row clicked. */
export function findLogGroups(node: unknown, selection: unknown): readonly LogGroup[] {
  const nodes: readonly unknown[] = Array.isArray(selection) && selection.length > 0 ? selection : [node];
  return nodes.map(readGroup).filter((group) => group !== undefined);
}

async function searchGroups(
  session: AwsSession,
  prefix: string,
  filter: LogGroupFilter,
  token: vscode.CancellationToken,
): Promise<readonly Choice<LogGroup>[]> {
  const groups: LogGroup[] = [];
  let nextToken: string | undefined;
  for (let count = 0; count < PAGES_PER_SEARCH && !token.isCancellationRequested; count += 1) {
    const page = await session.logGroups.loadPage(prefix.trim(), nextToken);
    groups.push(...page.groups);
    nextToken = page.nextToken;
    if (nextToken === undefined) {
      break;
    }
  }
  const names = await loadKeyNames(session);
  return groups
    .filter(({ kmsKeyArn }) => filter === 'all' || kmsKeyArn !== undefined)
    .map((group) => toChoice(group, names));
}

function toChoice(group: LogGroup, names: KeyNames): Choice<LogGroup> {
  const { kmsKeyArn } = group;
  const description =
    kmsKeyArn === undefined
      ? vscode.l10n.t('no customer key')
      : vscode.l10n.t('key {0}', keyNameOfArn(kmsKeyArn, names));
  return { label: group.name, description, value: group };
}

function readGroup(node: unknown): LogGroup | undefined {
  const isNode = typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'logGroup';
  return isNode && 'group' in node ? (node.group as LogGroup) : undefined;
}
