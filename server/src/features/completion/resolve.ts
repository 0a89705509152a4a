import { type CompletionItem, MarkupKind } from 'vscode-languageserver-types';
import { POLICY_KINDS, type PolicyKind } from '../../../../protocol/src/vocabulary.js';
import { actionDocs } from '../hover/actionDocs.js';
import { conditionKeyDocs } from '../hover/conditionKeyDocs.js';
import { elementDocs, principalTypeDocs } from '../hover/elementDocs.js';
import { operatorDocs } from '../hover/operatorDocs.js';
import { servicePrincipalDocs } from '../hover/principalDocs.js';
import type { FeatureOptions } from '../options.js';

/** Adds the documentation to an item of `complete`; any other item comes back as it was. */
export function resolveCompletion(item: CompletionItem, options: FeatureOptions): CompletionItem {
  const value = documentationOf(item.data, options);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** `data` has been to the client and back, so nothing of it is taken on trust. */
function documentationOf(data: unknown, options: FeatureOptions): string | undefined {
  if (typeof data !== 'object' || data === null || !('about' in data) || !('name' in data)) {
    return undefined;
  }
  const { about, name } = data;
  if (typeof name !== 'string') {
    return undefined;
  }
  const kind = 'kind' in data && isKind(data.kind) ? data.kind : 'unknown';
  switch (about) {
    case 'action':
      return actionDocs(options.reference, name, kind);
    case 'condition-key':
      return conditionKeyDocs(name, kind, undefined, options);
    case 'operator':
      return operatorDocs(name, options.locale);
    case 'element':
      return elementDocs(name, kind, options.locale) ?? principalTypeDocs(name);
    case 'service-principal':
      return servicePrincipalDocs(name, kind, options.locale);
    default:
      return undefined;
  }
}

function isKind(value: unknown): value is PolicyKind {
  return POLICY_KINDS.some((kind) => kind === value);
}
