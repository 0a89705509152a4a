/** The account statement of kms-facts Annex C1, as JSON text on one line. */
export const ACCOUNT_STATEMENT =
  '{ "Sid": "EnableIamPoliciesForOwnerAccount", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }';

/** An Allow for a principal, given as JSON text. */
export function allow(principal: string, action = '"kms:*"'): string {
  return `{ "Effect": "Allow", "Principal": ${principal}, "Action": ${action}, "Resource": "*" }`;
}

/** A role of the account 111122223333 as a principal, as JSON text. */
export function role(name: string): string {
  return `{ "AWS": "arn:aws:iam::111122223333:role/${name}" }`;
}

/** A key policy of these statements. `statement` is the JSON key, which a test may mark. */
export function keyPolicy(statements: readonly string[], statement = '"Statement"'): string {
  return `{ "Version": "2012-10-17", ${statement}: [${statements.join(', ')}] }`;
}
