import type { Log, ReportingDescriptor, Result } from 'sarif';
import { docsAddress } from '../../rules/docs.js';
import { RULE_SUMMARIES } from '../../rules/generated/summaries.js';
import { ALL_RULES } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { Reporter, ReportFinding } from '../report.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

/** SARIF 2.1.0, as code scanning services read it. */
export const sarifReporter: Reporter = ({ findings }, { version }) => {
  const used = ALL_RULES.filter((rule) => findings.some((finding) => finding.rule === rule.id));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: {
          driver: {
            name: 'Sealwright',
            informationUri: 'https://github.com/sealwright/sealwright',
            semanticVersion: version,
            rules: used.map(toDescriptor),
          },
        },
        results: findings.map((finding) => toResult(finding, used)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function toDescriptor({ id, defaultLevel, tags }: Rule): ReportingDescriptor {
  return {
    id,
    name: id,
    helpUri: docsAddress(id),
    shortDescription: { text: RULE_SUMMARIES.get(id) ?? id },
    defaultConfiguration: { level: defaultLevel === 'off' ? 'none' : LEVELS[defaultLevel] },
    properties: { tags: [...tags] },
  };
}

function toResult({ rule, severity, message, file, start, end }: ReportFinding, used: readonly Rule[]): Result {
  return {
    ruleId: rule,
    ruleIndex: used.findIndex((candidate) => candidate.id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
      },
    ],
  };
}
