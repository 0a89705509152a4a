import type { MappingNode, Path, ScalarNode, SourceNode } from '../../source/sourceNode.js';
import type { Span } from '../../source/span.js';
import { recoverTree } from './recover.js';
import { type Token, tokenize } from './tokens.js';

/** Where completion was asked for, and what must be written so that the text around it stays right. */
export interface Cursor {
  /** Tree of the document, brackets and commas that are missing made up for. */
  readonly root: MappingNode;
  /** Path of the place; its last step is the key itself when `inKey`. */
  readonly path: Path;
  readonly inKey: boolean;
  /** What an item replaces: the whole string, quotes included, or nothing. */
  readonly replace: Span;
  /** Text of the string up to the cursor, without its quote. */
  readonly typed: string;
  /** Text of the whole string that stands there. */
  readonly existing: string;
  /** Other keys of the same object, or other items of the same list. */
  readonly siblings: readonly string[];
  /** True when the key at the cursor already has a colon, so that only the name is to be written. */
  readonly hasColon: boolean;
  /** True when the place is in a list. */
  readonly inList: boolean;
  /** Set when a comma must be written first, behind the token that ends there. */
  readonly commaBefore: number | undefined;
  readonly commaAfter: boolean;
}

/** Reads the place at `offset` (UTF-16); undefined inside comments and where a policy has nothing to say. */
export function readCursor(text: string, offset: number): Cursor | undefined {
  const tokens = tokenize(text);
  const comment = tokens.find(({ kind, start, end }) => kind === 'comment' && start < offset && offset <= end);
  if (comment !== undefined && (comment.end > offset || text[comment.start + 1] === '/')) {
    return undefined;
  }
  const visible = tokens.filter(({ kind }) => kind !== 'comment');
  if (visible.some((token) => token.end === offset && isClosed(text, token))) {
    return undefined;
  }
  const current = findStringAt(text, visible, offset) ?? insertEmpty(visible, offset);
  if (current === undefined) {
    return undefined;
  }
  const { root, nodes } = recoverTree(visible);
  const node = nodes.get(current);
  const place = root === undefined || node === undefined ? undefined : findPlace(root, node);
  if (root?.kind !== 'mapping' || place === undefined) {
    return undefined;
  }
  const index = visible.indexOf(current);
  const before = visible[index - 1];
  const after = visible[index + 1];
  const start = current.start + (current.kind === 'string' && current.end > current.start ? 1 : 0);
  return {
    root,
    path: place.path,
    inKey: place.inKey,
    replace: { start: current.start, end: current.end },
    typed: text.slice(start, Math.max(start, offset)),
    existing: current.value,
    siblings: place.siblings,
    hasColon: after?.kind === ':',
    inList: place.inList,
    commaBefore: before !== undefined && endsItem(before) ? before.end : undefined,
    commaAfter: after !== undefined && after.kind !== ':' && startsItem(after),
  };
}

/** Behind a closing quote the string is done; the quote itself asks for suggestions when it is typed. */
function isClosed(text: string, { kind, start, end }: Token): boolean {
  return kind === 'string' && end - start >= 2 && text[end - 1] === '"';
}

/** The string or word that the offset is in or at the end of; at a value's start too, where nothing else can be meant. */
function findStringAt(text: string, tokens: readonly Token[], offset: number): Token | undefined {
  const touched = tokens.findIndex(({ kind, start, end }) => isText(kind) && start < offset && offset <= end);
  if (touched >= 0) {
    return tokens[touched];
  }
  const next = tokens.findIndex(({ start }) => start >= offset);
  const token = tokens[next];
  const isValueStart =
    token !== undefined &&
    isText(token.kind) &&
    tokens[next - 1]?.kind === ':' &&
    tokens[next + 1]?.kind !== ':' &&
    !text.slice(offset, token.start).includes('\n');
  return isValueStart ? token : undefined;
}

/** Puts an empty string at the offset, which then gets the role that a string there would have. */
function insertEmpty(tokens: Token[], offset: number): Token | undefined {
  const index = tokens.findIndex(({ start }) => start >= offset);
  const at = index < 0 ? tokens.length : index;
  const before = tokens[at - 1];
  if (before === undefined || before.end > offset || (isText(before.kind) && tokens[at]?.kind === ':')) {
    return undefined;
  }
  const token: Token = { kind: 'string', start: offset, end: offset, value: '' };
  tokens.splice(at, 0, token);
  return token;
}

function isText(kind: Token['kind']): boolean {
  return kind === 'string' || kind === 'word';
}

function endsItem({ kind }: Token): boolean {
  return isText(kind) || kind === 'literal' || kind === '}' || kind === ']';
}

function startsItem({ kind }: Token): boolean {
  return isText(kind) || kind === 'literal' || kind === '{' || kind === '[';
}

interface Place {
  readonly path: Path;
  readonly inKey: boolean;
  readonly siblings: readonly string[];
  readonly inList: boolean;
}

function findPlace(node: SourceNode, wanted: ScalarNode, path: Path = []): Place | undefined {
  if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      const entryPath = [...path, String(key.value)];
      if (key === wanted) {
        const siblings = node.entries.filter((entry) => entry.key !== wanted).map((entry) => String(entry.key.value));
        return { path: entryPath, inKey: true, siblings, inList: false };
      }
      if (value === wanted) {
        return { path: entryPath, inKey: false, siblings: [], inList: false };
      }
      const found = value === undefined ? undefined : findPlace(value, wanted, entryPath);
      if (found !== undefined) {
        return found;
      }
    }
  } else if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      if (item === wanted) {
        return { path: [...path, index], inKey: false, siblings: otherTexts(node.items, wanted), inList: true };
      }
      const found = findPlace(item, wanted, [...path, index]);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

function otherTexts(items: readonly SourceNode[], wanted: SourceNode): string[] {
  return items.flatMap((item) =>
    item !== wanted && item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [],
  );
}
