import { parseArn } from '../policy/arn.js';
import type { Principal, Statement } from '../policy/model.js';

/**
 * A statement in a few words: `Allow · logs.us-east-1.amazonaws.com · kms:Encrypt* +3`. Names and signs alone, so that
 * it reads alike in every language. `?` stands for what has not been typed.
 */
export function statementTitle(statement: Statement): string {
  const { principal, action } = statement;
  const who = principal === undefined ? [] : [withCount(principal.principals.map(principalTitle), principal.negated)];
  const what = withCount(
    (action?.values ?? []).map((value) => value.known ?? '…'),
    action?.negated === true,
  );
  return [statement.effect ?? '?', ...who, what].join(' · ');
}

/** A principal without what all of its kind share: the account of a root, the name of a role or user. */
export function principalTitle({ value }: Principal): string {
  const text = value.known ?? '…';
  const arn = parseArn(text);
  if (arn === undefined || (arn.service !== 'iam' && arn.service !== 'sts')) {
    return text;
  }
  return arn.resource === 'root' ? arn.account : arn.resource;
}

function withCount(names: readonly string[], negated: boolean): string {
  const [first, ...others] = names;
  const text = first === undefined ? '?' : others.length === 0 ? first : `${first} +${others.length}`;
  return negated ? `¬ ${text}` : text;
}
