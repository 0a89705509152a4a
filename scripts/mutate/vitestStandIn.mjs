/**
 * As much of vitest as the tests of the evaluator use, without its start-up: thousands of runs are only practical in a
 * bare thread. Runs what was collected, in order, until the first failure.
 */
import { isDeepStrictEqual } from 'node:util';

const collected = [];
const path = [];

export function describe(name, body) {
  path.push(name);
  body();
  path.pop();
}

export function it(name, body) {
  collected.push({ name: [...path, name].join(' > '), body });
}

const each = (declare) => (rows) => (name, body) => {
  const areLists = rows.every(Array.isArray);
  for (const row of rows) {
    declare(name, () => (areLists ? body(...row) : body(row)));
  }
};
describe.each = each(describe);
it.each = each(it);

export function expect(actual) {
  return { ...matchers(actual, true), not: matchers(actual, false) };
}

/** The name of the first test that fails, or undefined. */
export async function findFailure() {
  for (const { name, body } of collected) {
    try {
      await body();
    } catch (error) {
      return `${name}: ${error.message}`;
    }
  }
  return undefined;
}

expect.fail = (message) => {
  throw new Error(message);
};

function matchers(actual, wanted) {
  const check = (outcome, expected) => {
    if (outcome !== wanted) {
      throw new Error(`${JSON.stringify(actual)} against ${JSON.stringify(expected)}`);
    }
  };
  return {
    toBe: (expected) => check(Object.is(actual, expected), expected),
    toEqual: (expected) => check(isDeepStrictEqual(plain(actual), plain(expected)), expected),
    toMatchObject: (expected) => check(isPart(plain(actual), plain(expected)), expected),
    toMatch: (expected) =>
      check(typeof expected === 'string' ? actual.includes(expected) : expected.test(actual), String(expected)),
    toContain: (expected) => check(actual.includes(expected), expected),
    toBeUndefined: () => check(actual === undefined),
    toBeDefined: () => check(actual !== undefined),
    toBeGreaterThanOrEqual: (expected) => check(actual >= expected, expected),
  };
}

/** Members that are undefined, and prototypes, do not count. */
function plain(value) {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value !== 'object' || value === null || value instanceof Set || value instanceof Map) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, plain(member)]])),
  );
}

function isPart(actual, expected) {
  return Object.entries(expected).every(([name, member]) => isDeepStrictEqual(actual?.[name], member));
}
