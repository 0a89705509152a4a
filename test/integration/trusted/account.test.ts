import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { awsRequests, requestOf } from '../support/awsLocal.js';
import { findingOf, openSample } from '../support/documents.js';

describe('The views of an account', () => {
  it('ask nothing of AWS before they are opened', async () => {
    await findingOf(await openSample('mistakes/typos.json'), 'action-unknown');
    assert.deepEqual(await awsRequests(), []);
  });

  it('list keys and log groups of the signed-in identity when they are opened', async () => {
    await vscode.commands.executeCommand('sealwright.keys.focus');
    await requestOf('GetCallerIdentity');
    await requestOf('ListKeys');
    await vscode.commands.executeCommand('sealwright.logGroups.focus');
    await requestOf('DescribeLogGroups');
  });
});
