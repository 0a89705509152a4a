import { describe, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { SettingsStore } from '../../server/src/lsp/settingsStore.js';
import { serviceReference } from '../support/serviceReference.js';

/** A store over files in memory; remembers what was read. */
function storeOver(
  files: Readonly<Record<string, string>>,
  options: { canPull?: boolean; initial?: unknown; pulled?: object } = {},
) {
  const read: string[] = [];
  const asked: unknown[] = [];
  const messages: string[] = [];
  const connection = {
    workspace: {
      getConfiguration: (item: unknown) => {
        asked.push(item);
        return Promise.resolve({ rules: { 'version-missing': 'hint' }, ...options.pulled });
      },
    },
    sendNotification: (_: unknown, { message }: { message: string }) => {
      messages.push(message);
      return Promise.resolve();
    },
  } as unknown as Connection;
  const runtime = {
    reference: serviceReference,
    loadTranslations: () => undefined,
    readFile: (uri: string) => {
      read.push(uri);
      return Promise.resolve(files[uri]);
    },
  };
  const store = new SettingsStore(connection, runtime, options.canPull ?? false, options.initial);
  store.folders = ['file:///w'];
  return { store, read, asked, messages };
}

describe('settings of open documents', () => {
  it('look for configuration files above opened documents, and nowhere else', async () => {
    const { store, read } = storeOver({});
    await store.prepare('file:///w/a/b/key.json');
    expect(read).toEqual(['a/b/', 'a/', ''].map((folder) => `file:///w/${folder}sealwright.config.json`));
  });

  it('read each directory once, however many documents it holds', async () => {
    const { store, read } = storeOver({});
    for (let index = 0; index < 10_000; index++) {
      await store.prepare(`file:///w/keys/${index}.json`);
    }
    expect(read).toHaveLength(2);
  });

  it('come from the nearest file, with globs relative to it', async () => {
    const { store } = storeOver({
      'file:///w/sealwright.config.json': '{ "rules": { "json-syntax": "off" } }',
      'file:///w/a/sealwright.config.json': '{ "policyKinds": { "x/*.json": "scp" } }',
    });
    await store.prepare('file:///w/a/x/%ED%82%A4.json');
    expect(store.forDocument('file:///w/a/x/%ED%82%A4.json')).toEqual({
      levels: {},
      kind: { choice: 'scp', glob: 'x/*.json' },
      facts: {},
    });
  });

  it('put a configuration file over the settings of the editor', async () => {
    const { store, asked } = storeOver(
      { 'file:///w/sealwright.config.json': '{ "rules": { "version-missing": "error" } }' },
      { canPull: true },
    );
    await store.prepare('file:///w/key.json');
    await store.prepare('untitled:Untitled-1');
    expect(store.forDocument('file:///w/key.json').levels).toEqual({ 'version-missing': 'error' });
    expect(store.forDocument('untitled:Untitled-1').levels).toEqual({ 'version-missing': 'hint' });
    expect(asked).toEqual([{ section: 'sealwright', scopeUri: 'file:///w' }, { section: 'sealwright' }]);
  });

  it('leave a broken configuration file aside, and say so once', async () => {
    const { store, messages } = storeOver({ 'file:///w/sealwright.config.json': '{ "rules": 1 }' });
    await store.prepare('file:///w/a.json');
    await store.prepare('file:///w/b.json');
    expect(store.forDocument('file:///w/a.json').levels).toEqual({});
    expect(messages).toEqual([expect.stringContaining('file:///w/sealwright.config.json')]);
  });

  it('hold facts of the editor and, stronger, those of the configuration file', async () => {
    const { store, messages } = storeOver(
      { 'file:///w/sealwright.config.json': '{ "context": { "region": "eu-west-1", "keySpec": 1 } }' },
      { canPull: true, pulled: { context: { account: '111122223333', region: 'us-east-1' } } },
    );
    await store.prepare('file:///w/a.json');
    await store.prepare('file:///w/b.json');
    expect(store.forDocument('file:///w/a.json').facts).toEqual({ account: '111122223333', region: 'eu-west-1' });
    expect(messages).toEqual([expect.stringMatching(/sealwright\.config\.json.*"context\.keySpec"/)]);
  });

  it('leave out wrong facts and nothing else, and say so once', async () => {
    const { store, messages } = storeOver(
      {},
      { initial: { rules: { 'json-syntax': 'hint' }, context: { account: 1, region: 'eu-west-1' } } },
    );
    await store.prepare('file:///w/a.json');
    await store.prepare('file:///w/b.json');
    expect(store.forDocument('file:///w/b.json')).toMatchObject({
      levels: { 'json-syntax': 'hint' },
      facts: { region: 'eu-west-1' },
    });
    expect(messages).toEqual([expect.stringContaining('sealwright.context.account')]);
  });

  it('stay outside of folders that are not the workspace', async () => {
    const { store, read } = storeOver({});
    await store.prepare('file:///elsewhere/deep/key.json');
    expect(read).toEqual(['file:///elsewhere/deep/sealwright.config.json']);
  });
});
