import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, CodeActionContext, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.js';
import { declareKindActions } from './codeActions/declareKind.js';
import { expandWildcardActions } from './codeActions/expandWildcard.js';
import { FIX_ALL_KIND, fixAllActions } from './codeActions/fixAll.js';
import { ignoreActions } from './codeActions/ignore.js';
import { quickFixActions } from './codeActions/quickFixes.js';
import type { ActionRequest } from './codeActions/request.js';
import type { FeatureOptions } from './options.js';
import { toSpan } from './ranges.js';

/** Every kind of code action that `codeActions` may return, for the server's capabilities. */
export const CODE_ACTION_KINDS = ['quickfix', 'refactor.rewrite', FIX_ALL_KIND] as const;

export interface CodeActionOptions extends FeatureOptions {
  /** Reads a changed text in the same way as the document; lets "fix all" mend what a first fix lays open. */
  readonly analyze?: ((text: string) => Analysis) | undefined;
}

/**
 * What can be done about the code in `range`: quick fixes and "ignore" for the findings it touches, rewrites of what
 * stands there, and all safe fixes of the document at once.
 */
export function codeActions(
  analysis: Analysis,
  document: TextDocument,
  range: Range,
  context: CodeActionContext,
  options: CodeActionOptions,
): CodeAction[] {
  if (analysis.document === undefined) {
    return [];
  }
  const request: ActionRequest = {
    analysis,
    policyDocument: analysis.document,
    document,
    span: toSpan(document, range),
    options,
  };
  const isWanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  return [
    ...(isWanted('quickfix')
      ? [...quickFixActions(request), ...declareKindActions(request), ...ignoreActions(request)]
      : []),
    ...(isWanted('refactor.rewrite') ? expandWildcardActions(request) : []),
    // Costs an analysis a round, so only for those who ask for source actions.
    ...(context.only !== undefined && isWanted(FIX_ALL_KIND) ? fixAllActions(request, options.analyze) : []),
  ];
}
