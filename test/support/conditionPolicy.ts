interface StatementParts {
  readonly effect?: string;
  readonly principal?: string;
  readonly action?: string;
}

/** A key policy with one statement that carries the given `Condition`, all as JSON text on one line. */
export function withCondition(condition: string, { effect, principal, action }: StatementParts = {}): string {
  const who = principal ?? '{ "AWS": "111122223333" }';
  return (
    `{ "Version": "2012-10-17", "Statement": [{ "Effect": "${effect ?? 'Allow'}", "Principal": ${who}, ` +
    `"Action": ${action ?? '"kms:Decrypt"'}, "Resource": "*", "Condition": ${condition} }] }`
  );
}

/** An identity policy with one statement that carries the given `Condition`. */
export function identityWithCondition(condition: string, action = '"kms:Decrypt"'): string {
  return (
    `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ${action}, ` +
    `"Resource": "arn:aws:kms:us-east-1:111122223333:key/*", "Condition": ${condition} }] }`
  );
}
