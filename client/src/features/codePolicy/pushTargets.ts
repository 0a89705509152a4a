import * as vscode from 'vscode';
import type { AwsSession, KeySummary } from '../../aws/ports.js';
import { findAwsFailure } from '../../platform/errors.js';
import { failureText } from '../../platform/failureTexts.js';
import { keyName } from '../../platform/keyNames.js';
import type { Choice, Prompts } from '../../platform/prompts.js';
import { partitionPrefix, REGIONS } from '../../platform/regions.js';
import type { PolicyLink } from './policyLinks.js';

/** A key that is to get the policy. */
export interface PushTarget {
  readonly session: AwsSession;
  readonly key: KeySummary;
}

/** Asks for Regions, then for keys in them. Undefined when the user dismisses. */
export async function pickTargets(
  session: AwsSession,
  prompts: Prompts,
  link: PolicyLink | undefined,
  title: string,
): Promise<readonly PushTarget[] | undefined> {
  const here = link?.region ?? session.region;
  const regions = await pickRegions(here, prompts, title);
  if (regions === undefined) {
    return undefined;
  }
  const { choices, gaps } = await loadKeys(session, regions, link);
  const placeholder =
    gaps.length === 0
      ? vscode.l10n.t('Choose the keys that get this policy')
      : vscode.l10n.t('Choose the keys that get this policy. Not read: {0}', gaps.join('; '));
  const answer = await prompts.pickMany({ title, placeholder }, async (text) => narrow(choices, text));
  return answer.kind === 'picked' ? answer.value : undefined;
}

async function pickRegions(here: string, prompts: Prompts, title: string): Promise<readonly string[] | undefined> {
  const choices = REGIONS.filter(({ id }) => partitionPrefix(id) === partitionPrefix(here))
    .toSorted((a, b) => Number(b.id === here) - Number(a.id === here))
    .map(({ id, name }) => ({ label: id, description: name, value: id, picked: id === here }));
  const question = { title, placeholder: vscode.l10n.t('Choose the Regions of the keys') };
  const answer = await prompts.pickMany(question, async (text) => narrow(choices, text));
  return answer.kind === 'picked' ? answer.value : undefined;
}

/** A Region that denies us is named, and the others are offered. */
async function loadKeys(
  session: AwsSession,
  regions: readonly string[],
  link: PolicyLink | undefined,
): Promise<{ readonly choices: readonly Choice<PushTarget>[]; readonly gaps: readonly string[] }> {
  const gaps: string[] = [];
  const loaded = await Promise.all(
    regions.map(async (region) => {
      const there = session.inRegion(region);
      try {
        const { keys } = await there.keys.list();
        return keys
          .filter(({ isAwsManaged }) => !isAwsManaged)
          .map((key) => ({
            label: keyName(key),
            description: `${region} · ${key.id}`,
            value: { session: there, key },
            group: region,
            picked: key.arn === link?.keyArn,
          }));
      } catch (error) {
        const failure = findAwsFailure(error);
        if (failure === undefined) {
          throw error;
        }
        gaps.push(`${region}: ${failureText(failure)}`);
        return [];
      }
    }),
  );
  return { choices: loaded.flat(), gaps };
}

function narrow<T>(choices: readonly Choice<T>[], text: string): readonly Choice<T>[] {
  const wanted = text.toLowerCase();
  return choices.filter(({ label, description = '' }) => `${label} ${description}`.toLowerCase().includes(wanted));
}
