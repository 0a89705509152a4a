import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AccessDiffReport,
  DecisionReport,
  LockoutReport,
  SuggestionInfo,
  WhoCanReport,
} from '../../protocol/src/access.js';
import { type LspServer, startLspServer } from '../support/lspServer.js';

const URI = 'file:///policies/key.json';
const ROLE = 'arn:aws:iam::111122223333:role/App';
const TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Root", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" },
    { "Sid": "App", "Effect": "Allow", "Principal": { "AWS": "${ROLE}" }, "Action": "kms:Decrypt", "Resource": "*",
      "Condition": { "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } },
    { "Sid": "Again", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Encrypt", "Resource": "*" }
  ]
}
`;

let server: LspServer;
beforeAll(async () => {
  server = startLspServer();
  await server.initialize();
  await server.open(URI, TEXT);
});
afterAll(() => {
  server.process.kill();
});
const ask = <T>(method: string, params: object): Promise<T> =>
  server.connection.sendRequest(`sealwright/${method}`, params);

describe('questions about access, over stdio', () => {
  it('decides a request, and shows where in the document', async () => {
    const request = {
      principal: ROLE,
      action: 'kms:Decrypt',
      context: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
      key: { account: '111122223333' },
      identityPolicies: [],
      boundary: null,
      sessionPolicies: [],
      scps: [],
      rcps: [],
      grants: [],
    };
    const { decision, because } = await ask<DecisionReport>('simulate', { request, keyPolicy: { uri: URI } });
    expect(decision).toBe('allowed');
    expect(because).toContainEqual(
      expect.objectContaining({
        source: 'keyPolicy',
        statement: {
          index: 1,
          sid: 'App',
          range: { start: { line: 4, character: 4 }, end: { line: 5, character: 91 } },
        },
        conditions: [
          expect.objectContaining({
            key: 'kms:ViaService',
            outcome: 'met',
            range: expect.objectContaining({ start: { line: 5, character: 39 } }),
          }),
        ],
      }),
    );
    expect(await ask('simulate', { request: { action: 'kms:Decrypt' } })).toEqual({
      error: expect.stringContaining('principal'),
    });
  });

  it('tells who can do what', async () => {
    const report = await ask<WhoCanReport>('whoCan', { policy: { uri: URI }, groups: ['decrypt'] });
    expect(report).toMatchObject({ version: 1, account: '111122223333' });
    expect(report.access).toContainEqual(
      expect.objectContaining({
        principals: [{ kind: 'role', principal: ROLE, account: '111122223333' }],
        actions: ['kms:Decrypt'],
        through: 'role',
        when: [expect.objectContaining({ key: 'kms:ViaService', values: ['s3.us-east-1.amazonaws.com'] })],
        statement: expect.objectContaining({
          sid: 'App',
          range: expect.objectContaining({ start: { line: 4, character: 4 } }),
        }),
      }),
    );
  });

  it('compares a document with a text', async () => {
    const before = { text: JSON.stringify(JSON.parse(TEXT)) };
    expect(await ask('accessDiff', { before, after: { uri: URI } })).toMatchObject({
      same: true,
      gained: [],
      lost: [],
    });
    const after = { text: TEXT.replace('kms:Decrypt', 'kms:DescribeKey') };
    const report = await ask<AccessDiffReport>('accessDiff', { before: { uri: URI }, after });
    expect(report.gained.map(({ actions }) => actions)).toEqual([['kms:DescribeKey']]);
    expect(report.lost.map(({ actions }) => actions)).toEqual([['kms:Decrypt']]);
  });

  it('tells who is locked out', async () => {
    const report = await ask<LockoutReport>('lockout', {
      policy: { uri: URI },
      caller: ROLE,
      breakGlass: ['arn:aws:iam::444455556666:role/Other'],
    });
    expect(report.principals.map(({ control }) => control)).toEqual(['iam', 'no']);
    expect(report.lockedOut).toBe(true);
  });

  it('suggests what the policy can do without, as edits', async () => {
    const suggestions = await ask<SuggestionInfo[]>('minimize', { uri: URI });
    expect(suggestions).toMatchObject([
      { kind: 'redundant', part: 'statement', range: { start: { line: 6, character: 4 } } },
    ]);
    expect(suggestions[0]?.edits.length).toBeGreaterThan(0);
  });

  it('answers null where there is no policy to ask about', async () => {
    for (const [method, params] of [
      ['whoCan', { policy: { uri: 'file:///closed.json' } }],
      ['whoCan', { policy: { text: '{ "name": "x" }' } }],
      ['accessDiff', { before: { text: TEXT.slice(0, -40) }, after: { uri: URI } }],
      ['lockout', { policy: { text: '' } }],
      ['minimize', { uri: 'file:///closed.json' }],
    ] as const) {
      expect(await ask(method, params)).toBeNull();
    }
  });
});
