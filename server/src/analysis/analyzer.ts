import * as l10n from '@vscode/l10n';
import { POLICY_KIND_CHOICES, type PolicyKindChoice } from '../../../protocol/src/vocabulary.js';
import type { ServiceReference } from '../knowledge/serviceReference.js';
import { type Classification, classify } from '../policy/classify.js';
import type { PolicyFacts } from '../policy/facts.js';
import { readPolicy } from '../policy/readPolicy.js';
import { ALL_RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { type Directives, readDirectives } from '../syntax/directives.js';
import type { ParsedSource } from '../syntax/frontEnd.js';
import { findFrontEnd } from '../syntax/index.js';
import type { Analysis, DocumentInput, DocumentSettings, PolicyDocument, ReportedFinding } from './analysis.js';
import { check, type Engine } from './check.js';
import { KeptFindings } from './keptFindings.js';
import { Mosaic } from './mosaic.js';
import { createPlanner } from './plan.js';
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
  /**
   * Never throws, whatever the text.
   *
   * @param previous the analysis of an earlier version of the document; what has not changed since is taken over from it
   */
  analyze(input: DocumentInput, previous?: Analysis): Analysis;
}

/**
 * Makes the one door to the engine: text in, everything known about it out. Holds no state between documents; what it
 * keeps from one version of a document to the next is in the analyses.
 */
export function createAnalyzer({ reference, rules = ALL_RULES, withoutRules, settingsFor }: AnalyzerDeps): Analyzer {
  const ids = new Set(rules.map(({ id }) => id));
  const order = new Map(rules.map((rule, index) => [rule, index]));
  const engine: Engine = {
    reference,
    planFor: createPlanner(rules.filter(({ id }) => withoutRules?.has(id) !== true)),
    orderOf: (rule) => order.get(rule) ?? 0,
    isKnownRule: (id) => ids.has(id),
  };
  return { analyze: (input, previous) => analyze(input, engine, settingsFor(input.uri), previous) };
}

function analyze(input: DocumentInput, engine: Engine, settings: DocumentSettings, previous?: Analysis): Analysis {
  const { text, languageId } = input;
  const kept = previous?.kept ?? new KeptFindings();
  const frontEnd = findFrontEnd(languageId);
  if (frontEnd === undefined || !mayHoldPolicy(text)) {
    return new LazyAnalysis(input, settings, kept, undefined, classify(undefined));
  }
  let mosaic = previous?.mosaic?.with(text);
  const parsed = mosaic === undefined ? frontEnd.parse(text, languageId) : undefined;
  if (parsed !== undefined && previous !== undefined) {
    // A document that is only opened needs none.
    mosaic = Mosaic.of(parsed, frontEnd, previous.mosaic);
  }
  const source = mosaic?.source ?? parsed ?? frontEnd.parse(text, languageId);
  const directives = readDirectives(source);
  const classification = declaredKind(directives, settings) ?? classify(source.root);
  const { kind } = classification;
  const read = once(() => toPolicyDocument(parsed ?? frontEnd.parse(text, languageId), classification));
  const seen = mosaic === undefined || kind === 'none' ? read() : { source, kind, policy: mosaic.policy };
  const findings =
    seen === undefined
      ? undefined
      : once(() => check(engine, { document: seen, mosaic, read, directives, settings }, kept));
  return new LazyAnalysis(input, settings, kept, mosaic ?? previous?.mosaic, classification, read, findings);
}

/**
 * A class, since an object with a getter of its own gets a hidden class of its own, which keeps what the getter knows in
 * memory: the whole version of the document.
 */
class LazyAnalysis implements Analysis {
  readonly uri: string;
  readonly text: string;
  readonly facts: PolicyFacts;

  constructor(
    { uri, text }: DocumentInput,
    { facts = {} }: DocumentSettings,
    readonly kept: KeptFindings,
    readonly mosaic: Mosaic | undefined,
    readonly classification: Classification,
    private readonly read: () => PolicyDocument | undefined = nothing,
    readonly findings: () => readonly ReportedFinding[] = none,
  ) {
    this.uri = uri;
    this.text = text;
    this.facts = facts;
  }

  get document(): PolicyDocument | undefined {
    return this.read();
  }
}

const nothing = () => undefined;
const none = () => [];

/** What `make` makes, made when first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
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
