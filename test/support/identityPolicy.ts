interface StatementParts {
  readonly effect?: string;
  /** JSON text of the `Condition`; absent: none. */
  readonly condition?: string;
}

/** One statement of an IAM policy; action and resource are JSON text. */
export function identityStatement(action: string, resource: string, parts: StatementParts = {}): string {
  const { effect = 'Allow', condition } = parts;
  const end = condition === undefined ? '' : `, "Condition": ${condition}`;
  return `{ "Effect": "${effect}", "Action": ${action}, "Resource": ${resource}${end} }`;
}

/** An IAM policy of these statements, one a line. */
export function identityPolicyOf(...statements: readonly string[]): string {
  return `{ "Version": "2012-10-17", "Statement": [\n  ${statements.join(',\n  ')}\n] }`;
}

/** An IAM policy of one statement. */
export function identityPolicy(action: string, resource: string, parts: StatementParts = {}): string {
  return identityPolicyOf(identityStatement(action, resource, parts));
}

/** The ARN of one key, as JSON text. */
export const KEY = '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"';

/** An Allow without principal; action, resource and what follows them are JSON text. */
export function allowing(action: string, resource = '"*"', rest = ''): string {
  return `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${rest} }`;
}

/** A `Condition` to put behind a statement's resource. */
export const WITH_MFA = ', "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }';

/** A policy of these statements, on one line. */
export function policyOn(...statements: readonly string[]): string {
  return `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
}
