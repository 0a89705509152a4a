import { findEntryIgnoringCase, type MappingNode, type SourceNode } from '../source/sourceNode.js';

/** What a policy's statements say about the kind of policy they belong to. Names are compared without case. */
export interface Evidence {
  readonly hasPrincipal: boolean;
  /** Every statement that names principals names `*`. */
  readonly principalIsAlwaysEveryone: boolean;
  readonly hasNoResource: boolean;
  /** Every resource is `*`. */
  readonly resourceIsAlwaysEverything: boolean;
  readonly deniesOnly: boolean;
  /** Denies with `NotAction`, or tests the caller's ARN, organization or Region: typical for guardrails. */
  readonly hasGuardrailShape: boolean;
  readonly assumesRole: boolean;
  /** Service prefixes of the actions, `*` left out. */
  readonly services: ReadonlySet<string>;
  /** How many actions are the bare `*`. */
  readonly wildcardActions: number;
  /** True when an action (lower case, exact) is listed. */
  touches(action: string): boolean;
  /** Share of the actions that belong to a service, 0 to 1. */
  shareOf(service: string): number;
  resourceMatches(pattern: RegExp): boolean;
}

const GUARDRAIL_KEYS = /^aws:(principalarn|principalorgid|requestedregion|principalaccount|resourceorgid)$/;

/** The elements of a statement by their names in lower case. */
type Values = ReadonlyMap<string, SourceNode | undefined>;

/** Reads leniently: wrong letter case and half-typed statements count too, since they show what is meant. */
export function collectEvidence(root: MappingNode): Evidence {
  const statements = statementsOf(root).map(valuesByName);
  const actions = statements.flatMap((values) => texts(values, 'action', 'notaction')).map(lower);
  const resources = statements.flatMap((values) => texts(values, 'resource', 'notresource'));
  const effects = statements.flatMap((values) => texts(values, 'effect')).map(lower);
  const principals = statements.flatMap((values) => {
    const name = ['principal', 'notprincipal'].find((candidate) => values.has(candidate));
    return name === undefined ? [] : [values.get(name)];
  });
  const prefixes = actions
    .filter((action) => action.includes(':'))
    .map((action) => action.slice(0, action.indexOf(':')));
  return {
    hasPrincipal: principals.length > 0,
    principalIsAlwaysEveryone: principals.length > 0 && principals.every(isEveryone),
    hasNoResource: resources.length === 0,
    resourceIsAlwaysEverything: resources.length > 0 && resources.every((resource) => resource === '*'),
    deniesOnly: effects.length > 0 && effects.every((effect) => effect === 'deny'),
    hasGuardrailShape: statements.some(
      (values) => values.has('notaction') || conditionKeys(values.get('condition')).some(isGuardrailKey),
    ),
    assumesRole: actions.some((action) => /^sts:(assumerole|tagsession|setsourceidentity)/.test(action)),
    services: new Set(prefixes),
    wildcardActions: actions.filter((action) => action === '*').length,
    touches: (action) => actions.includes(action),
    shareOf: (service) =>
      prefixes.length === 0 ? 0 : prefixes.filter((prefix) => prefix === service).length / prefixes.length,
    resourceMatches: (pattern) => resources.some((resource) => pattern.test(resource)),
  };
}

function statementsOf(root: MappingNode): MappingNode[] {
  const value = findEntryIgnoringCase(root, 'Statement')?.value;
  const items = value?.kind === 'sequence' ? value.items : value === undefined ? [] : [value];
  return items.filter((item) => item.kind === 'mapping');
}

/** Of names that differ in letter case only, the last counts. */
function valuesByName(statement: MappingNode): Values {
  return new Map(statement.entries.map(({ key, value }) => [lower(String(key.value)), value]));
}

function texts(values: Values, ...names: string[]): string[] {
  return names.flatMap((name) => strings(values.get(name)));
}

/** Known strings; of an expression, what is known of it. */
function strings(node: SourceNode | undefined): string[] {
  switch (node?.kind) {
    case 'scalar':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'expression':
      return [node.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')];
    case 'sequence':
      return node.items.flatMap(strings);
    default:
      return [];
  }
}

function isEveryone(node: SourceNode | undefined): boolean {
  if (node?.kind === 'mapping') {
    return (
      node.entries.length > 0 &&
      node.entries.every((entry) => entry.key.value === 'AWS' && strings(entry.value).every((text) => text === '*')) &&
      strings(node.entries[0]?.value).length > 0
    );
  }
  return node?.kind === 'scalar' && node.value === '*';
}

function conditionKeys(condition: SourceNode | undefined): string[] {
  if (condition?.kind !== 'mapping') {
    return [];
  }
  return condition.entries.flatMap((operator) =>
    operator.value?.kind === 'mapping' ? operator.value.entries.map((entry) => lower(String(entry.key.value))) : [],
  );
}

function isGuardrailKey(key: string): boolean {
  return GUARDRAIL_KEYS.test(key);
}

function lower(text: string): string {
  return text.toLowerCase();
}
