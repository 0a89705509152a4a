import { memoizeText } from '../knowledge/memo.js';
import { mayBePartition } from '../knowledge/partitions.js';
import { type Arn, parseArn } from './arn.js';
import { hasPolicyVariable } from './placeholders.js';
import { hasWildcard } from './wildcard.js';

/**
 * What a text under the principal type `AWS` is. The first five kinds are principals to AWS; each of the others is a
 * mistake that exactly one rule reports.
 */
export type AwsPrincipal =
  | { readonly kind: 'everyone' }
  /** Twelve digits, or the `root` ARN: the account and all that its IAM policies let in. */
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'identity'; readonly arn: Arn }
  | { readonly kind: 'session'; readonly arn: Arn }
  /** Id of a user or role: what AWS shows in the place of one that was deleted. */
  | { readonly kind: 'unique-id' }
  | { readonly kind: 'variable' }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'group' }
  /** The account is not twelve digits; `digits` is the text without blanks and dashes when nothing else is in it. */
  | { readonly kind: 'account-format'; readonly account: string; readonly digits?: string }
  | { readonly kind: 'service' }
  /** The ARN of something that cannot call AWS. */
  | { readonly kind: 'other-resource'; readonly arn: Arn }
  /** `repaired` when what was meant is plain. */
  | { readonly kind: 'malformed'; readonly repaired?: string };

const NAME = '[\\w+=,.@-]+';
const IDENTITY = new RegExp(`^(?:user|role)/(?:[\\x21-\\x7e]*/)?${NAME}$`);
const SESSION = new RegExp(`^(?:assumed-role/${NAME}/${NAME}|federated-user/${NAME})$`);

/** CloudFront's origin access identities, the one principal whose account is a word and whose name has blanks. */
const ORIGIN_ACCESS_IDENTITY = /^arn:[\w-]+:iam::cloudfront:user\/CloudFront Origin Access Identity \w+$/;

/** Resources of IAM that are no identities. */
const OTHER_IAM_RESOURCE =
  /^(?:policy|instance-profile|saml-provider|oidc-provider|server-certificate|mfa|sms-mfa|access-report)\//;

/**
 * Reads a principal of the type `AWS`. Forms as in kms-facts 2.a and the IAM User Guide.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const readAwsPrincipal = memoizeText(readText);

function readText(text: string): AwsPrincipal {
  if (text === '*') {
    return { kind: 'everyone' };
  }
  if (/^\d{12}$/.test(text)) {
    return { kind: 'account', account: text };
  }
  if (hasPolicyVariable(text)) {
    return { kind: 'variable' };
  }
  if (/^arn:[^:]*:iam:[^:]*:[^:]*:group\//.test(text)) {
    return { kind: 'group' };
  }
  if (hasWildcard(text)) {
    return { kind: 'wildcard' };
  }
  if (/^A(?:ID|RO)A[A-Z0-9]+$/.test(text)) {
    return { kind: 'unique-id' };
  }
  if (/^[\d\s-]*\d[\d\s-]*$/.test(text)) {
    return { kind: 'account-format', account: text, digits: text.replace(/[\s-]/g, '') };
  }
  if (isServiceName(text)) {
    return { kind: 'service' };
  }
  return parsePrincipalArn(text) ?? malformed(text);
}

/** The account of a principal of the type `AWS`; undefined for everyone and for what is no principal. */
export function accountOfPrincipal(text: string): string | undefined {
  const principal = readAwsPrincipal(text);
  switch (principal.kind) {
    case 'account':
      return principal.account;
    case 'identity':
    case 'session':
      return principal.arn.account;
    default:
      return undefined;
  }
}

/** True for a host name below one of AWS's domains, in any case and whatever stands round it. */
function isServiceName(text: string): boolean {
  return !text.startsWith('arn:') && /^\S+\.(?:amazonaws\.(?:com|eu)|amazon\.com)\b/i.test(text.trim());
}

/** Undefined when the text is no ARN of anything, or none of IAM's and STS's forms. */
function parsePrincipalArn(text: string): AwsPrincipal | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !mayBePartition(arn.partition)) {
    return undefined;
  }
  const { service, region, account, resource } = arn;
  if (ORIGIN_ACCESS_IDENTITY.test(text)) {
    return { kind: 'identity', arn };
  }
  if (service !== 'iam' && service !== 'sts') {
    return /^[a-z][a-z0-9-]*$/.test(service) ? { kind: 'other-resource', arn } : undefined;
  }
  if (service === 'iam' && OTHER_IAM_RESOURCE.test(resource)) {
    return { kind: 'other-resource', arn };
  }
  const kind = principalKind(service, resource);
  if (kind === undefined || region !== '') {
    return undefined;
  }
  if (!/^\d{12}$/.test(account)) {
    const digits = account.replace(/[\s-]/g, '');
    return { kind: 'account-format', account, ...(/^\d+$/.test(digits) && { digits }) };
  }
  return kind === 'account' ? { kind, account } : { kind, arn };
}

function principalKind(service: 'iam' | 'sts', resource: string): 'account' | 'identity' | 'session' | undefined {
  if (service === 'sts') {
    return SESSION.test(resource) ? 'session' : undefined;
  }
  return resource === 'root' ? 'account' : IDENTITY.test(resource) ? 'identity' : undefined;
}

function malformed(text: string): AwsPrincipal {
  const repaired = repairs(text).find((candidate) => {
    const kind = parsePrincipalArn(candidate)?.kind;
    return kind === 'account' || kind === 'identity' || kind === 'session';
  });
  return { kind: 'malformed', ...(repaired !== undefined && { repaired }) };
}

/** Slips that people make in principal ARNs, mended one at a time. */
function repairs(text: string): string[] {
  return [
    // arn:aws:iam:111122223333:role/app
    text.replace(/^(arn:[\w-]+:(?:iam|sts):)(\d{12}:)/, '$1:$2'),
    // arn:aws:iam:::111122223333:role/app
    text.replace(/^(arn:[\w-]+:(?:iam|sts)::):+(\d{12}:)/, '$1$2'),
    // arn:aws:iam:us-east-1:111122223333:role/app
    text.replace(/^(arn:[\w-]+:(?:iam|sts)):[a-z]{2}[\w-]*-\d:/, '$1::'),
    // arn:aws:iam::111122223333:role:app
    text.replace(/^(arn:[\w-]+:iam::\d{12}:(?:role|user)):/, '$1/'),
    // arn:aws:iam::111122223333:assumed-role/app/session
    text.replace(/^(arn:[\w-]+:)iam(::\d{12}:(?:assumed-role|federated-user)\/)/, '$1sts$2'),
    // arn:aws:iam::111122223333:Root
    text.replace(/^arn:[\w-]+:iam::\d{12}:(?:root$|role\/|user\/)/i, (head) => head.toLowerCase()),
  ];
}
