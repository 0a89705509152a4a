import type { Arn } from '../../policy/arn.js';
import { readAwsPrincipal } from '../../policy/awsPrincipal.js';
import type { RuleContext } from '../rule.js';
import { type PrincipalValue, principalValues } from './principalValues.js';

/** A role as a principal: its ARN, its name, and the path before the name, which ends with a slash or is empty. */
export interface RolePrincipal extends PrincipalValue {
  readonly arn: Arn;
  readonly name: string;
  readonly rolePath: string;
}

/** The principals that are well-formed ARNs of roles. */
export function* rolePrincipals(context: RuleContext): Generator<RolePrincipal> {
  for (const item of principalValues(context, 'AWS')) {
    const read = readAwsPrincipal(item.text);
    if (read.kind === 'identity' && read.arn.resource.startsWith('role/')) {
      const full = read.arn.resource.slice('role/'.length);
      const start = full.lastIndexOf('/') + 1;
      yield { ...item, arn: read.arn, name: full.slice(start), rolePath: full.slice(0, start) };
    }
  }
}
