import { memoizeBy } from '../knowledge/memo.js';
import { classifyRegion } from '../knowledge/partitions.js';
import { walk } from '../source/sourceNode.js';
import type { Policy } from './model.js';

/** The account that a policy is about: the only one that its ARNs, principals and condition values name. */
export const findOnlyAccount = findOnly((text) => [
  ...(/^\d{12}$/.test(text) ? [text] : []),
  ...[...text.matchAll(/\barn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):/g)].map((match) => match[1] ?? ''),
]);

/** The Region that a policy is about: the only one that its ARNs, service principals and condition values name. */
export const findOnlyRegion = findOnly((text) => text.split(/[:.]/).filter((part) => classifyRegion(part) !== 'no'));

/** The partition that a policy is about: the only one that its ARNs name. */
export const findOnlyPartition = findOnly((text) =>
  [...text.matchAll(/^arn:([\w-]+):/g)].map((match) => match[1] ?? ''),
);

function findOnly(find: (text: string) => string[]): (policy: Policy) => string | undefined {
  return memoizeBy(
    (policy: Policy) => policy,
    (policy) => only(policy, find),
  );
}

/** The one member that all texts of a policy's statements together yield; undefined for none and for several. */
function only({ statements }: Policy, find: (text: string) => string[]): string | undefined {
  const found = new Set<string>();
  for (const statement of statements) {
    for (const node of walk(statement.node)) {
      if (node.kind === 'scalar' && typeof node.value === 'string') {
        for (const item of find(node.value)) {
          found.add(item);
        }
      }
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}
