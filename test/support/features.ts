import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PolicyKindChoice } from '../../protocol/src/vocabulary.js';
import type { Analysis } from '../../server/src/analysis/analysis.js';
import { type AnalyzerDeps, createAnalyzer } from '../../server/src/analysis/analyzer.js';
import type { FeatureOptions } from '../../server/src/features/options.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { serviceReference } from './serviceReference.js';

export interface Opened {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  analyze(text: string): Analysis;
}

interface OpenOptions {
  readonly languageId?: 'json' | 'jsonc';
  readonly kind?: PolicyKindChoice;
  readonly rules?: AnalyzerDeps['rules'];
  /** What settings would say of the policy. */
  readonly facts?: PolicyFacts;
}

export const featureOptions: FeatureOptions = { reference: serviceReference, locale: 'en', snippets: true };

/** A document as the editor has it open, analysed by the real engine. */
export function open(text: string, options: OpenOptions = {}): Opened {
  const languageId = options.languageId ?? 'json';
  const kind = options.kind === undefined ? undefined : { choice: options.kind, glob: 'test' };
  const analyzer = createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ levels: {}, kind, facts: options.facts ?? {} }),
    ...(options.rules !== undefined && { rules: options.rules }),
  });
  const uri = 'file:///policy.json';
  const analyze = (changed: string) => analyzer.analyze({ uri, languageId, text: changed });
  return { document: TextDocument.create(uri, languageId, 1, text), analysis: analyze(text), analyze };
}
