import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextSchema, DEFAULT_ANALYSIS_SETTINGS } from '../../protocol/src/settings.js';
import { LEVELS, POLICY_KIND_CHOICES } from '../../protocol/src/vocabulary.js';
import { KEY_ORIGINS, KEY_SPECS, KEY_USAGES } from '../../server/src/knowledge/keySpecs.js';
import { ALL_RULES } from '../../server/src/rules/index.js';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);
const menuItems = Object.values<MenuItem[]>(contributes.menus).flat();
const settings: Record<string, { default?: unknown; type: string; properties?: object; scope?: string }> =
  contributes.configuration.properties;

/** The source of the client, as one text. */
const client = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join('client/src', file), 'utf8'))
  .join('\n');

describe('commands of the manifest', () => {
  it('all belong to us, under one category, without doubles', () => {
    expect(new Set(commands).size).toBe(commands.length);
    expect(commands.every((command) => command.startsWith('sealwright.'))).toBe(true);
    expect(new Set(contributes.commands.map(({ category }: { category: string }) => category)).size).toBe(1);
  });

  it('are each implemented, and each implemented one is there', () => {
    const implemented = [...client.matchAll(/readonly id = '(sealwright\.\w+)'/g)].map(([, id]) => id);
    expect([...implemented].sort()).toEqual([...commands].sort());
  });

  it('are the only ones in menus', () => {
    expect(menuItems.map(({ command }) => command).filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('of rows match a row that exists', () => {
    const rows = [
      'key.customer.enabled',
      'key.customer.disabled',
      'key.customer.pendingdeletion',
      'key.customer.unreadable',
      'key.aws.enabled',
      'logGroup.encrypted',
      'logGroup.plain',
      'fact',
      'notice',
      'loadMore',
      'group',
      'tags',
    ];
    for (const row of rows) {
      expect(client, row).toContain(row.split('.')[0]);
    }
    for (const { command, when } of contributes.menus['view/item/context'] as MenuItem[]) {
      const pattern = /viewItem =~ \/(.+?)\/(?: |$|\))/.exec(when ?? '')?.[1]?.replaceAll('\\\\', '\\');
      const exact = /viewItem == (\S+)/.exec(when ?? '')?.[1];
      const matches = rows.some((row) => (pattern === undefined ? row === exact : new RegExp(pattern).test(row)));
      expect(matches, `${command}: ${when}`).toBe(true);
    }
  });
});

describe('views of the manifest', () => {
  const views: string[] = contributes.views.sealwright.map(({ id }: { id: string }) => id);

  it('are the two trees that the client makes', () => {
    expect(views).toEqual(['sealwright.keys', 'sealwright.logGroups']);
    for (const view of views) {
      expect(client).toContain(`'${view}'`);
    }
  });

  it('each have a welcome for every state without rows', () => {
    for (const view of views) {
      const states = contributes.viewsWelcome
        .filter((welcome: { view: string }) => welcome.view === view)
        .map(({ when }: { when: string }) => when)
        .join('\n');
      for (const state of ['!isWorkspaceTrusted', 'noCredentials', 'noRegion', 'expired', 'denied', 'error', 'empty']) {
        expect(states, view).toContain(state);
      }
    }
  });
});

describe('settings of the manifest', () => {
  it('have the defaults that the code has', () => {
    expect(settings['sealwright.rules']?.default).toEqual(DEFAULT_ANALYSIS_SETTINGS.rules);
    expect(settings['sealwright.policyKinds']?.default).toEqual(DEFAULT_ANALYSIS_SETTINGS.policyKinds);
    expect(settings['sealwright.context']?.default).toEqual(DEFAULT_ANALYSIS_SETTINGS.context);
  });

  it('know every fact, and propose every spec, usage and origin', () => {
    const members: Record<string, { anyOf?: { enum?: string[] }[] }> = {
      ...settings['sealwright.context']?.properties,
    };
    expect(Object.keys(members)).toEqual(Object.keys(contextSchema.entries));
    const proposed = (member: string) => members[member]?.anyOf?.[0]?.enum;
    expect(proposed('keySpec')).toEqual(KEY_SPECS.map(({ name }) => name));
    expect(proposed('keyUsage')).toEqual(KEY_USAGES);
    expect(proposed('keyOrigin')).toEqual(KEY_ORIGINS);
  });

  it('know every rule with its level, and every level and kind', () => {
    const rules = Object.entries(settings['sealwright.rules']?.properties ?? {});
    expect(rules.map(([id, { default: level }]) => [id, level])).toEqual(
      ALL_RULES.map(({ id, defaultLevel }) => [id, defaultLevel]),
    );
    expect(rules.every(([, { enum: levels }]) => JSON.stringify(levels) === JSON.stringify(LEVELS))).toBe(true);
    for (const kind of POLICY_KIND_CHOICES) {
      expect(JSON.stringify(settings['sealwright.policyKinds'])).toContain(`"${kind}"`);
    }
  });

  it('that choose an account do not come from an untrusted workspace', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(restrictedConfigurations).toEqual(['sealwright.profile', 'sealwright.region']);
  });
});

describe('files of the manifest', () => {
  it('exist', () => {
    const files = [
      manifest.icon,
      ...contributes.grammars.map((grammar: { path: string }) => grammar.path),
      ...contributes.snippets.map((snippet: { path: string }) => snippet.path),
      ...contributes.jsonValidation.map((schema: { url: string }) => schema.url),
      ...contributes.viewsContainers.activitybar.map((container: { icon: string }) => container.icon),
      'LICENSE',
      'README.md',
      'README.ko.md',
      'CHANGELOG.md',
    ];
    for (const file of files) {
      expect(existsSync(file), file).toBe(true);
    }
  });

  it('keep the entry points that others rely on', () => {
    expect(manifest.main).toBe('./dist/client.js');
    expect(manifest.bin).toEqual({ sealwright: expect.stringMatching(/^(\.\/)?dist\/cli\.js$/) });
    expect([manifest.name, manifest.publisher, manifest.license]).toEqual(['sealwright', 'sealwright', 'MIT']);
  });

  it('pins the API types to the oldest editor that is supported', () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
  });
});
