import * as vscode from 'vscode';
import { policyInRegionRequest } from '../../../../../protocol/src/messages.js';
import type { PolicyInRegion } from '../../../../../protocol/src/newKey.js';
import type { Command } from '../../../platform/commands.js';
import { failureError, UserError } from '../../../platform/errors.js';
import type { LanguageServer } from '../../../platform/languageServer.js';
import type { Choice } from '../../../platform/prompts.js';
import { partitionPrefix, REGIONS } from '../../../platform/regions.js';
import type { ChosenKey, KeyChanges } from '../keyChange.js';
import { type ReplicaWish, replicaConsequences, replicaSteps } from '../replica/replicaSteps.js';

interface Adapted extends PolicyInRegion {
  readonly region: string;
}

/** Makes replicas of a multi-Region primary key, with its policy as it has to be in their Regions. */
export class ReplicateKeyCommand implements Command {
  readonly id = 'sealwright.replicateKey';

  constructor(
    private readonly changes: KeyChanges,
    private readonly server: LanguageServer,
  ) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Replicate Key');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    const existing = replicaRegionsOf(chosen);
    const regions = await this.#pickRegions(chosen.session.region, existing, title);
    if (regions === undefined) {
      return;
    }
    const tags = await readTags(chosen);
    const wishes = await this.#policies(chosen, regions, title);
    if (wishes === undefined) {
      return;
    }
    const words = vscode.l10n.t('Replicate the key "{0}" to {1}', chosen.name, regions.join(', '));
    const [first, ...rest] = replicaSteps(chosen, tags, wishes);
    if (first !== undefined) {
      const consequences = replicaConsequences(tags, chosen.key.aliases.length > 0);
      await this.changes.confirmAndRun(
        chosen.session,
        words,
        [{ ...first, consequences }, ...rest],
        vscode.l10n.t('Replicate'),
      );
    }
  }

  async #pickRegions(here: string, taken: readonly string[], title: string): Promise<readonly string[] | undefined> {
    const items = REGIONS.filter(
      ({ id }) => id !== here && !taken.includes(id) && partitionPrefix(id) === partitionPrefix(here),
    ).map(({ id, name }) => ({ label: id, description: name, value: id }));
    const question = { title, placeholder: vscode.l10n.t('Choose the Regions of the replicas') };
    const answer = await this.changes.prompts.pickMany(question, async (text) =>
      items.filter(({ label, description }) => `${label} ${description}`.toLowerCase().includes(text.toLowerCase())),
    );
    return answer.kind === 'picked' ? answer.value : undefined;
  }

  /** A policy that names its Region admits the wrong services elsewhere: it is adapted, unless the user says no. */
  async #policies(
    { session, key }: ChosenKey,
    regions: readonly string[],
    title: string,
  ): Promise<readonly ReplicaWish[] | undefined> {
    const live = await session.keys.loadPolicy(key.arn);
    const adapted = await Promise.all(
      regions.map(async (region): Promise<Adapted> => {
        const params = { text: live, from: session.region, to: region };
        return { region, ...(await this.server.request(policyInRegionRequest, params)) };
      }),
    );
    if (adapted.every(({ changes }) => changes.length === 0)) {
      return adapted.map(({ region }) => ({ region, policy: live }));
    }
    const choices: readonly Choice<boolean>[] = [
      {
        label: vscode.l10n.t('Adapt it to the Region of each replica'),
        description: vscode.l10n.t('recommended'),
        detail: changesText(adapted),
        value: true,
      },
      { label: vscode.l10n.t('The same policy, letter by letter'), value: false },
    ];
    const placeholder = vscode.l10n.t('The key policy names {0}. What shall the replicas get?', session.region);
    const answer = await this.changes.prompts.pickOne({ title, placeholder }, Promise.resolve(choices));
    return answer.kind === 'picked'
      ? adapted.map(({ region, text }) => ({ region, policy: answer.value ? text : live }))
      : undefined;
  }
}

function replicaRegionsOf({ details: { multiRegion }, name }: ChosenKey): readonly string[] {
  if (multiRegion === undefined) {
    throw new UserError(
      vscode.l10n.t(
        'The key "{0}" is a single-Region key: KMS replicates only keys that were created as multi-Region keys. Create one, and move the alias to it.',
        name,
      ),
    );
  }
  if (multiRegion.role === 'replica') {
    const region = multiRegion.primaryArn.split(':')[3] ?? '';
    throw new UserError(
      vscode.l10n.t('"{0}" is a replica. Switch to {1}, where its primary key is, and replicate that.', name, region),
    );
  }
  return multiRegion.replicaArns.map((arn) => arn.split(':')[3] ?? '');
}

async function readTags({ session, key }: ChosenKey): Promise<Readonly<Record<string, string>>> {
  const { tags } = await session.keys.loadExtras(key.arn);
  if (tags.kind === 'failed') {
    throw failureError(tags.failure);
  }
  return tags.kind === 'known' ? Object.fromEntries(tags.value.map((tag) => [tag.key, tag.value])) : {};
}

/** The first replica's changes stand for all: the others differ by the Region only. */
function changesText([first]: readonly Adapted[]): string {
  return (first?.changes ?? []).map(({ from, to }) => `${from} → ${to}`).join('; ');
}
