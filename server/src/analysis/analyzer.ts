import * as l10n from '@vscode/l10n';
import { type Level, POLICY_KIND_CHOICES, type PolicyKindChoice } from '../../../protocol/src/vocabulary.js';
import type { ServiceReference } from '../knowledge/serviceReference.js';
import { type Classification, classify } from '../policy/classify.js';
import { readPolicy } from '../policy/readPolicy.js';
import { ALL_RULES } from '../rules/index.js';
import type { Finding, Rule, RuleContext } from '../rules/rule.js';
import { contains } from '../source/span.js';
import { type Directives, readDirectives } from '../syntax/directives.js';
import type { ParsedSource } from '../syntax/frontEnd.js';
import { findFrontEnd } from '../syntax/index.js';
import type { Analysis, DocumentInput, DocumentSettings, PolicyDocument, ReportedFinding } from './analysis.js';
import { mayHoldPolicy } from './probe.js';

export interface AnalyzerDeps {
  readonly reference: ServiceReference;
  /** What the configuration says about a document; asked once per analysis. */
  readonly settingsFor: (uri: string) => DocumentSettings;
  /** Rules to leave out altogether, e.g. those the editor duplicates. */
  readonly withoutRules?: ReadonlySet<string>;
  readonly rules?: readonly Rule[];
}

export interface Analyzer {
  /** Never throws, whatever the text. */
  analyze(input: DocumentInput): Analysis;
}

/** Makes the one door to the engine: text in, everything known about it out. Holds no state between documents. */
export function createAnalyzer(deps: AnalyzerDeps): Analyzer {
  const rules = (deps.rules ?? ALL_RULES).filter((rule) => deps.withoutRules?.has(rule.id) !== true);
  return { analyze: (input) => analyze(input, deps, rules) };
}

function analyze(input: DocumentInput, deps: AnalyzerDeps, rules: readonly Rule[]): Analysis {
  const { uri, text } = input;
  const frontEnd = findFrontEnd(input.languageId);
  const settings = deps.settingsFor(uri);
  const { facts = {} } = settings;
  if (frontEnd === undefined || !mayHoldPolicy(text)) {
    return { uri, text, facts, classification: classify(undefined), document: undefined, findings: () => [] };
  }
  const source = frontEnd.parse(text, input.languageId);
  const directives = readDirectives(source);
  const classification = declaredKind(directives, settings) ?? classify(source.root);
  const document = toPolicyDocument(source, classification);
  if (document === undefined) {
    return { uri, text, facts, classification, document, findings: () => [] };
  }
  let findings: readonly ReportedFinding[] | undefined;
  return {
    uri,
    text,
    facts,
    classification,
    document,
    findings: () => {
      findings ??= check(document, directives, settings, deps, rules);
      return findings;
    },
  };
}

function declaredKind({ kind }: Directives, settings: DocumentSettings): Classification | undefined {
  if (kind !== undefined && isKindChoice(kind.kind)) {
    return { kind: kind.kind, confidence: 'declared', reason: l10n.t('A comment in the document says so.') };
  }
  if (settings.kind !== undefined) {
    const reason = l10n.t('The pattern "{0}" of the configuration says so.', settings.kind.glob);
    return { kind: settings.kind.choice, confidence: 'declared', reason };
  }
  return undefined;
}

function isKindChoice(text: string): text is PolicyKindChoice {
  return (POLICY_KIND_CHOICES as readonly string[]).includes(text);
}

function toPolicyDocument(source: ParsedSource, { kind }: Classification): PolicyDocument | undefined {
  if (kind === 'none' || source.root?.kind !== 'mapping') {
    return undefined;
  }
  return { source, kind, policy: readPolicy(source.root) };
}

function check(
  document: PolicyDocument,
  directives: Directives,
  settings: DocumentSettings,
  deps: AnalyzerDeps,
  rules: readonly Rule[],
): readonly ReportedFinding[] {
  const context: RuleContext = {
    ...document,
    reference: deps.reference,
    facts: settings.facts ?? {},
    isKnownRule: (id) => (deps.rules ?? ALL_RULES).some((rule) => rule.id === id),
  };
  const reported: ReportedFinding[] = [];
  for (const rule of rules) {
    const configured = settings.levels[rule.id];
    if (configured === 'off' || !appliesTo(rule, document)) {
      continue;
    }
    for (const finding of rule.check(context)) {
      const level: Level = configured ?? finding.level ?? rule.defaultLevel;
      if (level !== 'off' && !isSuppressed(finding, rule, directives) && !isBeingTyped(finding, rule, document)) {
        reported.push({ ...finding, rule, level });
      }
    }
  }
  return reported.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function appliesTo(rule: Rule, { kind }: PolicyDocument): boolean {
  return rule.kinds === undefined || (kind !== 'unknown' && rule.kinds.includes(kind));
}

/** Of a string whose end is missing, only that is said: the rest of it is yet to come. */
function isBeingTyped({ span }: Finding, rule: Rule, { source }: PolicyDocument): boolean {
  return (
    rule.id !== 'json-syntax' &&
    source.problems.some((problem) => problem.code === 'unclosed-string' && contains(problem.span, span))
  );
}

/** A directive without a reason silences nothing: that is what makes people write the reason. */
function isSuppressed(finding: Finding, rule: Rule, { ignores }: Directives): boolean {
  return ignores.some(
    (ignore) =>
      ignore.reason !== '' &&
      ignore.rules.includes(rule.id) &&
      contains(ignore.covers, { start: finding.span.start, end: finding.span.start }),
  );
}
