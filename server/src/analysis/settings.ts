import picomatch from 'picomatch/posix';
import type { Level, PolicyKindChoice } from '../../../protocol/src/vocabulary.js';
import type { PolicyFacts } from '../policy/facts.js';
import type { DocumentSettings } from './analysis.js';

/** One source of configuration: the editor's settings, or a `sealwright.config.json`. */
export interface ConfigurationLayer {
  readonly rules: Readonly<Record<string, Level>>;
  /** Glob to kind; later entries win. */
  readonly policyKinds: Readonly<Record<string, PolicyKindChoice>>;
  readonly context?: PolicyFacts;
  /** Levels and context for some files only; later entries win. */
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules?: Readonly<Record<string, Level>>;
    readonly context?: PolicyFacts;
  }[];
}

/** A layer as one document sees it. */
export interface LayerInPlace {
  readonly layer: ConfigurationLayer;
  /**
   * The document's path relative to where the layer's globs count from, with forward slashes; undefined for documents
   * outside of it, for which only unconditional settings count.
   */
  readonly path: string | undefined;
}

/** Makes one document's settings out of layers, from the weakest to the strongest; facts are merged member by member. */
export function resolveDocumentSettings(layers: readonly LayerInPlace[]): DocumentSettings {
  const levels: Record<string, Level> = {};
  const facts: PolicyFacts = {};
  let kind: DocumentSettings['kind'];
  for (const { layer, path } of layers) {
    Object.assign(levels, layer.rules);
    Object.assign(facts, layer.context);
    if (path === undefined) {
      continue;
    }
    for (const override of layer.overrides ?? []) {
      if (override.files.some((glob) => matchesGlob(glob, path))) {
        Object.assign(levels, override.rules);
        Object.assign(facts, override.context);
      }
    }
    for (const [glob, choice] of Object.entries(layer.policyKinds)) {
      if (matchesGlob(glob, path)) {
        kind = { choice, glob };
      }
    }
  }
  return { levels, kind, facts };
}

/** A glob without a slash means a file name anywhere, as in .gitignore. */
function matchesGlob(glob: string, path: string): boolean {
  return picomatch(glob, { dot: true, basename: !glob.includes('/') })(path);
}
