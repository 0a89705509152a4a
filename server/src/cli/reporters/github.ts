import type { Reporter, ReportFinding } from '../report.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** Workflow commands that GitHub Actions turns into annotations of the pull request. */
export const githubReporter: Reporter = ({ findings }) => findings.map((finding) => `${annotate(finding)}\n`).join('');

function annotate({ severity, file, start, end, rule, message, docs }: ReportFinding): string {
  const properties = [
    `file=${property(file)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
    `title=${property(`sealwright ${rule}`)}`,
  ].join(',');
  return `::${COMMANDS[severity]} ${properties}::${data(`${message} ${docs}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
