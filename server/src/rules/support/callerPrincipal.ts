import { parseArn } from '../../policy/arn.js';
import { contextOf, type RequestContext, type RequestPrincipal } from '../../policy/evaluate/request.js';
import type { PolicyFacts } from '../../policy/facts.js';
import type { Policy } from '../../policy/model.js';

type AwsPrincipal = Extract<RequestPrincipal, { readonly arn: string }>;

/**
 * The configured user, role or session as the one who asks. What the ARN leaves open is filled in from the policy, in
 * favour of the caller: the path of a session's role, and the session of a role.
 */
export function toRequestPrincipal(policy: Policy, arn: string): AwsPrincipal | undefined {
  const parsed = parseArn(arn);
  const [kind, ...names] = parsed?.resource.split('/') ?? [];
  const role = kind === 'assumed-role' ? names[0] : kind === 'role' ? names.at(-1) : undefined;
  if (parsed === undefined) {
    return undefined;
  }
  const { account, partition } = parsed;
  if (role === undefined) {
    return { kind: 'aws', arn, account };
  }
  const named = namedArns(policy).filter((text) => text.startsWith(`arn:${partition}:`));
  const session = named.find((text) => text.startsWith(`arn:${partition}:sts::${account}:assumed-role/${role}/`));
  const withPath = named.find(
    (text) => text.startsWith(`arn:${partition}:iam::${account}:role/`) && text.endsWith(`/${role}`),
  );
  return kind === 'role'
    ? { kind: 'aws', arn, account, ...(session !== undefined && { sessionArn: session }) }
    : { kind: 'aws', arn: withPath ?? `arn:${partition}:iam::${account}:role/${role}`, account, sessionArn: arn };
}

/** What a caller's requests carry for certain; everything else is not known. */
export function callerContext({ arn, account }: AwsPrincipal, { organization }: PolicyFacts): RequestContext {
  return contextOf(
    {
      'aws:PrincipalArn': arn,
      'aws:PrincipalAccount': account,
      'kms:CallerAccount': account,
      'aws:PrincipalIsAWSService': 'false',
      ...(organization !== undefined && { 'aws:PrincipalOrgID': organization }),
    },
    () => true,
  );
}

function namedArns({ statements }: Policy): string[] {
  return statements.flatMap(({ principal }) => (principal?.principals ?? []).flatMap(({ value }) => value.known ?? []));
}
