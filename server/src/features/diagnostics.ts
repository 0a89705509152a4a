import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Analysis, ReportedFinding } from '../analysis/analysis.js';
import { docsAddress } from '../rules/docs.js';
import { toRange } from './ranges.js';

const DIAGNOSTIC_SOURCE = 'sealwright';

const SEVERITIES: Readonly<Record<ReportedFinding['level'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules whose findings are about text that changes nothing: the editor fades it. Told by the id, which names the defect. */
const UNNECESSARY = /-(redundant|shadowed|unused)$|^principal-duplicate$/;
const DEPRECATED = /(^|-)deprecated$/;

/** The findings of a document as LSP diagnostics, in document order. */
export function toDiagnostics(analysis: Analysis, document: TextDocument): Diagnostic[] {
  return analysis.findings().map((finding) => toDiagnostic(finding, analysis.uri, document));
}

/** One finding as an LSP diagnostic. */
export function toDiagnostic(finding: ReportedFinding, uri: string, document: TextDocument): Diagnostic {
  const { rule, related } = finding;
  const tags = tagsOf(rule.id);
  return {
    range: toRange(document, finding.span),
    severity: SEVERITIES[finding.level],
    source: DIAGNOSTIC_SOURCE,
    code: rule.id,
    codeDescription: { href: docsAddress(rule.id) },
    message: finding.message,
    data: { rule: rule.id },
    ...(tags.length > 0 && { tags }),
    ...(related !== undefined &&
      related.length > 0 && {
        relatedInformation: related.map(({ span, message }) => ({
          location: { uri, range: toRange(document, span) },
          message,
        })),
      }),
  };
}

function tagsOf(ruleId: string): DiagnosticTag[] {
  return [
    ...(UNNECESSARY.test(ruleId) ? [DiagnosticTag.Unnecessary] : []),
    ...(DEPRECATED.test(ruleId) ? [DiagnosticTag.Deprecated] : []),
  ];
}
