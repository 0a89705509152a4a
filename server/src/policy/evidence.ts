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

/** Reads leniently: wrong letter case and half-typed statements count too, since they show what is meant. */
export function collectEvidence(root: MappingNode): Evidence {
  const found = gather(root);
  const { actions, resources, effects, principals } = found;
  const prefixes = actions
    .filter((action) => action.includes(':'))
    .map((action) => action.slice(0, action.indexOf(':')));
  return {
    hasPrincipal: principals.length > 0,
    principalIsAlwaysEveryone: principals.length > 0 && principals.every(isEveryone),
    hasNoResource: resources.length === 0,
    resourceIsAlwaysEverything: resources.length > 0 && resources.every((resource) => resource === '*'),
    deniesOnly: effects.length > 0 && effects.every((effect) => effect === 'deny'),
    hasGuardrailShape: found.hasNotAction || found.conditionKeys.some(isGuardrailKey),
    assumesRole: actions.some((action) => /^sts:(assumerole|tagsession|setsourceidentity)/.test(action)),
    services: new Set(prefixes),
    wildcardActions: actions.filter((action) => action === '*').length,
    touches: (action) => actions.includes(action),
    shareOf: (service) =>
      prefixes.length === 0 ? 0 : prefixes.filter((prefix) => prefix === service).length / prefixes.length,
    resourceMatches: (pattern) => resources.some((resource) => pattern.test(resource)),
  };
}

/** What stands in all statements together, in one pass, since this is done at every keystroke. */
function gather(root: MappingNode) {
  const actions: string[] = [];
  const resources: string[] = [];
  const effects: string[] = [];
  const conditionKeys: string[] = [];
  const principals: (SourceNode | undefined)[] = [];
  let hasNotAction = false;
  for (const statement of statementsOf(root)) {
    const find = (name: string) => findEntryIgnoringCase(statement, name);
    const notAction = find('NotAction');
    const principal = find('Principal') ?? find('NotPrincipal');
    hasNotAction ||= notAction !== undefined;
    addStrings(actions, find('Action')?.value);
    addStrings(actions, notAction?.value);
    addStrings(resources, find('Resource')?.value);
    addStrings(resources, find('NotResource')?.value);
    addStrings(effects, find('Effect')?.value);
    addConditionKeys(conditionKeys, find('Condition')?.value);
    if (principal !== undefined) {
      principals.push(principal.value);
    }
  }
  return {
    actions: actions.map(lower),
    resources,
    effects: effects.map(lower),
    conditionKeys,
    principals,
    hasNotAction,
  };
}

function statementsOf(root: MappingNode): MappingNode[] {
  const value = findEntryIgnoringCase(root, 'Statement')?.value;
  const items = value?.kind === 'sequence' ? value.items : value === undefined ? [] : [value];
  return items.filter((item) => item.kind === 'mapping');
}

/** Known strings; of an expression, what is known of it. */
function addStrings(texts: string[], node: SourceNode | undefined): void {
  if (node?.kind === 'scalar' && typeof node.value === 'string') {
    texts.push(node.value);
  } else if (node?.kind === 'expression') {
    texts.push(node.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''));
  } else if (node?.kind === 'sequence') {
    for (const item of node.items) {
      addStrings(texts, item);
    }
  }
}

function strings(node: SourceNode | undefined): string[] {
  const texts: string[] = [];
  addStrings(texts, node);
  return texts;
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

function addConditionKeys(keys: string[], condition: SourceNode | undefined): void {
  for (const { value } of condition?.kind === 'mapping' ? condition.entries : []) {
    for (const { key } of value?.kind === 'mapping' ? value.entries : []) {
      keys.push(lower(String(key.value)));
    }
  }
}

function isGuardrailKey(key: string): boolean {
  return GUARDRAIL_KEYS.test(key);
}

function lower(text: string): string {
  return text.toLowerCase();
}
