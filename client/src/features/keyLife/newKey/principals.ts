import * as vscode from 'vscode';
import { isAccountId, isUserOrRoleArn } from '../../../../../protocol/src/newKey.js';
import { splitLine } from '../lines.js';

/** What is wrong with a line of users and roles. */
export function principalsComplaint(line: string): string | undefined {
  const wrong = splitLine(line).find((item) => !isUserOrRoleArn(item));
  return wrong === undefined ? undefined : vscode.l10n.t('"{0}" is no ARN of a user or role.', wrong);
}

export function accountsComplaint(line: string): string | undefined {
  const wrong = splitLine(line).find((item) => !isAccountId(item));
  return wrong === undefined ? undefined : vscode.l10n.t('"{0}" is no account: an account has 12 digits.', wrong);
}

/**
 * The user or role behind an identity, as a key policy names it; undefined where the ARN does not tell: the account root,
 * and roles of IAM Identity Center, whose path a session does not show.
 */
export function principalOf(identityArn: string): string | undefined {
  const [, partition = '', account = '', role = ''] =
    /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(identityArn) ?? [];
  if (role !== '') {
    return role.startsWith('AWSReservedSSO_') ? undefined : `arn:${partition}:iam::${account}:role/${role}`;
  }
  return isUserOrRoleArn(identityArn) ? identityArn : undefined;
}
