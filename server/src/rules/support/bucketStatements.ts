import { parseArn } from '../../policy/arn.js';
import type { Policy, Statement } from '../../policy/model.js';
import { hasWildcard } from '../../policy/wildcard.js';

/** True when one of the resources of a statement is a bucket itself, or everything. */
export function namesBucket({ resource }: Statement): boolean {
  if (resource === undefined || resource.negated) {
    return false;
  }
  return resource.values.some(({ known }) => {
    const name = known === undefined ? undefined : parseArn(known)?.resource;
    return known === '*' || (name !== undefined && !name.includes('/'));
  });
}

/** The ARN of the one bucket that a policy is about; undefined when its resources name none or several. */
export function findOnlyBucket({ statements }: Policy): string | undefined {
  const found = new Set(
    statements.flatMap(({ resource }) =>
      (resource?.values ?? []).flatMap(({ known }) => {
        const arn = known === undefined ? undefined : parseArn(known);
        const name = arn?.resource.split('/')[0];
        return arn?.service === 's3' && name !== undefined ? [`arn:${arn.partition}:s3:::${name}`] : [];
      }),
    ),
  );
  const [only] = found;
  return found.size === 1 && only !== undefined && !hasWildcard(only) && !only.includes('{') ? only : undefined;
}
