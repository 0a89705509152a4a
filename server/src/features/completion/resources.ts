import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { expandActionPatterns } from '../../knowledge/actionLookup.js';
import type { ResourceType } from '../../knowledge/serviceReference.js';
import type { DocumentFacts } from './documentFacts.js';
import { type Proposal, text } from './proposal.js';
import type { CompletionRequest } from './request.js';
import { escapeSnippet } from './snippetText.js';

/** Resources: in a key policy only `*`; elsewhere the ARN forms of what the statement's actions work on. */
export function proposeResources(request: CompletionRequest): Proposal[] {
  const { kind, statement, options, facts, cursor } = request;
  if (kind === 'key-policy') {
    return [text('*', 0, { kind: CompletionItemKind.Constant, detail: l10n.t('This KMS key') })];
  }
  const patterns = (statement?.action?.values ?? []).flatMap((value) => value.known ?? []);
  const actions = expandActionPatterns(options.reference, patterns);
  const types = new Map<string, ResourceType>();
  for (const action of actions) {
    for (const { type } of action.resources) {
      types.set(type.arn, type);
    }
  }
  const proposals = [...types.values()].map((type, index): Proposal => {
    const { label, snippet } = fillArn(type.arn, facts);
    return {
      label,
      kind: CompletionItemKind.Value,
      insert: { kind: 'string-snippet', snippet },
      detail: type.name,
      rank: 1 + Math.min(index, 60),
    };
  });
  const needsEverything = actions.some((action) => action.resources.length === 0);
  return [
    ...proposals,
    text('*', needsEverything ? 0 : 80, {
      kind: CompletionItemKind.Constant,
      detail: needsEverything ? l10n.t('Some of these actions work on no single resource') : l10n.t('Every resource'),
    }),
  ].filter(({ label }) => !cursor.siblings.includes(label));
}

/** An ARN form such as `arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}` with what the document tells filled in. */
export function fillArn(template: string, facts: DocumentFacts): { label: string; snippet: string } {
  let stop = 0;
  const fill = (placeholder: (name: string) => string, keep: (text: string) => string): string =>
    template
      .split(/(\$\{\w+\})/)
      .map((part) => {
        const name = /^\$\{(\w+)\}$/.exec(part)?.[1];
        return name === undefined ? keep(part) : (known(name, facts) ?? placeholder(name));
      })
      .join('');
  return {
    label: fill(
      (name) => EXAMPLES[name] ?? name,
      (part) => part,
    ),
    snippet: fill((name) => `\${${++stop}:${EXAMPLES[name] ?? name}}`, escapeSnippet),
  };
}

/** What a placeholder shows where the document tells nothing. */
const EXAMPLES: Readonly<Record<string, string>> = { Account: '111122223333', Region: 'us-east-1' };

function known(name: string, facts: DocumentFacts): string | undefined {
  switch (name) {
    case 'Partition':
      return facts.partition;
    case 'Region':
      return facts.regions[0];
    case 'Account':
      return facts.accounts[0];
    default:
      return undefined;
  }
}
