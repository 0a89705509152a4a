import { classifyRegion } from '../knowledge/partitions.js';
import { walk } from '../source/sourceNode.js';
import type { Policy } from './model.js';

/** Policies are immutable, and many findings of one policy ask for the same account. */
const accounts = new WeakMap<Policy, string | undefined>();
const regions = new WeakMap<Policy, string | undefined>();
const partitions = new WeakMap<Policy, string | undefined>();

/** The account that a policy is about: the only one that its ARNs, principals and condition values name. */
export function findOnlyAccount(policy: Policy): string | undefined {
  return remember(accounts, policy, (text) => [
    ...(/^\d{12}$/.test(text) ? [text] : []),
    ...[...text.matchAll(/\barn:[\w-]+:[\w-]+:[\w*-]*:(\d{12}):/g)].map((match) => match[1] ?? ''),
  ]);
}

/** The Region that a policy is about: the only one that its ARNs, service principals and condition values name. */
export function findOnlyRegion(policy: Policy): string | undefined {
  return remember(regions, policy, (text) => text.split(/[:.]/).filter((part) => classifyRegion(part) !== 'no'));
}

/** The partition that a policy is about: the only one that its ARNs name. */
export function findOnlyPartition(policy: Policy): string | undefined {
  return remember(partitions, policy, (text) => [...text.matchAll(/^arn:([\w-]+):/g)].map((match) => match[1] ?? ''));
}

function remember(
  known: WeakMap<Policy, string | undefined>,
  policy: Policy,
  find: (text: string) => string[],
): string | undefined {
  if (!known.has(policy)) {
    known.set(policy, only(policy, find));
  }
  return known.get(policy);
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
