import { describe, expect, it } from 'vitest';
import {
  CONDITION_OPERATORS,
  nearestConditionOperator,
  operatorFitsType,
  parseConditionOperator,
} from '../../server/src/knowledge/conditionOperators.js';

const get = (name: string) => {
  const parsed = parseConditionOperator(name);
  if (parsed === undefined) {
    throw new Error(`No operator "${name}".`);
  }
  return parsed.operator;
};

describe('parseConditionOperator', () => {
  it('takes prefix and suffix off, in any case', () => {
    expect(parseConditionOperator('foranyvalue:stringlikeifexists')).toMatchObject({
      setOperator: 'ForAnyValue',
      ifExists: true,
      canonical: 'ForAnyValue:StringLikeIfExists',
      operator: { name: 'StringLike' },
    });
    expect(parseConditionOperator('Bool')).toMatchObject({ ifExists: false, canonical: 'Bool' });
  });

  it('marks what AWS does not accept of Null', () => {
    expect(parseConditionOperator('NullIfExists')?.illegal).toBe('null-if-exists');
    expect(parseConditionOperator('ForAllValues:Null')?.illegal).toBe('null-set-operator');
    expect(parseConditionOperator('Null')?.illegal).toBeUndefined();
  });

  it.each(['StringEqual', 'ForSomeValues:StringEquals', 'IfExists', '', 'ForAllValues:', 'String Equals'])(
    'knows nothing of "%s"',
    (text) => {
      expect(parseConditionOperator(text)).toBeUndefined();
    },
  );
});

describe('the operators', () => {
  it('are twenty-seven, eight of them negated', () => {
    expect(CONDITION_OPERATORS).toHaveLength(27);
    expect(CONDITION_OPERATORS.filter(({ negated }) => negated).map(({ name }) => name)).toEqual([
      'StringNotEquals',
      'StringNotEqualsIgnoreCase',
      'StringNotLike',
      'NumericNotEquals',
      'DateNotEquals',
      'NotIpAddress',
      'ArnNotEquals',
      'ArnNotLike',
    ]);
  });

  it('take wildcards in Like operators and in every Arn operator', () => {
    expect(CONDITION_OPERATORS.filter(({ wildcards }) => wildcards).map(({ name }) => name)).toEqual([
      'StringLike',
      'StringNotLike',
      'ArnEquals',
      'ArnLike',
      'ArnNotEquals',
      'ArnNotLike',
    ]);
  });

  it('speak both languages and give an example with themselves', () => {
    for (const { name, text, example } of CONDITION_OPERATORS) {
      expect(text.en).toMatch(/[a-z]/);
      expect(text.ko).toMatch(/[가-힣]/);
      expect(Object.keys(example)).toEqual([name]);
      expect(Object.keys(example[name] ?? {})).toHaveLength(1);
    }
  });
});

describe('operatorFitsType', () => {
  it.each([
    ['Bool', 'Bool', 'yes'],
    ['StringEquals', 'Bool', 'usable'],
    ['Bool', 'String', 'no'],
    ['StringLike', 'ARN', 'yes'],
    ['ArnLike', 'String', 'usable'],
    ['NumericLessThan', 'Date', 'usable'],
    ['NumericLessThan', 'String', 'no'],
    ['Null', 'Numeric', 'yes'],
  ] as const)('says of %s on %s: %s', (operator, type, expected) => {
    expect(operatorFitsType(get(operator), type)).toBe(expected);
  });

  it('takes the best of several types', () => {
    expect(operatorFitsType(get('NumericLessThan'), 'Date', 'Numeric')).toBe('yes');
  });
});

describe('nearestConditionOperator', () => {
  it.each([
    ['StringEqual', 'StringEquals'],
    ['ForAnyValues:StringEquals', 'ForAnyValue:StringEquals'],
    ['ArnLikes', 'ArnLike'],
    ['StringEqualIfExists', 'StringEqualsIfExists'],
    ['NullIfExists', 'Null'],
  ])('offers for "%s" the operator "%s"', (text, expected) => {
    expect(nearestConditionOperator(text)).toBe(expected);
  });

  it('offers nothing when nothing is near', () => {
    expect(nearestConditionOperator('Matches')).toBeUndefined();
  });
});
