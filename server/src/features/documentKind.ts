import type { DocumentKindInfo } from '../../../protocol/src/documentKind.js';
import type { Analysis } from '../analysis/analysis.js';
import { KNOWLEDGE_DATE } from '../knowledge/knowledgeDate.js';
import { getPolicyLimit, measurePolicy } from '../knowledge/policyLimits.js';

/** What the client shows of a document: its kind, why, and how much of the size that AWS permits it uses. */
export function describeDocument({ uri, text, classification }: Analysis): DocumentKindInfo {
  const { kind, confidence, reason } = classification;
  const limit = kind === 'none' || kind === 'unknown' ? undefined : getPolicyLimit(kind);
  return {
    uri,
    kind,
    confidence,
    reason,
    bytes: measurePolicy(text, 'bytes'),
    knowledgeDate: KNOWLEDGE_DATE,
    // A limit in another unit must not stand beside the bytes.
    ...(limit?.unit === 'bytes' && { maxBytes: limit.max }),
  };
}
