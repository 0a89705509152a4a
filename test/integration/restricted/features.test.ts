import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { awsRequests } from '../support/awsLocal.js';
import { findingOf, openSample } from '../support/documents.js';

describe('In Restricted Mode', () => {
  it('a policy gets findings', async () => {
    await findingOf(await openSample('mistakes/typos.json'), 'action-unknown');
  });

  it('nothing is asked of AWS, also when the views are opened', async () => {
    await vscode.commands.executeCommand('sealwright.keys.focus');
    await vscode.commands.executeCommand('sealwright.logGroups.focus');
    await vscode.commands.executeCommand('sealwright.refresh').then(undefined, () => undefined);
    // Time enough for a request on loopback to arrive, were one sent.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.deepEqual(await awsRequests(), []);
  });
});
