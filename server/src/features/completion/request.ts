import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';
import type { Analysis } from '../../analysis/analysis.js';
import { mayHoldPolicy } from '../../analysis/probe.js';
import { type Classification, classify } from '../../policy/classify.js';
import type { Policy, Statement } from '../../policy/model.js';
import { readPolicy } from '../../policy/readPolicy.js';
import type { MappingNode } from '../../source/sourceNode.js';
import type { FeatureOptions } from '../options.js';
import { type Role, roleAt } from '../role.js';
import { type Cursor, readCursor } from './cursor.js';
import { type DocumentFacts, readDocumentFacts } from './documentFacts.js';

/** Everything a proposer looks at. */
export interface CompletionRequest {
  readonly cursor: Cursor;
  readonly role: Role;
  readonly policy: Policy;
  readonly kind: PolicyKind | 'unknown';
  /** False when what is written so far might still become another kind. */
  readonly isKindCertain: boolean;
  /** The statement round the cursor. */
  readonly statement: Statement | undefined;
  readonly facts: DocumentFacts;
  readonly options: FeatureOptions;
}

/** No policy is longer, indentation and comments included; a longer text that is none is not about to become one. */
const LONGEST_POLICY = 200_000;

/** Reads the request at an offset; undefined where there is nothing to complete, or no policy. */
export function readCompletionRequest(
  analysis: Analysis,
  offset: number,
  options: FeatureOptions,
): CompletionRequest | undefined {
  if (!mayHoldPolicy(analysis.text) || (analysis.document === undefined && analysis.text.length > LONGEST_POLICY)) {
    return undefined;
  }
  const cursor = readCursor(analysis.text, offset);
  const classification = cursor === undefined ? undefined : classificationOf(analysis, cursor);
  const kind = classification?.kind ?? 'none';
  const role = cursor === undefined ? undefined : roleAt(cursor.path, cursor.inKey);
  if (cursor === undefined || role === undefined || kind === 'none') {
    return undefined;
  }
  const policy = readPolicy(cursor.root);
  const index = 'statement' in role ? role.statement : undefined;
  return {
    cursor,
    role,
    policy,
    kind,
    isKindCertain: classification?.confidence === 'declared' || classification?.confidence === 'certain',
    statement: policy.statements.find((statement) => statement.index === index),
    facts: readDocumentFacts(analysis.text, analysis.facts),
    options,
  };
}

/** A document that cannot be read to its end is judged by what could be made of it. */
function classificationOf({ classification, document }: Analysis, cursor: Cursor): Classification {
  const isWhole = document !== undefined && document.kind !== 'unknown' && document.source.problems.length === 0;
  return isWhole || classification.confidence === 'declared' ? classification : classify(withoutKeyAtCursor(cursor));
}

/** A name that is being typed is no evidence yet; `"Sta` must not turn a policy into another kind of document. */
function withoutKeyAtCursor({ root, path, inKey }: Cursor): MappingNode {
  if (!inKey || path.length !== 1 || path[0] === 'Statement') {
    return root;
  }
  const hasStatement = root.entries.some((entry) => entry.key.value === 'Statement');
  const entries = root.entries.flatMap((entry) => {
    if (entry.key.value !== path[0]) {
      return entry;
    }
    // A list under a name that is not finished can only be that of the statements.
    const isList = entry.value?.kind === 'sequence' || entry.value?.kind === 'mapping';
    return isList && !hasStatement ? { ...entry, key: { ...entry.key, value: 'Statement' } } : [];
  });
  return { ...root, entries };
}
