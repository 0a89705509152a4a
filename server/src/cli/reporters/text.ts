import { styleText } from 'node:util';
import * as l10n from '@vscode/l10n';
import type { Report, Reporter, ReportFinding } from '../report.js';

const STYLES = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' } as const;

/** For people: a block a file, a line a finding, a sum at the end. */
export const textReporter: Reporter = (report, { color }) => {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const lines: string[] = [];
  let file: string | undefined;
  for (const finding of report.findings) {
    if (finding.file !== file) {
      file = finding.file;
      lines.push(...(lines.length > 0 ? [''] : []), paint('underline', file));
    }
    lines.push(describe(finding, paint));
  }
  const sum = summarize(report);
  return `${[...lines, ...(lines.length > 0 ? [''] : []), sum].join('\n')}\n`;
};

function describe(
  finding: ReportFinding,
  paint: (style: Parameters<typeof styleText>[0], text: string) => string,
): string {
  const place = `${finding.start.line}:${finding.start.column}`.padEnd(8);
  const severity = paint(STYLES[finding.severity], severityName(finding.severity));
  return `  ${place} ${severity}  ${finding.message}  ${paint('dim', finding.rule)}`;
}

function severityName(severity: ReportFinding['severity']): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'info':
      return l10n.t('info');
    case 'hint':
      return l10n.t('hint');
  }
}

function summarize({ files, summary }: Report): string {
  const { policies, errors, warnings, infos, hints, fixable, fixed } = summary;
  const parts = [
    l10n.t('Files: {0}, policies: {1}.', files, policies),
    l10n.t('Errors: {0}, warnings: {1}, notes: {2}.', errors, warnings, infos + hints),
    ...(fixed > 0 ? [l10n.t('Files fixed: {0}.', fixed)] : []),
    ...(fixable > 0 ? [l10n.t('Can be fixed with --fix: {0}.', fixable)] : []),
  ];
  return parts.join(' ');
}
