import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LspServer, PULL, startLspServer } from '../support/lspServer.js';

const URI = 'file:///policies/key.json';
const policy = (effect: string) =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "${effect}", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }\n  ]\n}\n`;

let server: LspServer;
beforeEach(() => {
  server = startLspServer();
});
afterEach(() => {
  server.process.kill();
});
const codes = async (uri = URI) => (await server.diagnose(uri)).map(({ code }) => code);
const change = (version: number, text: string, range?: object) =>
  server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [range === undefined ? { text } : { range, text }],
  });
const nextNotification = <T>(method: string) =>
  new Promise<T>((resolve) => {
    const subscription = server.connection.onNotification(method, (params: T) => {
      subscription.dispose();
      resolve(params);
    });
  });

describe('the bundled server over stdio', () => {
  it('says what it can do', async () => {
    const { capabilities, serverInfo } = await server.initialize();
    expect(serverInfo?.name).toBe('sealwright');
    expect(capabilities).toMatchObject({
      textDocumentSync: 2,
      hoverProvider: true,
      completionProvider: { resolveProvider: true },
      documentFormattingProvider: true,
      diagnosticProvider: { identifier: 'sealwright' },
    });
    expect(await server.stop()).toBe(0);
  });

  it('leaves formatting to an editor that formats JSON itself', async () => {
    const { capabilities } = await server.initialize({ initializationOptions: { provideFormatter: false } });
    expect(capabilities.documentFormattingProvider).toBeUndefined();
  });

  it('diagnoses, follows incremental edits, and links each finding to its page', async () => {
    await server.initialize();
    await server.open(URI, policy('allow'));
    const [finding] = await server.diagnose(URI);
    expect(finding).toMatchObject({
      code: 'effect-invalid',
      severity: 1,
      source: 'sealwright',
      range: { start: { line: 3, character: 16 }, end: { line: 3, character: 23 } },
      codeDescription: { href: expect.stringMatching(/effect-invalid\.md$/) },
    });
    await change(2, 'A', { start: { line: 3, character: 17 }, end: { line: 3, character: 18 } });
    expect(await codes()).toEqual([]);
    await change(3, 'X', { start: { line: 3, character: 17 }, end: { line: 3, character: 18 } });
    expect(await codes()).toEqual(['effect-invalid']);
  });

  it('pushes diagnostics to a client that cannot ask, once for a burst of edits', async () => {
    await server.initialize({ capabilities: {} });
    const published: { version: number; diagnostics: { code: string }[] }[] = [];
    server.connection.onNotification('textDocument/publishDiagnostics', (params) => {
      published.push(params);
    });
    await server.open(URI, policy('allow'));
    for (let version = 2; version <= 20; version++) {
      await change(version, policy(version === 20 ? 'deny' : 'Allow'));
    }
    await expect.poll(() => published.at(-1)?.version).toBe(20);
    expect(published.at(-1)?.diagnostics.map(({ code }) => code)).toEqual(['effect-invalid']);
    expect(published.length).toBeLessThan(20);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await expect.poll(() => published.at(-1)?.diagnostics).toEqual([]);
  });

  it('takes changed settings at once, asked for or pushed', async () => {
    let rules: Record<string, string> = {};
    server.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => ({ rules })),
    );
    let refreshes = 0;
    server.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshes++;
      return null;
    });
    await server.initialize({
      capabilities: { ...PULL, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
    });
    await server.open(URI, policy('allow'));
    expect(await codes()).toEqual(['effect-invalid']);
    rules = { 'effect-invalid': 'off' };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await codes()).toEqual([]);
    expect(refreshes).toBeGreaterThan(0);
  });

  it('takes settings from the notification when the client cannot be asked', async () => {
    await server.initialize({ initializationOptions: { settings: { rules: { 'effect-invalid': 'hint' } } } });
    await server.open(URI, policy('allow'));
    expect((await server.diagnose(URI))[0]?.severity).toBe(4);
    const settings = { sealwright: { rules: { 'effect-invalid': 'off' } } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    expect(await codes()).toEqual([]);
  });

  it('says which setting it ignores, and keeps working', async () => {
    const message = nextNotification<{ message: string }>('window/showMessage');
    await server.initialize({ initializationOptions: { settings: { rules: { 'effect-invalid': 'loud' } } } });
    expect((await message).message).toContain('rules.effect-invalid');
    await server.open(URI, policy('allow'));
    expect(await codes()).toEqual(['effect-invalid']);
  });

  it('reads sealwright.config.json of the workspace, and again when it changes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sealwright-lsp-'));
    try {
      const folderUri = pathToFileURL(folder).href;
      const uri = `${folderUri}/keys/key.json`;
      const write = (level: string) =>
        writeFileSync(path.join(folder, 'sealwright.config.json'), `{ "rules": { "effect-invalid": "${level}" } }`);
      write('off');
      await server.initialize({ workspaceFolders: [{ uri: folderUri, name: 'x' }] });
      await server.open(uri, policy('allow'));
      expect(await codes(uri)).toEqual([]);
      write('info');
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
      expect((await server.diagnose(uri))[0]?.severity).toBe(3);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('tells a client that asks for it what each document is', async () => {
    await server.initialize({ initializationOptions: { announceDocumentKinds: true } });
    const announced = nextNotification<{ kind: string; bytes: number }>('sealwright/documentKind');
    await server.open(URI, policy('Allow'));
    await server.diagnose(URI);
    expect(await announced).toMatchObject({
      uri: URI,
      kind: 'key-policy',
      bytes: policy('Allow').length,
      maxBytes: 32_768,
    });
    const asked = await server.connection.sendRequest('sealwright/getDocumentKind', { uri: URI });
    expect(asked).toMatchObject({ kind: 'key-policy', knowledgeDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  });

  it('answers hover, completion, symbols, code actions and formatting', async () => {
    await server.initialize();
    await server.open(URI, policy('allow'));
    const at = (line: number, character: number) => ({ textDocument: { uri: URI }, position: { line, character } });
    const range = { start: { line: 3, character: 18 }, end: { line: 3, character: 18 } };
    const hover = await server.connection.sendRequest('textDocument/hover', at(3, 9));
    expect(JSON.stringify(hover)).toContain('Effect');
    const completion: { items: { label: string }[] } = await server.connection.sendRequest(
      'textDocument/completion',
      at(3, 18),
    );
    expect(completion.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['Allow', 'Deny']));
    const symbols: unknown[] = await server.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: URI },
    });
    expect(symbols.length).toBeGreaterThan(0);
    const actions: { title: string; edit: object }[] = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('Replace with "Allow"');
    const edits: unknown[] = await server.connection.sendRequest('textDocument/formatting', {
      textDocument: { uri: URI },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits.length).toBeGreaterThan(0);
  });

  it('speaks Korean to a Korean editor', async () => {
    await server.initialize({ locale: 'ko' });
    await server.open(URI, policy('allow'));
    expect((await server.diagnose(URI))[0]?.message).toMatch(/[가-힣]/);
  });

  it('answers the preflight of a log group', async () => {
    await server.initialize();
    const report = await server.connection.sendRequest('sealwright/logGroupPreflight', {
      key: {
        arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        keyState: 'Enabled',
        keySpec: 'SYMMETRIC_DEFAULT',
        keyUsage: 'ENCRYPT_DECRYPT',
        keyManager: 'CUSTOMER',
        origin: 'AWS_KMS',
      },
      keyPolicy: policy('Allow'),
      logGroup: { name: '/app', arn: 'arn:aws:logs:us-east-1:111122223333:log-group:/app' },
    });
    expect(report).toMatchObject({ canProceed: false, missingStatement: expect.stringContaining('log-group:/app') });
  });
});

describe('bad input to the server', () => {
  it.each([
    [
      '5 MB of JSON that is no policy',
      JSON.stringify(Array.from({ length: 80_000 }, (_, id) => ({ id, name: `item ${id}` }))),
    ],
    ['JSON nested 100,000 deep', `{"Statement":${'['.repeat(100_000)}`],
    ['NUL bytes', `{"Statement":[{"Effect":"A\u0000llow"}]}\u0000`],
    ['binary', String.fromCharCode(...Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 65_536))],
    ['duplicate keys', '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[],"Statement":{}}'],
    ['a byte order mark and CRLF', `\uFEFF${policy('Allow').replaceAll('\n', '\r\n')}`],
    ['nothing', ''],
  ])('%s is answered, and the next document too', async (_, text) => {
    await server.initialize();
    await server.open('file:///odd.json', text);
    expect(Array.isArray(await server.diagnose('file:///odd.json'))).toBe(true);
    await server.open(URI, policy('allow'));
    expect(await codes()).toContain('effect-invalid');
    expect(server.stderr()).toBe('');
  });

  it('follows a document that changes its language', async () => {
    await server.initialize();
    const text = `// a comment\n${policy('Allow')}`;
    await server.open(URI, text, 'json');
    expect(await codes()).toEqual(['json-syntax']);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await server.open(URI, text, 'jsonc');
    expect(await codes()).toEqual([]);
  });

  it('answers for a document that was never opened', async () => {
    await server.initialize();
    expect(await server.diagnose('file:///nowhere.json')).toEqual([]);
    expect(
      await server.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: 'file:///x' },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });

  it('survives requests with positions outside of the document', async () => {
    await server.initialize();
    await server.open(URI, policy('Allow'));
    const params = { textDocument: { uri: URI }, position: { line: 9_999, character: 9_999 } };
    await server.connection.sendRequest('textDocument/completion', params);
    await server.connection.sendRequest('textDocument/hover', params);
    expect(await codes()).toEqual([]);
  });

  it('refuses a cancelled request as cancelled', async () => {
    await server.initialize();
    const uri = 'file:///big.json';
    const statement = '{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}';
    await server.open(
      uri,
      `{"Version":"2012-10-17","Statement":[${Array.from({ length: 20_000 }, () => statement).join(',')}]}`,
    );
    const first = server.diagnose(uri);
    const { connection } = server;
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const second = connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: { line: 0, character: 1 } },
      source.token,
    );
    source.cancel();
    await expect(second).rejects.toMatchObject({ code: -32_800 });
    await first;
  });
});
