import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../server/src/features/completion/snippetText.js';
import { listStatementSnippets, toSnippetBody } from '../../server/src/features/completion/statementSnippets.js';
import { open } from '../support/features.js';

const FILE = path.join(import.meta.dirname, '../../snippets/policy.json');

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** What `snippets/policy.json` must hold: whole policies, then the statements that completion offers too. */
function expectedSnippets(): Record<string, Snippet> {
  const statements = listStatementSnippets('en');
  const account = statements.find(({ id }) => id === 'account');
  const logGroup = statements.find(({ id }) => id === 'cloudwatch-log-group');
  if (account === undefined || logGroup === undefined) {
    throw new Error('The statements of the whole policies are gone.');
  }
  const policy = (parts: typeof statements): string[] => {
    const body = toSnippetBody(
      parts.flatMap((part) => part.statements),
      {},
    );
    return `{\n\t"Version": "2012-10-17",\n\t"Statement": [\n\t\t${body.replaceAll('\n', '\n\t\t')}\n\t]\n}`.split(
      '\n',
    );
  };
  return {
    'KMS key policy': {
      prefix: 'kms-policy',
      body: policy([account]),
      description: 'A key policy that lets IAM policies of the account give access',
    },
    'KMS key policy for CloudWatch Logs': {
      prefix: 'kms-policy-logs',
      body: policy([account, logGroup]),
      description: 'A key policy for encrypted CloudWatch Logs log groups',
    },
    ...Object.fromEntries(
      statements.map(({ id, name, description, statements: parts }) => [
        `KMS key policy statement: ${name}`,
        { prefix: `kms-${id}`, body: toSnippetBody(parts, {}).split('\n'), description },
      ]),
    ),
  };
}

describe('snippets/policy.json', () => {
  it('holds what is generated from the targets and common statements (mend with "npx vitest run test/features/snippets -u")', async () => {
    await expect(`${JSON.stringify(expectedSnippets(), null, 2)}\n`).toMatchFileSnapshot(FILE);
  });

  const snippets = expectedSnippets();

  it('has prefixes of its own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    expect(prefixes.length).toBeGreaterThan(11);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it.each(Object.entries(snippets))('%s is a key policy without a finding', (_name, { body }) => {
    const text = plainText(body.join('\n'));
    const isWhole = text.includes('"Statement"');
    // A statement alone would lock everybody out, so it stands beside the account's own.
    const account = plainText(snippets['KMS key policy']?.body.join('\n') ?? '');
    const isAccount = text.includes('EnableIamPoliciesForOwnerAccount');
    const policy =
      isWhole || isAccount ? (isWhole ? text : account) : account.replace(/\n\t\]\n\}$/, `,\n${text}\n\t]\n}`);
    expect(policy).toContain(isWhole ? '"Statement"' : '"Sid"');
    const { analysis } = open(policy);
    expect(analysis.classification).toMatchObject({ kind: 'key-policy', confidence: 'certain' });
    expect(analysis.findings().map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([]);
  });
});
