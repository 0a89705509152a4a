import type { Dice } from '../dice.js';
import type { Statement } from './world.js';

/** Elements whose single value may stand in a list, and whose lists have no order. */
const LISTS = new Set(['Action', 'NotAction', 'Resource', 'NotResource']);

/** The same statement as other people would write it: nothing that AWS understands differs. */
export function respell(statement: Statement, dice: Dice): Statement {
  const entries = Object.entries(statement).map(([name, value]): [string, unknown] => {
    if (LISTS.has(name)) {
      return [name, respellList(value, dice)];
    }
    return name === 'Principal'
      ? [name, respellPrincipal(value, dice)]
      : [name, name === 'Condition' ? respellCondition(value, dice) : value];
  });
  return Object.fromEntries(dice.chance(50) ? entries : dice.shuffle(entries));
}

function respellList(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value)) {
    return value.length === 1 && dice.chance(50) ? value[0] : dice.shuffle(value);
  }
  return dice.chance(30) ? [value] : value;
}

function respellPrincipal(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null) {
    return dice.chance(40) ? { AWS: value } : value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([type, names]) => [
      type,
      respellList(type === 'AWS' ? respellRoot(names, dice) : names, dice),
    ]),
  );
}

/** An account is named by its root or by its ID alone. */
function respellRoot(names: unknown, dice: Dice): unknown {
  const account = typeof names === 'string' ? /^arn:[^:]+:iam::(\d{12}):root$/.exec(names)?.[1] : undefined;
  return account !== undefined && dice.chance(30) ? account : names;
}

function respellCondition(value: unknown, dice: Dice): unknown {
  const operators = Object.entries(value as Readonly<Record<string, Readonly<Record<string, unknown>>>>);
  return Object.fromEntries(
    dice
      .shuffle(operators)
      .map(([operator, keys]) => [
        operator,
        Object.fromEntries(
          dice.shuffle(Object.entries(keys)).map(([key, values]) => [respellKey(key, dice), respellList(values, dice)]),
        ),
      ]),
  );
}

/** Names of condition keys ignore letter case. */
function respellKey(key: string, dice: Dice): string {
  return dice.chance(8) ? dice.pick([key.toLowerCase(), key.toUpperCase()]) : key;
}

/** A policy as JSON text: indented or not, with either line end, with characters as escapes here and there. */
export function printPolicy(policy: object, dice: Dice): string {
  const text = JSON.stringify(policy, undefined, dice.pick([0, 2, 2, 4, '\t']));
  const escaped = dice.chance(15) ? text.replace(/"[^"\\\n]*"/g, (token) => withEscapes(token, dice)) : text;
  const ended = dice.chance(60) ? `${escaped}\n` : escaped;
  return dice.chance(25) ? ended.replaceAll('\n', '\r\n') : ended;
}

function withEscapes(token: string, dice: Dice): string {
  return token.replace(/[a-zA-Z/]/g, (character) => {
    if (!dice.chance(3)) {
      return character;
    }
    return character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
