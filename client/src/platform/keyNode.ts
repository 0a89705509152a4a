import type { AwsSession, KeySummary } from '../aws/ports.js';

/** The row of a key, in whichever tree. */
export interface KeyNode {
  readonly kind: 'key';
  readonly key: KeySummary;
  readonly arn: string;
  readonly session: AwsSession;
}

/** Commands get whatever their caller passes; only the trees pass their nodes. */
export function isKeyNode(value: unknown): value is KeyNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'key' && 'session' in value;
}
