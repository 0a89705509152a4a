import { type ParsedOperator, parseConditionOperator } from '../../knowledge/conditionOperators.js';
import { isRefusedInKeyPolicy } from '../../knowledge/kmsConditionKeys.js';
import type { CompiledCondition, CompiledStatement } from '../evaluate/compiledPolicy.js';
import { ABSENT, type RequestContext } from '../evaluate/request.js';
import type { Tri } from '../evaluate/tri.js';
import { hasVariable, variableKeys } from '../evaluate/variables.js';
import type { Condition, ListElement, PolicyString } from '../model.js';
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

/**
 * The demands of a statement, each once. A `Resource` of `*` demands nothing.
 *
 * @param replacesVariables whether the policy's version makes `${…}` a variable
 */
export function readAtoms({ statement, conditions, resource }: CompiledStatement, replacesVariables: boolean): Atom[] {
  const atoms = conditions.map((condition) => conditionAtom(condition, replacesVariables));
  const element = statement.resource;
  if (element !== undefined && (element.negated || !element.values.some(({ known }) => known === '*'))) {
    atoms.push(resourceAtom(element, resource));
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

function conditionAtom({ condition, matches }: CompiledCondition, replacesVariables: boolean): Atom {
  const { operator, key, values } = condition;
  const parsed = parseConditionOperator(operator.known ?? '');
  const legal = parsed?.illegal === undefined ? parsed : undefined;
  const name = (key.known ?? identityOf(key)).toLowerCase();
  const hasDollars = values.some(({ known }) => known !== undefined && hasVariable(known));
  const variables = hasDollars && replacesVariables ? values.flatMap(({ known }) => variableKeys(known ?? '')) : [];
  return {
    id: JSON.stringify([
      legal?.canonical ?? identityOf(operator),
      name,
      sortedTexts(values),
      ...(hasDollars ? [replacesVariables] : []),
    ]),
    key: name,
    condition,
    ...(legal !== undefined && { parsed: legal }),
    values,
    variables: [...new Set(variables.map((variable) => variable.toLowerCase()))],
    isReadable: legal !== undefined && key.known !== undefined && values.every(isReadable),
    test: (request) => matches(toContext(request)),
  };
}

function resourceAtom(resource: ListElement, matches: CompiledStatement['resource']): Atom {
  return {
    id: JSON.stringify([resource.negated ? 'NotResource' : 'Resource', sortedTexts(resource.values)]),
    key: RESOURCE_KEY,
    resource,
    values: resource.values,
    variables: [],
    isReadable: resource.values.every(isReadable),
    test: (request) => matches({ arn: request[RESOURCE_KEY]?.[0] ?? '' }, toContext(request)),
  };
}

function sortedTexts(values: readonly PolicyString[]): string[] {
  return [...new Set(values.map(identityOf))].sort();
}

function toContext(values: Values): RequestContext {
  return {
    lookup: (key) => {
      const list = values[key.toLowerCase()];
      return list === undefined || isRefusedInKeyPolicy(key) ? ABSENT : { state: 'present', values: list };
    },
  };
}
