import type { Level, PolicyKind, PolicyKindChoice } from '../../../protocol/src/vocabulary.js';
import type { Classification } from '../policy/classify.js';
import type { PolicyFacts } from '../policy/facts.js';
import type { Policy } from '../policy/model.js';
import type { Finding, Rule } from '../rules/rule.js';
import type { ParsedSource } from '../syntax/frontEnd.js';
import type { KeptFindings } from './keptFindings.js';
import type { Mosaic } from './mosaic.js';

/** One version of a document. */
export interface DocumentInput {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** A finding that is to be shown, at the level that settings, rule and case agree on. */
export interface ReportedFinding extends Finding {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
}

/** All that is known of one version of a document. Immutable; the findings are computed when first asked for. */
export interface Analysis {
  readonly uri: string;
  readonly text: string;
  readonly classification: Classification;
  /** What settings say of the document besides its text. */
  readonly facts: PolicyFacts;
  /** Undefined for documents that are no policy; nothing more is computed for them. */
  readonly document: PolicyDocument | undefined;
  /** What the analysis of the next version may take over. */
  readonly kept: KeptFindings;
  /** The policy in pieces of which the next version's is made; undefined when the document is not fit for it. */
  readonly mosaic: Mosaic | undefined;
  /** In document order, suppressed and silenced ones left out. */
  findings(): readonly ReportedFinding[];
}

export interface PolicyDocument {
  readonly source: ParsedSource;
  readonly kind: PolicyKind | 'unknown';
  readonly policy: Policy;
}

/** What settings and configuration files say about one document. */
export interface DocumentSettings {
  /** Levels by rule id; rules that are not named keep their own. */
  readonly levels: Readonly<Record<string, Level>>;
  readonly kind: { readonly choice: PolicyKindChoice; readonly glob: string } | undefined;
  /** Absent: nothing is known besides the text. */
  readonly facts?: PolicyFacts;
}
