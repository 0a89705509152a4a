import * as l10n from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver-types';
import { POLICY_KINDS } from '../../../../protocol/src/vocabulary.js';
import { detectFormatting } from '../../syntax/jsonEditor.js';
import { kindLabel } from '../kindLabel.js';
import { type ActionRequest, toWorkspaceEdit } from './request.js';

/** For a policy whose kind cannot be told, in a language with comments: a first line that says it. */
export function declareKindActions(request: ActionRequest): CodeAction[] {
  const { source, kind } = request.policyDocument;
  if (kind !== 'unknown' || source.languageId !== 'jsonc') {
    return [];
  }
  const { eol } = detectFormatting(source.text);
  const start = source.text.startsWith('\uFEFF') ? 1 : 0;
  return POLICY_KINDS.map((candidate) => ({
    title: l10n.t('Declare that this document is: {0}', kindLabel(candidate)),
    kind: 'quickfix',
    edit: toWorkspaceEdit(request, [
      { span: { start, end: start }, newText: `// sealwright: kind=${candidate}${eol}` },
    ]),
  }));
}
