import { matchesActionPattern } from './actionPattern.js';
import { memoizeLookup, memoizeText } from './memo.js';
import { nearestName } from './nearest.js';
import type { Action, ServiceReference } from './serviceReference.js';
import { hasWildcard } from './wildcard.js';

/** What the text of an `Action` element is, before any list is asked. */
export type ActionText =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'action';
      readonly service: string;
      readonly name: string;
      /** The name holds `*` or `?`. */
      readonly wildcard: boolean;
      /** The prefix holds `*` or `?`, which AWS refuses. */
      readonly servicePattern: boolean;
    }
  | { readonly kind: 'malformed'; readonly reason: 'no-colon' | 'two-colons' | 'empty-part' | 'illegal-character' };

/** Takes the text of an action apart; `*` alone stands for every action of every service. */
export const parseActionText = memoizeText(parse);

function parse(text: string): ActionText {
  if (/^\*+$/.test(text)) {
    return { kind: 'all' };
  }
  const [service, name, ...rest] = text.split(':');
  if (service === undefined || name === undefined) {
    return { kind: 'malformed', reason: 'no-colon' };
  }
  if (rest.length > 0) {
    return { kind: 'malformed', reason: 'two-colons' };
  }
  if (service === '' || name === '') {
    return { kind: 'malformed', reason: 'empty-part' };
  }
  if (!/^[\w.*?-]+$/.test(service) || !/^[\w.*?-]+$/.test(name)) {
    return { kind: 'malformed', reason: 'illegal-character' };
  }
  return { kind: 'action', service, name, wildcard: hasWildcard(name), servicePattern: hasWildcard(service) };
}

/** The action that `service:Name` names, in any case; undefined for patterns and unknown names. */
export function findAction(reference: ServiceReference, text: string): Action | undefined {
  const parsed = parseActionText(text);
  return parsed.kind === 'action' ? reference.getService(parsed.service)?.findAction(parsed.name) : undefined;
}

/**
 * Every action that a name or pattern covers, in the order of the service's list. Empty for `*` (every action of every
 * service: the caller decides what that means), for malformed text, and for a prefix that is unknown or a pattern.
 */
export const expandActionPattern = memoizeLookup<readonly Action[]>(expand);

function expand(reference: ServiceReference, text: string): readonly Action[] {
  const parsed = parseActionText(text);
  if (parsed.kind !== 'action') {
    return [];
  }
  const service = reference.getService(parsed.service);
  if (service === undefined) {
    return [];
  }
  if (!parsed.wildcard) {
    const action = service.findAction(parsed.name);
    return action === undefined ? [] : [action];
  }
  return service.actions.filter(({ name }) => matchesActionPattern(parsed.name, name));
}

/** The union of several patterns, each action once, in order of first cover. */
export function expandActionPatterns(reference: ServiceReference, texts: Iterable<string>): readonly Action[] {
  const found = new Set<Action>();
  for (const text of texts) {
    for (const action of expandActionPattern(reference, text)) {
      found.add(action);
    }
  }
  return [...found];
}

/** The action that a misspelt `service:Name` or bare `service:Pattern*` probably meant, with its service's prefix. */
export function nearestAction(reference: ServiceReference, text: string): string | undefined {
  const parsed = parseActionText(text);
  if (parsed.kind !== 'action') {
    return undefined;
  }
  const prefix = reference.findService(parsed.service)?.prefix ?? nearestService(reference, parsed.service);
  const service = prefix === undefined ? undefined : reference.getService(prefix);
  if (service === undefined) {
    return undefined;
  }
  const trailing = /\*+$/.exec(parsed.name)?.[0] ?? '';
  const wanted = parsed.name.slice(0, parsed.name.length - trailing.length);
  const name =
    service.findAction(wanted)?.name ??
    nearestName(
      wanted,
      service.actions.map((action) => action.name),
    );
  return name === undefined ? undefined : `${service.prefix}:${name}${trailing}`;
}

/** The service prefix that a misspelt one probably meant. */
export function nearestService(reference: ServiceReference, prefix: string): string | undefined {
  return (
    COMMON_MISTAKES[prefix.toLowerCase()] ??
    nearestName(
      prefix,
      reference.services.map((service) => service.prefix),
    )
  );
}

/** Names that people use for a service whose prefix is spelt quite differently. */
const COMMON_MISTAKES: Readonly<Record<string, string>> = {
  cloudwatchlogs: 'logs',
  cwl: 'logs',
  log: 'logs',
  eventbridge: 'events',
  stepfunctions: 'states',
  ses2: 'ses',
  parameterstore: 'ssm',
  systemsmanager: 'ssm',
  opensearch: 'es',
  efs: 'elasticfilesystem',
  elb: 'elasticloadbalancing',
  emr: 'elasticmapreduce',
  msk: 'kafka',
};
