import * as l10n from '@vscode/l10n';
import type { DecisionReport, ReasonInfo } from '../../../../protocol/src/access.js';
import { toDecisionReport } from '../../policy/access/decisionReport.js';
import { createSimulationReader } from '../../policy/evaluate/readSimulation.js';
import { simulate } from '../../policy/evaluate/simulate.js';
import { type Command, parseCommandArgs, requireFormat } from '../command.js';
import { EXIT_CODES, UsageError } from '../exitCode.js';
import { OUTPUT_FORMATS, render, type Section, toJson } from '../outputFormats.js';
import { simulateLines } from '../simulateLines.js';
import { toRequest } from '../simulateRequest.js';

const OPTIONS = {
  principal: { type: 'string' },
  action: { type: 'string' },
  resource: { type: 'string' },
  context: { type: 'string', multiple: true },
  'context-partial': { type: 'boolean', default: false },
  'key-policy': { type: 'string' },
  'identity-policy': { type: 'string', multiple: true },
  'no-identity-policies': { type: 'boolean', default: false },
  boundary: { type: 'string' },
  'no-boundary': { type: 'boolean', default: false },
  'session-policy': { type: 'string', multiple: true },
  'no-session-policies': { type: 'boolean', default: false },
  scp: { type: 'string', multiple: true },
  rcp: { type: 'string', multiple: true },
  'no-guardrails': { type: 'boolean', default: false },
  'endpoint-policy': { type: 'string' },
  grants: { type: 'string' },
  'no-grants': { type: 'boolean', default: false },
  key: { type: 'string' },
  'key-spec': { type: 'string' },
  'key-usage': { type: 'string' },
  'key-state': { type: 'string' },
  'key-origin': { type: 'string' },
  'key-account': { type: 'string' },
  complete: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
} as const;

/** `sealwright simulate`. */
export const simulateCommand: Command = {
  name: 'simulate',
  options: OPTIONS,
  summary: () => l10n.t('decides requests by key policy, IAM policies, guardrails and grants'),
  synopsis: () => l10n.t('simulate --principal ARN --action ACTION --key-policy FILE'),
  help: () =>
    l10n.t(`Decides one request, or with --jsonl one request per line of standard input. The decision is one of: allowed,
explicitDeny, implicitDeny, delegatedToIam (IAM policies that were not given decide), unknown.

The request
  --principal ARN          user, role, session, account (its root user), or name of a service
  --action ACTION          such as kms:Decrypt
  --resource ARN           key or alias
  --context KEY=VALUE      a value of a condition key; may be repeated, also for keys with several values
  --context-partial        keys that are not given are unknown; without it they are absent from the request

What decides; what is not given is unknown
  --key-policy FILE        key policy; files hold JSON, "-" is standard input
  --identity-policy FILE   identity policy of the caller; may be repeated and is the full list then
  --no-identity-policies   the caller has none
  --boundary FILE, --no-boundary
  --session-policy FILE, --no-session-policies
  --scp FILE, --rcp FILE, --no-guardrails
  --endpoint-policy FILE   policy of the VPC endpoint that the request comes through
  --grants FILE            as "aws kms list-grants" prints them; --no-grants
  --complete               everything that is not given does not exist

The key
  --key FILE               as "aws kms describe-key" prints it
  --key-spec, --key-usage, --key-state, --key-origin, --key-account VALUE

Output
  --format FORMAT          text (default), json or markdown
  --jsonl                  one JSON request per line in, one JSON answer per line out, in order

Exit codes: 0 decided, whatever the decision, 2 usage or unreadable input.`),

  async run(args, io) {
    const { values, positionals } = parseCommandArgs(args, OPTIONS);
    const format = requireFormat(values.format, OUTPUT_FORMATS);
    const [extra] = positionals;
    if (extra !== undefined) {
      throw new UsageError(l10n.t('"{0}" belongs to no option.', extra));
    }
    if (values.jsonl) {
      await simulateLines(io);
      return EXIT_CODES.clean;
    }
    const result = createSimulationReader()(await toRequest(values, io));
    if ('error' in result) {
      throw new UsageError(result.error);
    }
    const report = toDecisionReport(simulate(result.simulation));
    io.out(format === 'json' ? toJson({ version: 1, ...report }) : render(sectionsOf(report), format));
    return EXIT_CODES.clean;
  },
};

function sectionsOf({ decision, because, missing }: DecisionReport): Section[] {
  return [
    { heading: decision },
    ...(because.length === 0
      ? []
      : [
          {
            table: {
              heading: [l10n.t('Source'), l10n.t('Outcome'), l10n.t('Reason')],
              rows: because.map((reason) => [
                [reason.source],
                [outcomeText(reason)],
                [reason.text, ...(reason.conditions ?? []).map(conditionText)],
              ]),
            },
          },
        ]),
    ...(missing.length === 0 ? [] : [{ paragraph: l10n.t('Would have to be known: {0}.', missing.join(', ')) }]),
  ];
}

type MetCondition = NonNullable<ReasonInfo['conditions']>[number];

function conditionText({ operator, key, outcome }: MetCondition): string {
  const name = `${operator} ${key}`;
  switch (outcome) {
    case 'met':
      return l10n.t('{0}: met', name);
    case 'notMet':
      return l10n.t('{0}: not met', name);
    case 'unknown':
      return l10n.t('{0}: not known', name);
  }
}

function outcomeText({ outcome }: ReasonInfo): string {
  switch (outcome) {
    case 'allows':
      return l10n.t('allows');
    case 'denies':
      return l10n.t('denies');
    case 'silent':
      return l10n.t('says nothing');
    case 'refuses':
      return l10n.t('refuses');
    case 'unknown':
      return l10n.t('not known');
  }
}
