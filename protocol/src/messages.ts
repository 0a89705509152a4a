import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocumentKindInfo } from './documentKind.js';
import type {
  NewKeyChoices,
  NewKeyPlace,
  NewKeyPolicy,
  NewKeyPolicyParams,
  PolicyInRegion,
  PolicyInRegionParams,
} from './newKey.js';
import type { PolicyReview, PolicyReviewParams } from './policyReview.js';
import type { PreflightParams, PreflightReport } from './preflight.js';

/** Server to client: sent when a document is opened, and when what is known of it changes. */
export const documentKindNotification = new NotificationType<DocumentKindInfo>('sealwright/documentKind');

/** Client to server: the same on demand; null when the document is not open. */
export const documentKindRequest = new RequestType<{ readonly uri: string }, DocumentKindInfo | null, void>(
  'sealwright/getDocumentKind',
);

/** Client to server: would CloudWatch Logs be able to use this key for this log group? */
export const logGroupPreflightRequest = new RequestType<PreflightParams, PreflightReport, void>(
  'sealwright/logGroupPreflight',
);

/** Client to server: what would a change of a key policy do, and whom would it lock out? */
export const policyReviewRequest = new RequestType<PolicyReviewParams, PolicyReview, void>('sealwright/policyReview');

/** Client to server: what can a new key be made for, and of what? */
export const newKeyChoicesRequest = new RequestType<NewKeyPlace, NewKeyChoices, void>('sealwright/newKeyChoices');

/** Client to server: the policy of a new key, out of wishes. */
export const newKeyPolicyRequest = new RequestType<NewKeyPolicyParams, NewKeyPolicy, void>('sealwright/newKeyPolicy');

/** Client to server: a key policy as it has to be in another Region. */
export const policyInRegionRequest = new RequestType<PolicyInRegionParams, PolicyInRegion, void>(
  'sealwright/policyInRegion',
);
