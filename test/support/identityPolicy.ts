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
