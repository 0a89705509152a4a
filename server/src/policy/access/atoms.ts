import { type ParsedOperator, parseConditionOperator } from '../../knowledge/conditionOperators.js';
import { matchesArn } from '../arn.js';
import { matchCondition } from '../evaluate/matchCondition.js';
import { matchText } from '../evaluate/matchText.js';
import type { RequestContext } from '../evaluate/request.js';
import { any, not, type Tri } from '../evaluate/tri.js';
import type { Condition, ListElement, PolicyString, Statement } from '../model.js';
import { hasTemplatePart } from '../placeholders.js';

/** Name under which the resource of a request stands beside its condition keys. */
export const RESOURCE_KEY = '#resource';

/**
 * Values of a request, by condition key in lower case: `undefined` says that the request does not carry the key; a key
 * that is not here has not been looked at.
 */
export type Values = Readonly<Record<string, readonly string[] | undefined>>;

/** What a statement demands of a request besides principal and action: one condition, or its `Resource`. */
export interface Atom {
  /** Equal for demands that are written alike, whatever their order and letter case. */
  readonly id: string;
  /** The condition key in lower case, or `RESOURCE_KEY`. */
  readonly key: string;
  /** As it stands in the document; undefined for a resource. */
  readonly condition?: Condition;
  readonly resource?: ListElement;
  readonly parsed?: ParsedOperator;
  readonly values: readonly PolicyString[];
  /** Keys whose values the policy variables in it bring in, in lower case. */
  readonly variables: readonly string[];
  /** False when a part is not known before deployment, or when AWS would refuse it: nothing is concluded then. */
  readonly isReadable: boolean;
  test(values: Values): Tri;
}

/** The demands of a statement, each once. A `Resource` of `*` demands nothing. */
export function readAtoms({ conditions, resource }: Statement): Atom[] {
  const atoms = conditions.map(conditionAtom);
  if (resource !== undefined && (resource.negated || !resource.values.some(({ known }) => known === '*'))) {
    atoms.push(resourceAtom(resource));
  }
  return [...new Map(atoms.map((atom) => [atom.id, atom])).values()];
}

/** True when the text is known, and no tool has yet to fill a part of it in. */
export function isReadable({ known }: PolicyString): boolean {
  return known !== undefined && !hasTemplatePart(known);
}

/** A text that tells strings apart even where parts of them are not known. */
export function identityOf({ parts }: PolicyString): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : `\u0000${part.source}\u0000`)).join('');
}

function conditionAtom(condition: Condition): Atom {
  const { operator, key, values } = condition;
  const parsed = parseConditionOperator(operator.known ?? '');
  const legal = parsed?.illegal === undefined ? parsed : undefined;
  const name = (key.known ?? identityOf(key)).toLowerCase();
  const texts = [...new Set(values.map(identityOf))].sort();
  return {
    id: JSON.stringify([legal?.canonical ?? identityOf(operator), name, texts]),
    key: name,
    condition,
    ...(legal !== undefined && { parsed: legal }),
    values,
    variables: [...new Set(values.flatMap(({ known }) => variablesIn(known ?? '')))],
    isReadable: legal !== undefined && key.known !== undefined && values.every(isReadable),
    test: (request) => matchCondition(condition, toContext(request)),
  };
}

function resourceAtom(resource: ListElement): Atom {
  const texts = [...new Set(resource.values.map(identityOf))].sort();
  return {
    id: JSON.stringify([resource.negated ? 'NotResource' : 'Resource', texts]),
    key: RESOURCE_KEY,
    resource,
    values: resource.values,
    variables: [],
    isReadable: resource.values.every(isReadable),
    test: (request) => {
      const [actual = ''] = request[RESOURCE_KEY] ?? [];
      const listed = any(resource.values, (value) =>
        matchText(value, (text) => text === '*' || matchesArn(text, actual)),
      );
      return resource.negated ? not(listed) : listed;
    },
  };
}

function toContext(values: Values): RequestContext {
  return {
    lookup: (key) => {
      const list = values[key.toLowerCase()];
      return list === undefined ? { state: 'absent' } : { state: 'present', values: list };
    },
  };
}

/** The keys that policy variables name: `${aws:username}`, also with a default. Escapes such as `${*}` name none. */
function variablesIn(text: string): string[] {
  return [...text.matchAll(/\$\{\s*([A-Za-z][^},]*?)\s*(?:,[^}]*)?\}/g)].map((match) => (match[1] ?? '').toLowerCase());
}
