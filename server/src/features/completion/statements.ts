import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { dnsSuffixOf } from './dnsSuffix.js';
import type { Proposal } from './proposal.js';
import type { CompletionRequest } from './request.js';
import { listStatementSnippets, toPlainBody, toSnippetBody } from './statementSnippets.js';

/** Whole statements, in a place where a statement can stand. Those of key policies only where that may be the kind. */
export function proposeStatements(request: CompletionRequest): Proposal[] {
  const { cursor, kind, facts, options } = request;
  const wrap = (body: string): string => (cursor.inList ? body : `[\n\t${body.replaceAll('\n', '\n\t')}\n]`);
  const empty: Proposal = {
    label: l10n.t('New statement'),
    kind: CompletionItemKind.Snippet,
    insert: { kind: 'json', snippet: wrap(emptyStatement(kind)) },
    rank: 0,
    continues: true,
  };
  if (kind !== 'key-policy' && kind !== 'unknown') {
    return [empty];
  }
  const known = {
    Partition: facts.partition,
    DnsSuffix: dnsSuffixOf(facts.partition),
    ...(facts.accounts[0] !== undefined && { Account: facts.accounts[0] }),
    ...(facts.regions[0] !== undefined && { Region: facts.regions[0] }),
  };
  const whole = listStatementSnippets(options.locale).map(
    ({ name, description, statements }, index): Proposal => ({
      label: name,
      kind: CompletionItemKind.Snippet,
      insert: { kind: 'json', snippet: wrap(toSnippetBody(statements, known)) },
      detail: l10n.t('Statement'),
      note: `${description}\n\n\`\`\`json\n${toPlainBody(statements, known).replaceAll('\t', '  ')}\n\`\`\``,
      rank: Math.min(1 + index, 90),
    }),
  );
  return [empty, ...whole];
}

/** Sid, Effect and so on as the kind has them. */
function emptyStatement(kind: CompletionRequest['kind']): string {
  const hasPrincipal = kind !== 'identity-policy' && kind !== 'scp';
  const hasResource = kind !== 'trust-policy';
  const effect = kind === 'scp' || kind === 'rcp' ? 'Deny' : '${1|Allow,Deny|}';
  const lines = [
    `"Effect": "${effect}"`,
    ...(hasPrincipal ? [kind === 'rcp' ? '"Principal": "*"' : '"Principal": { "${2|AWS,Service|}": "$3" }'] : []),
    '"Action": "$4"',
    ...(hasResource ? [`"Resource": "${kind === 'key-policy' ? '*' : '$5'}"`] : []),
  ];
  return `{\n\t${lines.join(',\n\t')}\n}`;
}
