import { uniqueIdOf } from './ids.js';
import type { SeedPrincipal } from './seed.js';

/** Who sends a request, and what its IAM policies say. */
export interface Caller {
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
  readonly isExpired: boolean;
  readonly arn: string;
  readonly accountId: string;
  readonly partition: string;
  readonly kind: 'root' | 'user' | 'session';
  /** ARN of the role behind a session. */
  readonly roleArn: string | undefined;
  /** `aws:userid`, and `UserId` of GetCallerIdentity. */
  readonly userId: string;
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

export function toCaller(seed: SeedPrincipal): Caller {
  const [, partition = 'aws', , , accountId = '', name = ''] = seed.arn.split(':');
  const [type = '', roleName = '', session = ''] = name.split('/');
  const roleArn =
    type === 'assumed-role' ? (seed.roleArn ?? `arn:${partition}:iam::${accountId}:role/${roleName}`) : undefined;
  return {
    accessKeyId: seed.accessKeyId,
    sessionToken: seed.sessionToken,
    isExpired: seed.expired ?? false,
    arn: seed.arn,
    accountId,
    partition,
    kind: name === 'root' ? 'root' : roleArn === undefined ? 'user' : 'session',
    roleArn,
    userId: userIdOf({ accountId, name, roleArn, session, arn: seed.arn }),
    allow: seed.allow ?? ['*'],
    deny: seed.deny ?? [],
  };
}

function userIdOf(principal: {
  readonly accountId: string;
  readonly name: string;
  readonly roleArn: string | undefined;
  readonly session: string;
  readonly arn: string;
}): string {
  if (principal.name === 'root') {
    return principal.accountId;
  }
  return principal.roleArn === undefined
    ? uniqueIdOf('AIDA', principal.arn)
    : `${uniqueIdOf('AROA', principal.roleArn)}:${principal.session}`;
}
