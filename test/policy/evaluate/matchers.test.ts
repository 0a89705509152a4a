import { describe, expect, it } from 'vitest';
import { contextOf, type RequestContext } from '../../../server/src/policy/evaluate/request.js';
import { protectWildcards, resolveVariables, variableKeys } from '../../../server/src/policy/evaluate/variables.js';

const context: RequestContext = contextOf(
  { 'aws:username': 'kim', 'aws:TagKeys': ['a', 'b'] },
  (key) => key === 'aws:sourcevpce',
);

describe('policy variables', () => {
  it.each<[string, unknown]>([
    ['x', { text: 'x', pattern: 'x' }],
    ['${aws:username}', { text: 'kim', pattern: 'kim' }],
    ['${ aws:username }', { text: 'kim', pattern: 'kim' }],
    ['*${*}', { text: '**', pattern: `*${protectWildcards('*')}` }],
    ["${aws:x, '?'}", { text: '?', pattern: protectWildcards('?') }],
    ['${aws:x}', 'none'],
    ['${aws:TagKeys}', 'none'],
    ['${aws:SourceVpce}', 'unknown'],
    ["${aws:SourceVpce, 'x'}", 'unknown'],
    ['${aws:x}${aws:SourceVpce}', 'none'],
    ['${aws:SourceVpce}${aws:x}', 'none'],
  ])('%s', (text, expected) => {
    expect(resolveVariables(text, context)).toEqual(expected);
  });

  it('are found by their keys', () => {
    expect(variableKeys("a${aws:x}${*}${$}${aws:y, 'z'}")).toEqual(['aws:x', 'aws:y']);
  });
});
