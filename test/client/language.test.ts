import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { activateLanguage } from '../../client/src/features/language/index.js';
import { declareKind } from '../../client/src/features/language/kindComment.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import type { LanguageServer } from '../../client/src/platform/languageServer.js';
import type { DocumentKindInfo } from '../../protocol/src/documentKind.js';
import { fake, Position, Range, TextEdit, Uri } from '../support/fakeVscode.js';
import { FakeLogger, ScriptedPrompts, settle } from './fakes.js';

let kinds: vscode.EventEmitter<DocumentKindInfo>;
let feature: vscode.Disposable;
let edits: TextEdit[];
let restarts: number;
let onFormat: () => void;

beforeEach(() => {
  fake.reset();
  kinds = new vscode.EventEmitter();
  edits = [];
  restarts = 0;
  onFormat = () => undefined;
});

afterEach(() => feature.dispose());

function activate(prompts = new ScriptedPrompts()): ScriptedPrompts {
  const server: LanguageServer = {
    onDocumentKind: kinds.event,
    request: () => Promise.reject(new Error('not used here')),
    format: async () => {
      onFormat();
      return edits as unknown as vscode.TextEdit[];
    },
    restart: async () => {
      restarts += 1;
    },
  };
  const channel = { show: () => undefined } as unknown as vscode.LogOutputChannel;
  feature = activateLanguage(createCommandRegistry(new FakeLogger()), { server, prompts, channel });
  return prompts;
}

function openEditor(path: string, text: string, languageId = 'json') {
  const document = {
    uri: Uri.file(path),
    languageId,
    version: 1,
    getText: () => text,
    positionAt: (offset: number) => new Position(0, offset),
  };
  fake.activeEditor = { document, options: { tabSize: 4, insertSpaces: true } };
  fake.events.activeEditor.fire(fake.activeEditor);
  return document;
}

const info = (changes: Partial<DocumentKindInfo> = {}): DocumentKindInfo => ({
  uri: 'file:///project/key.json',
  kind: 'key-policy',
  confidence: 'certain',
  reason: 'Actions of KMS only.',
  bytes: 9318,
  maxBytes: 32768,
  knowledgeDate: '2026-09-26',
  ...changes,
});

const run = async (command: string) => {
  await vscode.commands.executeCommand(command);
  await settle();
};

describe('the language status', () => {
  it('says kind, certainty, reason, size and the age of the data', () => {
    activate();
    openEditor('/project/key.json', '{}');
    kinds.fire(info());
    expect(fake.languageItems[0]).toMatchObject({
      text: 'Key policy (certain)',
      detail: '9.1 of 32 KB · IAM data of 2026-09-26',
      severity: vscode.LanguageStatusSeverity.Information,
      command: { command: 'sealwright.changePolicyKind' },
    });
    expect(fake.languageItems[1]?.text).toBe('Actions of KMS only.');
  });

  it('warns when the policy nears its limit', () => {
    activate();
    openEditor('/project/key.json', '{}');
    kinds.fire(info({ bytes: 32000 }));
    expect(fake.languageItems[0]?.severity).toBe(vscode.LanguageStatusSeverity.Warning);
  });

  it('leaves JSON alone that is no policy, unless somebody declared that', () => {
    activate();
    openEditor('/project/key.json', '{}');
    kinds.fire(info({ kind: 'none' }));
    expect(fake.languageItems).toHaveLength(0);
    kinds.fire(info({ kind: 'none', confidence: 'declared' }));
    expect(fake.languageItems[0]?.text).toBe('No policy (declared)');
  });

  it('follows the active editor', () => {
    activate();
    kinds.fire(info());
    kinds.fire(info({ uri: 'file:///project/trust.json', kind: 'trust-policy', confidence: 'likely' }));
    openEditor('/project/trust.json', '{}');
    expect(fake.languageItems.at(-2)?.text).toBe('Trust policy (likely)');
    openEditor('/project/other.json', '{}');
    expect(fake.languageItems.at(-2)?.disposed).toBe(true);
    openEditor('/project/key.json', '{}');
    expect(fake.languageItems.at(-2)).toMatchObject({ text: 'Key policy (certain)', disposed: false });
  });

  it('forgets closed documents', () => {
    activate();
    const document = openEditor('/project/key.json', '{}');
    kinds.fire(info());
    fake.events.closeDocument.fire(document);
    openEditor('/project/key.json', '{}');
    expect(fake.languageItems.at(-2)?.disposed).toBe(true);
  });
});

describe('changing the kind', () => {
  it('writes a comment into JSON with comments', async () => {
    activate(new ScriptedPrompts('Key policy'));
    openEditor('/project/key.jsonc', '{}', 'jsonc');
    await run('sealwright.changePolicyKind');
    expect(fake.edits[0]?.edits).toEqual([
      {
        uri: Uri.file('/project/key.jsonc'),
        range: new Range(new Position(0, 0), new Position(0, 0)),
        text: '// sealwright: kind=key-policy\n',
      },
    ]);
    expect(fake.settingUpdates).toEqual([]);
  });

  it('writes the setting of the workspace for JSON, last, so that it wins', async () => {
    fake.folders.push({ uri: Uri.file('/project'), name: 'project', index: 0 });
    fake.settings.set('sealwright.policyKinds', { 'p/key.json': 'scp', '**/*.json': 'none' });
    activate(new ScriptedPrompts('Key policy'));
    openEditor('/project/p/key.json', '{}');
    await run('sealwright.changePolicyKind');
    expect(fake.settingUpdates).toEqual([
      {
        key: 'sealwright.policyKinds',
        value: { '**/*.json': 'none', 'p/key.json': 'key-policy' },
        target: vscode.ConfigurationTarget.Workspace,
      },
    ]);
    expect(Object.keys(fake.settingUpdates[0]?.value as object).at(-1)).toBe('p/key.json');
  });

  it('takes the entry away for Automatic', async () => {
    fake.folders.push({ uri: Uri.file('/project'), name: 'project', index: 0 });
    fake.settings.set('sealwright.policyKinds', { 'key.json': 'scp' });
    activate(new ScriptedPrompts('Automatic'));
    openEditor('/project/key.json', '{}');
    await run('sealwright.changePolicyKind');
    expect(fake.settingUpdates[0]?.value).toBeUndefined();
  });

  it('takes the signs of a file name for themselves, not for a glob', async () => {
    fake.folders.push({ uri: Uri.file('/project'), name: 'project', index: 0 });
    activate(new ScriptedPrompts('Key policy'));
    openEditor('/project/[prod] key.json', '{}');
    await run('sealwright.changePolicyKind');
    expect(fake.settingUpdates[0]?.value).toEqual({ '\\[prod\\] key.json': 'key-policy' });
  });

  it('says what to do with a file outside the workspace', async () => {
    activate(new ScriptedPrompts('Key policy'));
    openEditor('/elsewhere/key.json', '{}');
    await run('sealwright.changePolicyKind');
    expect(fake.messages[0]?.text).toContain('Only files of a workspace folder');
  });

  it.each([
    ['nothing is chosen', '{}', 'json', new ScriptedPrompts('DISMISS')],
    ['Automatic is chosen and nothing is declared', '{}', 'jsonc', new ScriptedPrompts('Automatic')],
  ])('changes nothing when %s', async (_name, text, language, prompts) => {
    activate(prompts);
    openEditor('/project/key.json', text, language);
    await run('sealwright.changePolicyKind');
    expect(fake.edits).toEqual([]);
    expect(fake.settingUpdates).toEqual([]);
    expect(fake.messages).toEqual([]);
  });

  it('asks for a policy first when the editor shows something else', async () => {
    activate();
    openEditor('/project/readme.md', '', 'markdown');
    await run('sealwright.changePolicyKind');
    expect(fake.messages[0]?.text).toContain('Open a policy in JSON first');
  });
});

describe('the comment that declares a kind', () => {
  const apply = (text: string, kind: Parameters<typeof declareKind>[1]) => {
    const change = declareKind(text, kind);
    return change === undefined ? text : text.slice(0, change.start) + change.text + text.slice(change.end);
  };

  it.each([
    ['is put at the top', '{}', 'key-policy', '// sealwright: kind=key-policy\n{}'],
    ['takes the place of another', '// a\n // sealwright: kind=scp\n{}', 'rcp', '// a\n// sealwright: kind=rcp\n{}'],
    ['is taken away', '// sealwright: kind=scp\n{}', undefined, '{}'],
    ['keeps the line breaks of the text', '{\r\n}', 'scp', '// sealwright: kind=scp\r\n{\r\n}'],
    ['stands behind a byte order mark', '\ufeff{}', 'scp', '\ufeff// sealwright: kind=scp\n{}'],
    ['takes the place of a half-written one', '// sealwright: kind=\n{}', 'scp', '// sealwright: kind=scp\n{}'],
  ] as const)('%s', (_name, before, kind, after) => {
    expect(apply(before, kind)).toBe(after);
  });
});

describe('formatting a policy', () => {
  it('applies what the server answers', async () => {
    activate();
    openEditor('/project/key.json', '{ }');
    edits = [new TextEdit(new Range(new Position(0, 1), new Position(0, 2)), '')];
    await run('sealwright.formatPolicy');
    expect(fake.edits[0]?.edits).toHaveLength(1);
  });

  it('does not touch a text that changed meanwhile', async () => {
    activate();
    const document = openEditor('/project/key.json', '{ }');
    edits = [new TextEdit(new Range(new Position(0, 1), new Position(0, 2)), '')];
    onFormat = () => {
      document.version = 2;
    };
    await run('sealwright.formatPolicy');
    expect(fake.edits).toEqual([]);
    expect(fake.messages[0]?.text).toContain('changed while it was being formatted');
  });

  it('does nothing for a text that is formatted already', async () => {
    activate();
    openEditor('/project/key.json', '{}');
    await run('sealwright.formatPolicy');
    expect(fake.edits).toEqual([]);
    expect(fake.messages).toEqual([]);
  });
});

it('restarts the server on command', async () => {
  activate();
  await run('sealwright.restartServer');
  expect(restarts).toBe(1);
});
