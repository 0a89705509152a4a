import type { Action } from '../../knowledge/serviceReference.js';
import { mayStartWith } from '../../policy/logsArn.js';
import { matchesWildcard } from '../../policy/wildcard.js';
import { isEverything, type ResourceItem } from './resourceItems.js';

/** True for the ARN of an alias, or a pattern of such ARNs alone. */
export function isAliasArn({ arn }: ResourceItem): boolean {
  return arn?.service === 'kms' && arn.resource.startsWith('alias/');
}

/** True when a resource can be a key: `*`, or an ARN pattern that some key matches. */
export function canBeKey({ arn, text }: ResourceItem): boolean {
  return (
    isEverything(text) ||
    (arn !== undefined && matchesWildcard(arn.service, 'kms') && mayStartWith(arn.resource, 'key/'))
  );
}

/** True when a resource can be an alias. */
export function canBeAlias({ arn, text }: ResourceItem): boolean {
  return (
    isEverything(text) ||
    (arn !== undefined && matchesWildcard(arn.service, 'kms') && mayStartWith(arn.resource, 'alias/'))
  );
}

/** True when a resource is every key of every account. */
export function isEveryKey({ arn, text }: ResourceItem): boolean {
  if (arn === undefined) {
    return isEverything(text);
  }
  const isAnyOwner = isEverything(arn.account) && isEverything(arn.region);
  return matchesWildcard(arn.service, 'kms') && isAnyOwner && /^(?:key\/)?\*+$/.test(arn.resource);
}

/** True for an operation on a key that has nothing to do with aliases. */
export function isKeyOperation({ service, resources }: Action): boolean {
  return service === 'kms' && resources.length > 0 && resources.every(({ type }) => type.name === 'key');
}

/** True for the operations on aliases, which need a permission on the alias and one on its key. */
export function isAliasOperation({ service, resources }: Action): boolean {
  return service === 'kms' && resources.some(({ type }) => type.name === 'alias');
}
