interface StatementParts {
  readonly effect?: string;
  readonly action?: string;
  readonly resource?: string;
  /** The `Condition` object; absent: none. */
  readonly condition?: string;
}

/** The four actions that CloudWatch Logs needs. */
export const LOGS_ACTIONS = '["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"]';

/** The account statement, which names the account 111122223333 and the partition `aws`. */
const ACCOUNT_STATEMENT =
  '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }';

/** A statement for services, whose names stand in JSON text: `"logs.us-east-1.amazonaws.com"`, or a list. */
export function serviceStatement(services: string, parts: StatementParts = {}): string {
  const { effect = 'Allow', action = LOGS_ACTIONS, resource = '"*"', condition } = parts;
  return (
    `{ "Effect": "${effect}", "Principal": { "Service": ${services} }, "Action": ${action}, "Resource": ${resource}` +
    `${condition === undefined ? '' : `, "Condition": ${condition}`} }`
  );
}

/** A policy of these statements, one a line. */
export function policyOf(...statements: readonly string[]): string {
  return `{ "Version": "2012-10-17", "Statement": [\n  ${statements.join(',\n  ')}\n] }`;
}

/** A key policy with the account statement before these. */
export function keyPolicyOf(...statements: readonly string[]): string {
  return policyOf(ACCOUNT_STATEMENT, ...statements);
}

/** The condition by which CloudWatch Logs is limited to log groups. */
export function logsContext(arn: string, operator = 'ArnLike', key = '"kms:EncryptionContext:aws:logs:arn"'): string {
  return `{ "${operator}": { ${key}: ${arn} } }`;
}
