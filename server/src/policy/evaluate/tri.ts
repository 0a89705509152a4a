/** The third answer: not decidable from what is known. Nothing is ever concluded from it. */
export type Tri = 'yes' | 'no' | 'unknown';

export function toTri(value: boolean): Tri {
  return value ? 'yes' : 'no';
}

export function not(value: Tri): Tri {
  return value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown';
}

export function and(left: Tri, right: Tri): Tri {
  if (left === 'no' || right === 'no') {
    return 'no';
  }
  return left === 'yes' ? right : 'unknown';
}

export function or(left: Tri, right: Tri): Tri {
  if (left === 'yes' || right === 'yes') {
    return 'yes';
  }
  return left === 'no' ? right : 'unknown';
}

/** `no` as soon as one is `no`; later values are not computed then. */
export function all<T>(items: Iterable<T>, test: (item: T) => Tri): Tri {
  let result: Tri = 'yes';
  for (const item of items) {
    const value = test(item);
    if (value === 'no') {
      return 'no';
    }
    if (value === 'unknown') {
      result = 'unknown';
    }
  }
  return result;
}

/** `yes` as soon as one is `yes`; later values are not computed then. */
export function any<T>(items: Iterable<T>, test: (item: T) => Tri): Tri {
  let result: Tri = 'no';
  for (const item of items) {
    const value = test(item);
    if (value === 'yes') {
      return 'yes';
    }
    if (value === 'unknown') {
      result = 'unknown';
    }
  }
  return result;
}
