import { readAwsPrincipal } from './awsPrincipal.js';

/** The account that a principal of the type `AWS` is, or belongs to; undefined for everyone and for mistakes. */
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
