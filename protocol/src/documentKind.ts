import type { PolicyKindChoice } from './vocabulary.js';

/** What the server thinks a document is, for the language status item. */
export interface DocumentKindInfo {
  readonly uri: string;
  /** `none`: no policy at all; `unknown`: a policy whose kind cannot be told. */
  readonly kind: PolicyKindChoice | 'unknown';
  /** `declared`: by a comment or a setting; the others say how sure the content makes us. */
  readonly confidence: 'declared' | 'certain' | 'likely' | 'guess';
  /** One localised sentence that says why. */
  readonly reason: string;
  /** UTF-8 bytes of the text, and the limit of that kind where there is one. */
  readonly bytes: number;
  readonly maxBytes?: number;
  /** Date (YYYY-MM-DD) of the IAM reference data behind the findings. */
  readonly knowledgeDate: string;
}
