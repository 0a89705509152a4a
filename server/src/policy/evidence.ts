import { findEntryIgnoringCase, type MappingNode, type SourceNode } from '../source/sourceNode.js';
import { perObject } from './memo.js';

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
  const all = statementsOf(root).map(readClues);
  const naming = all.filter(({ principal }) => principal !== 'none');
  const effects = all.flatMap((clues) => clues.effects);
  const resources = all.filter((clues) => clues.resources.length > 0);
  const count = (service?: string) =>
    all.reduce((sum, { prefixes }) => sum + prefixes.filter((prefix) => (service ?? prefix) === prefix).length, 0);
  return {
    hasPrincipal: naming.length > 0,
    principalIsAlwaysEveryone: naming.length > 0 && naming.every(({ principal }) => principal === 'everyone'),
    hasNoResource: resources.length === 0,
    resourceIsAlwaysEverything:
      resources.length > 0 && resources.every((clues) => clues.resources.every((resource) => resource === '*')),
    deniesOnly: effects.length > 0 && effects.every((effect) => effect === 'deny'),
    hasGuardrailShape: all.some((clues) => clues.hasGuardrailShape),
    assumesRole: all.some((clues) => clues.assumesRole),
    services: new Set(all.flatMap((clues) => clues.services)),
    wildcardActions: all.reduce((sum, { actions }) => sum + actions.filter((action) => action === '*').length, 0),
    touches: (action) => all.some(({ actions }) => actions.includes(action)),
    shareOf: (service) => (count() === 0 ? 0 : count(service) / count()),
    resourceMatches: (pattern) => resources.some((clues) => clues.resources.some((text) => pattern.test(text))),
  };
}

/** What one statement tells; read once for as long as the statement is not edited, since this is done at every keystroke. */
const readClues = perObject((statement: MappingNode) => {
  const find = (name: string) => findEntryIgnoringCase(statement, name);
  const notAction = find('NotAction');
  const principal = find('Principal') ?? find('NotPrincipal');
  const actions = [...strings(find('Action')?.value), ...strings(notAction?.value)].map(lower);
  const prefixes = actions
    .filter((action) => action.includes(':'))
    .map((action) => action.slice(0, action.indexOf(':')));
  return {
    actions,
    prefixes,
    services: [...new Set(prefixes)],
    resources: [...strings(find('Resource')?.value), ...strings(find('NotResource')?.value)],
    effects: strings(find('Effect')?.value).map(lower),
    principal: principal === undefined ? 'none' : isEveryone(principal.value) ? 'everyone' : 'some',
    hasGuardrailShape: notAction !== undefined || conditionKeys(find('Condition')?.value).some(isGuardrailKey),
    assumesRole: actions.some((action) => /^sts:(assumerole|tagsession|setsourceidentity)/.test(action)),
  } as const;
});

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

function conditionKeys(condition: SourceNode | undefined): string[] {
  const blocks = condition?.kind === 'mapping' ? condition.entries : [];
  return blocks.flatMap(({ value }) =>
    value?.kind === 'mapping' ? value.entries.map(({ key }) => lower(String(key.value))) : [],
  );
}

function isGuardrailKey(key: string): boolean {
  return GUARDRAIL_KEYS.test(key);
}

function lower(text: string): string {
  return text.toLowerCase();
}
