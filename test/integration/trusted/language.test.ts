import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingOf, findingsOn, openSample, positionOf, ruleOf } from '../support/documents.js';
import { waitFor } from '../support/waitFor.js';

describe('A policy in the editor', () => {
  it('gets findings that link to the page of their rule', async () => {
    const document = await openSample('mistakes/typos.json');
    const finding = await findingOf(document, 'action-unknown');
    assert.equal(document.getText(finding.range), '"kms:Decypt"');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof finding.code === 'object' && finding.code.target.path.includes('action-unknown'));
  });

  it('gets none when it is sound', async () => {
    const sound = await openSample('key-policies/app-logs-key.json');
    // The document before is analysed by the time that a later one is.
    await findingOf(await openSample('mistakes/typos.json'), 'action-unknown');
    assert.deepEqual(findingsOn(sound).map(ruleOf), []);
  });

  it('is told apart from JSON that is no policy', async () => {
    const other = await openSample('other-policies/not-a-policy.json');
    await findingOf(await openSample('mistakes/typos.json'), 'action-unknown');
    assert.deepEqual(findingsOn(other).map(ruleOf), []);
  });

  it('may have comments', async () => {
    const document = await openSample('key-policies/one-log-group.jsonc');
    const editor = vscode.window.activeTextEditor;
    await editor?.edit((edit) => edit.replace(rangeOf(document, 'kms:Decrypt'), 'kms:Decript'));
    await findingOf(document, 'action-unknown');
    assert.ok(document.isDirty, 'The document was saved, so that nothing can be reverted.');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await waitFor('the document to be reverted', () => !document.isDirty || undefined);
    await waitFor('the finding to go', () => findingsOn(document).length === 0 || undefined);
  });

  it('explains an action on hover', async () => {
    const document = await openSample('key-policies/app-logs-key.json');
    const text = await waitFor('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, 'kms:ScheduleKeyDeletion', 6),
      );
      const contents = hovers.flatMap((hover) =>
        hover.contents.map((part) => (typeof part === 'string' ? part : part.value)),
      );
      return contents.find((part) => part.includes('ScheduleKeyDeletion'));
    });
    assert.ok(text.length > 40, text);
  });

  it('completes an action', async () => {
    const document = await openSample('key-policies/app-logs-key.json');
    const labels = await waitFor('completions', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        positionOf(document, 'kms:TagResource', 'kms:Tag'.length),
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.some((label) => label.startsWith('kms:')) ? found : undefined;
    });
    assert.ok(labels.includes('kms:GenerateRandom'), labels.join(', '));
  });

  it('is mended by a quick fix', async () => {
    const document = await openSample('mistakes/typos.json');
    const finding = await findingOf(document, 'effect-invalid');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
      50, // how many of them are resolved, so that they carry their edit
    );
    // The command hands actions out without their diagnostics, so the title tells which is which.
    const fix = actions.find(({ title }) => title.includes('"Allow"'));
    assert.ok(fix?.edit !== undefined, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /"Effect": "Allow",\s*"Principal": [^}]*},\s*"Actions"/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('obeys a changed rule level without a restart', async () => {
    const document = await openSample('mistakes/typos.json');
    await findingOf(document, 'action-unknown');
    const configuration = vscode.workspace.getConfiguration('sealwright');
    await configuration.update('rules', { 'action-unknown': 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      await waitFor(
        'the finding to go',
        () => !findingsOn(document).map(ruleOf).includes('action-unknown') || undefined,
      );
      assert.ok(findingsOn(document).length > 0, 'Only the one rule is switched off.');
    } finally {
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await findingOf(document, 'action-unknown');
  });
});

function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  return new vscode.Range(positionOf(document, text), positionOf(document, text, text.length));
}
