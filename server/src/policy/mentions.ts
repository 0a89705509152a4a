import { memoizeText } from '../knowledge/memo.js';
import { classifyRegion } from '../knowledge/partitions.js';
import { type SourceNode, walk } from '../source/sourceNode.js';
import { perObject } from './memo.js';
import type { Policy, Statement } from './model.js';

const accountsIn = memoizeText((text): readonly string[] => [
  ...(/^\d{12}$/.test(text) ? [text] : []),
  ...[...text.matchAll(/\barn:[\w-]+:[\w-]+:[\w*-]*:(\d{12}):/g)].map((match) => match[1] ?? ''),
]);

/** The account that a policy is about: the only one that its ARNs, principals and condition values name. */
export const findOnlyAccount = onlyOne(accountsIn);

const regionsIn = memoizeText((text): readonly string[] =>
  text.split(/[:.]/).filter((part) => classifyRegion(part) !== 'no'),
);

/** The Region that a policy is about: the only one that its ARNs, service principals and condition values name. */
export const findOnlyRegion = onlyOne(regionsIn);

const partitionsIn = memoizeText((text): readonly string[] =>
  [...text.matchAll(/^arn:([\w-]+):/g)].map((match) => match[1] ?? ''),
);

/** The partition that a policy is about: the only one that its ARNs name. */
export const findOnlyPartition = onlyOne(partitionsIn);

/** The one member that all texts of a policy's statements together yield; undefined for none and for several. */
function onlyOne(find: (text: string) => readonly string[]): (policy: Policy) => string | undefined {
  const inStatement = perObject(({ node }: Statement): readonly string[] => [...new Set(textsIn(node).flatMap(find))]);
  return perObject(({ statements }: Policy) => {
    const [first, ...others] = new Set(statements.flatMap(inStatement));
    return others.length === 0 ? first : undefined;
  });
}

function textsIn(root: SourceNode): string[] {
  return [...walk(root)].flatMap((node) =>
    node.kind === 'scalar' && typeof node.value === 'string' ? [node.value] : [],
  );
}
