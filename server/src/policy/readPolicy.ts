import { PRINCIPAL_TYPES } from '../knowledge/policyElements.js';
import { type Entry, findEntry, type MappingNode, type Path, type SourceNode } from '../source/sourceNode.js';
import type {
  Condition,
  ListElement,
  Policy,
  PolicyString,
  Principal,
  PrincipalElement,
  PrincipalType,
  Statement,
} from './model.js';

/** The types of principals, in AWS's spelling. */
const PRINCIPAL_TYPE_NAMES: ReadonlySet<string> = new Set(PRINCIPAL_TYPES);

/**
 * Reads a policy out of a mapping. Element names count only in their exact spelling, as in AWS; what does not fit the
 * grammar is left out of the model and still there in `node`, where the structure rules look.
 */
export function readPolicy(node: MappingNode, path: Path = []): Policy {
  return withStatements(node, readStatements(findEntry(node, 'Statement'), [...path, 'Statement']), path);
}

/** A policy whose statements have been read already. */
export function withStatements(node: MappingNode, statements: readonly Statement[], path: Path = []): Policy {
  const version = readString(findEntry(node, 'Version')?.value);
  return { span: node.span, node, path, version, statementEntry: findEntry(node, 'Statement'), statements };
}

/** A string value, or undefined for anything else. */
export function readString(node: SourceNode | undefined): PolicyString | undefined {
  if (node?.kind === 'scalar') {
    const { value } = node;
    return typeof value === 'string' ? literal(node, value) : undefined;
  }
  if (node?.kind === 'expression') {
    return { span: node.span, node, parts: node.parts, known: undefined };
  }
  return undefined;
}

function literal(node: SourceNode, text: string): PolicyString {
  return { span: node.span, node, parts: [{ kind: 'text', text }], known: text };
}

function readStatements(entry: Entry | undefined, path: Path): Statement[] {
  const value = entry?.value;
  if (value?.kind === 'mapping') {
    return [readStatement(value, 0, path)];
  }
  if (value?.kind !== 'sequence') {
    return [];
  }
  return value.items.flatMap((item, index) =>
    item.kind === 'mapping' ? [readStatement(item, index, [...path, index])] : [],
  );
}

/**
 * @param index position in the policy, from 0
 * @param path of the statement in its document
 */
export function readStatement(node: MappingNode, index: number, path: Path): Statement {
  const effect = readString(findEntry(node, 'Effect')?.value)?.known;
  return {
    index,
    span: node.span,
    node,
    path,
    sid: readString(findEntry(node, 'Sid')?.value),
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    principal: readPrincipalElement(node, path),
    action: readListElement(node, 'Action'),
    resource: readListElement(node, 'Resource'),
    conditions: readConditions(findEntry(node, 'Condition'), [...path, 'Condition']),
  };
}

function readListElement(node: MappingNode, name: 'Action' | 'Resource'): ListElement | undefined {
  const positive = findEntry(node, name);
  const entry = positive ?? findEntry(node, `Not${name}`);
  if (entry === undefined) {
    return undefined;
  }
  return { entry, negated: positive === undefined, values: readStrings(entry.value) };
}

/** A string or a list of strings; other members of a list are left out. */
function readStrings(node: SourceNode | undefined): PolicyString[] {
  const values: PolicyString[] = [];
  for (const item of itemsOf(node)) {
    const value = readString(item);
    if (value !== undefined) {
      values.push(value);
    }
  }
  return values;
}

function readPrincipalElement(node: MappingNode, path: Path): PrincipalElement | undefined {
  const positive = findEntry(node, 'Principal');
  const entry = positive ?? findEntry(node, 'NotPrincipal');
  if (entry === undefined) {
    return undefined;
  }
  const elementPath = [...path, positive === undefined ? 'NotPrincipal' : 'Principal'];
  return { entry, negated: positive === undefined, principals: readPrincipals(entry.value, elementPath) };
}

function readPrincipals(node: SourceNode | undefined, path: Path): Principal[] {
  const everyone = readString(node);
  if (everyone !== undefined) {
    return everyone.known === '*' ? [{ type: '*', value: everyone, path }] : [];
  }
  if (node?.kind !== 'mapping') {
    return [];
  }
  const principals: Principal[] = [];
  for (const entry of node.entries) {
    const name = String(entry.key.value);
    const type = PRINCIPAL_TYPE_NAMES.has(name) ? (name as PrincipalType) : { unknown: name };
    const typePath = [...path, name];
    const isList = entry.value?.kind === 'sequence';
    for (const [index, item] of itemsOf(entry.value).entries()) {
      const value = readString(item);
      if (value !== undefined) {
        principals.push({ type, value, path: isList ? [...typePath, index] : typePath });
      }
    }
  }
  return principals;
}

function readConditions(entry: Entry | undefined, path: Path): Condition[] {
  if (entry?.value?.kind !== 'mapping') {
    return [];
  }
  const conditions: Condition[] = [];
  for (const operatorEntry of entry.value.entries) {
    const block = operatorEntry.value;
    const operatorName = String(operatorEntry.key.value);
    const operator = literal(operatorEntry.key, operatorName);
    for (const keyEntry of block?.kind === 'mapping' ? block.entries : []) {
      const keyName = String(keyEntry.key.value);
      const key = literal(keyEntry.key, keyName);
      const values = readConditionValues(keyEntry.value);
      conditions.push({ operator, key, values, operatorEntry, keyEntry, path: [...path, operatorName, keyName] });
    }
  }
  return conditions;
}

/** Condition values may be written as JSON booleans and numbers; AWS reads them as strings. */
function readConditionValues(node: SourceNode | undefined): PolicyString[] {
  const values: PolicyString[] = [];
  for (const item of itemsOf(node)) {
    const isBare = item.kind === 'scalar' && (typeof item.value === 'boolean' || typeof item.value === 'number');
    const value = isBare ? literal(item, String(item.value)) : readString(item);
    if (value !== undefined) {
      values.push(value);
    }
  }
  return values;
}

/** The members of a list; anything else is a list of one. */
function itemsOf(node: SourceNode | undefined): readonly SourceNode[] {
  return node?.kind === 'sequence' ? node.items : node === undefined ? [] : [node];
}
