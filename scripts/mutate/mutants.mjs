import { parseSync } from '@swc/core';

/** A statement that is put before the source: where it starts tells where the parser's count of bytes does. */
const PREFIX = '0;';

const SWAPPED_OPERATORS = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '>>': ['<<'],
};
const SWAPPED_WORDS = {
  yes: ['no', 'unknown'],
  no: ['yes', 'unknown'],
  unknown: ['yes', 'no'],
  Allow: ['Deny'],
  Deny: ['Allow'],
};
const SWAPPED_METHODS = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  and: 'or',
  or: 'and',
  any: 'all',
  all: 'any',
};
/** Calls that could be left out: the receiver stands for them. */
const DROPPED_METHODS = new Set(['toLowerCase', 'filter', 'trim', 'reverse', 'slice']);

/**
 * Small changes of a TypeScript source, each of which a good test should notice: `{ start, end, text }` in bytes. Types,
 * imports and texts for the user are left alone.
 */
export function mutantsOf(source) {
  const bytes = Buffer.from(source);
  const ast = parseSync(PREFIX + source, { syntax: 'typescript', target: 'es2022' });
  const base = ast.span.start + PREFIX.length;
  const mutants = [];
  const textOf = ({ start, end }) => bytes.subarray(start - base, end - base).toString();
  const add = (span, ...texts) => {
    for (const text of texts) {
      mutants.push({ start: span.start - base, end: span.end - base, text, original: textOf(span) });
    }
  };
  const visit = (node, parent) => {
    if (Array.isArray(node)) {
      for (const item of node) {
        visit(item, parent);
      }
    } else if (typeof node === 'object' && node !== null) {
      if (typeof node.type === 'string') {
        if (isPassedOver(node)) {
          return;
        }
        mutate(node, parent, add, textOf);
      }
      for (const [name, child] of Object.entries(node)) {
        if (name !== 'span' && name !== 'typeAnnotation' && name !== 'typeParams' && name !== 'returnType') {
          visit(child, typeof node.type === 'string' ? node : parent);
        }
      }
    }
  };
  visit(ast.body.slice(1), undefined);
  return mutants;
}

function isPassedOver(node) {
  const isType =
    node.type.startsWith('Ts') &&
    !['TsAsExpression', 'TsSatisfiesExpression', 'TsNonNullExpression'].includes(node.type);
  return isType || node.type === 'ImportDeclaration' || isUserText(node);
}

function isUserText({ type, callee }) {
  return type === 'CallExpression' && callee.type === 'MemberExpression' && callee.object.value === 'l10n';
}

function mutate(node, parent, add, textOf) {
  switch (node.type) {
    case 'BinaryExpression': {
      const left = textOf(node.left.span);
      const right = textOf(node.right.span);
      // `??` may not stand beside another operator without parentheses.
      const [first, second] = node.operator === '??' ? [`(${left})`, `(${right})`] : [left, right];
      add(node.span, ...(SWAPPED_OPERATORS[node.operator] ?? []).map((operator) => `(${first} ${operator} ${second})`));
      return;
    }
    case 'UnaryExpression':
      if (node.operator === '!') {
        add(node.span, textOf(node.argument.span));
      }
      return;
    case 'ConditionalExpression':
      add(node.test.span, 'true', 'false');
      return;
    case 'IfStatement':
      add(node.test.span, 'true', 'false');
      return;
    case 'BooleanLiteral':
      add(node.span, String(!node.value));
      return;
    case 'NumericLiteral':
      add(node.span, String(node.value + 1));
      return;
    case 'StringLiteral':
      mutateString(node, parent, add);
      return;
    case 'RegExpLiteral':
      mutateRegExp(node, add);
      return;
    case 'ArrayExpression':
      if (node.elements.length > 0) {
        add(node.span, '[]');
      }
      return;
    case 'ExpressionStatement':
      add(node.span, ';');
      return;
    case 'CallExpression':
      mutateCall(node, add, textOf);
  }
}

function mutateString(node, parent, add) {
  // A name in the place of a value: the key of a property, or a tag that the types check.
  const isName = parent?.type === 'KeyValueProperty' && parent.key === node;
  if (!isName) {
    add(node.span, ...(SWAPPED_WORDS[node.value]?.map((word) => `'${word}'`) ?? ["'mutated'"]));
  }
}

function mutateRegExp(node, add) {
  const { pattern, flags } = node;
  if (pattern.startsWith('^')) {
    add(node.span, `/${pattern.slice(1)}/${flags}`);
  }
  if (pattern.endsWith('$')) {
    add(node.span, `/${pattern.slice(0, -1)}/${flags}`);
  }
  if (flags.includes('i')) {
    add(node.span, `/${pattern}/${flags.replace('i', '')}`);
  }
}

function mutateCall(node, add, textOf) {
  const { callee } = node;
  const name = callee.type === 'Identifier' ? callee.value : callee.property?.value;
  const swapped = SWAPPED_METHODS[name];
  if (swapped !== undefined) {
    add(callee.type === 'Identifier' ? callee.span : callee.property.span, swapped);
  }
  if (callee.type === 'MemberExpression' && DROPPED_METHODS.has(name)) {
    add(node.span, textOf(callee.object.span));
  }
}
