import * as vscode from 'vscode';
import type { GrantSummary, Json } from '../../aws/ports.js';

/** A grant as a sentence: who may do what, under which encryption context, and who may end it. */
export function grantSentence({ grantee, operations, contextEquals, contextSubset, retiring }: GrantSummary): string {
  const pairs = (context: Readonly<Record<string, string>>) =>
    Object.entries(context)
      .map(([name, value]) => `${name}=${value}`)
      .join(', ');
  return [
    vscode.l10n.t('{0} may {1}', grantee, operations.join(', ')),
    ...(contextEquals === undefined
      ? []
      : [vscode.l10n.t('with exactly the encryption context {0}', pairs(contextEquals))]),
    ...(contextSubset === undefined
      ? []
      : [vscode.l10n.t('with an encryption context that holds {0}', pairs(contextSubset))]),
    ...(retiring === undefined ? [] : [vscode.l10n.t('{0} may retire it', retiring)]),
  ].join('; ');
}

/** The value of the settings `kms.grant` and `kms.grantToRetire`. */
export function grantValue({
  grantee,
  operations,
  retiring,
  contextEquals,
  contextSubset,
}: Omit<GrantSummary, 'id'>): Json {
  return {
    grantee,
    operations: [...operations],
    ...(retiring === undefined ? {} : { retiring }),
    ...(contextEquals === undefined ? {} : { contextEquals: { ...contextEquals } }),
    ...(contextSubset === undefined ? {} : { contextSubset: { ...contextSubset } }),
  };
}
