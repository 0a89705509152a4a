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
  const statementEntry = findEntry(node, 'Statement');
  return {
    span: node.span,
    node,
    path,
    version: readString(findEntry(node, 'Version')?.value),
    statementEntry,
    statements: readStatements(statementEntry, [...path, 'Statement']),
  };
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

/** The elements of a statement by name. */
type Entries = ReadonlyMap<Entry['key']['value'], Entry>;

function readStatement(node: MappingNode, index: number, path: Path): Statement {
  // The last of equal names counts.
  const entries = new Map(node.entries.map((entry) => [entry.key.value, entry]));
  const effect = readString(entries.get('Effect')?.value)?.known;
  return {
    index,
    span: node.span,
    node,
    path,
    sid: readString(entries.get('Sid')?.value),
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    principal: readPrincipalElement(entries, path),
    action: readListElement(entries, 'Action'),
    resource: readListElement(entries, 'Resource'),
    conditions: readConditions(entries.get('Condition'), [...path, 'Condition']),
  };
}

function readListElement(entries: Entries, name: 'Action' | 'Resource'): ListElement | undefined {
  const positive = entries.get(name);
  const entry = positive ?? entries.get(`Not${name}`);
  if (entry === undefined) {
    return undefined;
  }
  return { entry, negated: positive === undefined, values: readStrings(entry.value) };
}

/** A string or a list of strings; other members of a list are left out. */
function readStrings(node: SourceNode | undefined): PolicyString[] {
  const items = node?.kind === 'sequence' ? node.items : node === undefined ? [] : [node];
  return items.flatMap((item) => readString(item) ?? []);
}

function readPrincipalElement(entries: Entries, path: Path): PrincipalElement | undefined {
  const positive = entries.get('Principal');
  const entry = positive ?? entries.get('NotPrincipal');
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
  return node.entries.flatMap((entry) => {
    const name = String(entry.key.value);
    const type = PRINCIPAL_TYPE_NAMES.has(name) ? (name as PrincipalType) : { unknown: name };
    const typePath = [...path, name];
    if (entry.value?.kind !== 'sequence') {
      const value = readString(entry.value);
      return value === undefined ? [] : [{ type, value, path: typePath }];
    }
    return entry.value.items.flatMap((item, index) => {
      const value = readString(item);
      return value === undefined ? [] : [{ type, value, path: [...typePath, index] }];
    });
  });
}

function readConditions(entry: Entry | undefined, path: Path): Condition[] {
  if (entry?.value?.kind !== 'mapping') {
    return [];
  }
  return entry.value.entries.flatMap((operatorEntry) => {
    const block = operatorEntry.value;
    if (block?.kind !== 'mapping') {
      return [];
    }
    const operator = literal(operatorEntry.key, String(operatorEntry.key.value));
    return block.entries.map((keyEntry) => ({
      operator,
      key: literal(keyEntry.key, String(keyEntry.key.value)),
      values: readConditionValues(keyEntry.value),
      operatorEntry,
      keyEntry,
      path: [...path, operator.known ?? '', String(keyEntry.key.value)],
    }));
  });
}

/** Condition values may be written as JSON booleans and numbers; AWS reads them as strings. */
function readConditionValues(node: SourceNode | undefined): PolicyString[] {
  const items = node?.kind === 'sequence' ? node.items : node === undefined ? [] : [node];
  return items.flatMap((item) => {
    if (item.kind === 'scalar' && (typeof item.value === 'boolean' || typeof item.value === 'number')) {
      return [literal(item, String(item.value))];
    }
    return readString(item) ?? [];
  });
}
