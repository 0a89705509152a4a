import * as assert from 'node:assert/strict';
import { findingOf, openSample } from '../support/documents.js';

describe('Display language Korean in the editor', () => {
  it('words findings in Korean', async () => {
    const finding = await findingOf(await openSample('mistakes/typos.json'), 'action-unknown');
    assert.match(finding.message, /[가-힣]/);
    assert.match(finding.message, /kms:Decypt/);
  });
});
