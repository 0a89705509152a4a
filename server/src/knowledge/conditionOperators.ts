import { OPERATOR_NAMES, type OperatorName } from './conditionOperatorNames.js';
import { OPERATOR_EXAMPLES, OPERATOR_TEXTS } from './conditionOperatorTexts.js';
import type { LocalText } from './localText.js';
import { memoizeText } from './memo.js';
import { nearestName } from './nearest.js';
import type { ConditionValueType } from './serviceReference.js';

export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

export const SET_OPERATORS = ['ForAnyValue', 'ForAllValues'] as const;
type SetOperator = (typeof SET_OPERATORS)[number];

export interface ConditionOperator {
  readonly name: string;
  readonly family: OperatorFamily;
  /** True when the value must not match; such an operator also holds when the key is absent from the request. */
  readonly negated: boolean;
  /** `*` and `?` in a value are wildcards. `ArnEquals` takes them exactly as `ArnLike` does; `StringEquals` does not. */
  readonly wildcards: boolean;
  /** Letter case of the value does not count. */
  readonly ignoresCase: boolean;
  /** `...IfExists` may be appended. */
  readonly allowsIfExists: boolean;
  /** `ForAnyValue:` and `ForAllValues:` may be put in front. */
  readonly allowsSetOperator: boolean;
  readonly text: LocalText;
  /** A condition block that uses the operator. */
  readonly example: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type Options = Partial<Omit<ConditionOperator, 'name' | 'family' | 'text' | 'example'>>;

function operator(name: OperatorName, family: OperatorFamily, options: Options = {}): ConditionOperator {
  return {
    name,
    family,
    negated: false,
    wildcards: false,
    ignoresCase: false,
    allowsIfExists: true,
    allowsSetOperator: true,
    ...options,
    text: OPERATOR_TEXTS[name],
    example: { [name]: OPERATOR_EXAMPLES[name] },
  };
}

/**
 * The operators with what matters for matching.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const CONDITION_OPERATORS: readonly ConditionOperator[] = OPERATOR_NAMES.map((name) => {
  const negated = name.includes('Not');
  if (name.startsWith('String')) {
    return operator(name, 'String', {
      negated,
      wildcards: name.endsWith('Like'),
      ignoresCase: name.endsWith('IgnoreCase'),
    });
  }
  if (name.startsWith('Numeric')) {
    return operator(name, 'Numeric', { negated });
  }
  if (name.startsWith('Date')) {
    return operator(name, 'Date', { negated });
  }
  if (name.startsWith('Arn')) {
    return operator(name, 'Arn', { negated, wildcards: true });
  }
  if (name.endsWith('IpAddress')) {
    return operator(name, 'IpAddress', { negated });
  }
  if (name === 'Bool') {
    return operator(name, 'Bool', { ignoresCase: true });
  }
  return name === 'Null'
    ? operator(name, 'Null', { ignoresCase: true, allowsIfExists: false, allowsSetOperator: false })
    : operator(name, 'Binary');
});

const BY_NAME = new Map(CONDITION_OPERATORS.map((item) => [item.name.toLowerCase(), item]));

/** An operator as a policy writes it, taken apart. */
export interface ParsedOperator {
  readonly operator: ConditionOperator;
  readonly setOperator?: SetOperator;
  readonly ifExists: boolean;
  /** The whole in AWS's spelling. */
  readonly canonical: string;
  /** Why AWS refuses, or never meaningfully evaluates, this combination; absent for legal ones. */
  readonly illegal?: 'null-if-exists' | 'null-set-operator';
}

/** Takes `ForAnyValue:StringLikeIfExists` apart, in any case. Undefined: no operator of that name. */
export const parseConditionOperator = memoizeText(parse);

function parse(text: string): ParsedOperator | undefined {
  const match = /^(?:(foranyvalue|forallvalues):)?(\w+?)(ifexists)?$/i.exec(text);
  const found = BY_NAME.get(match?.[2]?.toLowerCase() ?? '');
  if (match === null || found === undefined) {
    return undefined;
  }
  const setOperator = SET_OPERATORS.find((name) => name.toLowerCase() === match[1]?.toLowerCase());
  const ifExists = match[3] !== undefined;
  const canonical = `${setOperator === undefined ? '' : `${setOperator}:`}${found.name}${ifExists ? 'IfExists' : ''}`;
  const illegal =
    ifExists && !found.allowsIfExists
      ? 'null-if-exists'
      : setOperator !== undefined && !found.allowsSetOperator
        ? 'null-set-operator'
        : undefined;
  return {
    operator: found,
    ...(setOperator === undefined ? {} : { setOperator }),
    ifExists,
    canonical,
    ...(illegal === undefined ? {} : { illegal }),
  };
}

/** The operator, with prefix and suffix kept, that a misspelt one probably meant. */
export function nearestConditionOperator(text: string): string | undefined {
  const colon = text.lastIndexOf(':');
  const setOperator = colon < 0 ? undefined : nearestName(text.slice(0, colon), SET_OPERATORS);
  const rest = text.slice(colon + 1);
  const ifExists = /ifexists?$/i.test(rest);
  const base = rest.replace(/ifexists?$/i, '');
  const name = BY_NAME.get(base.toLowerCase())?.name ?? nearestName(base, OPERATOR_NAMES);
  if (name === undefined || (colon >= 0 && setOperator === undefined)) {
    return undefined;
  }
  const suffix = ifExists && name !== 'Null' ? 'IfExists' : '';
  return `${setOperator === undefined ? '' : `${setOperator}:`}${name}${suffix}`;
}

/** Families that compare a type as it is meant to be compared. */
const FITTING: Readonly<Record<ConditionValueType, readonly OperatorFamily[]>> = {
  String: ['String'],
  ARN: ['Arn', 'String'],
  Bool: ['Bool'],
  Numeric: ['Numeric'],
  Date: ['Date'],
  IPAddress: ['IpAddress'],
  Binary: ['Binary'],
};

/** Families that work, though another says better what is meant. */
const USABLE: Readonly<Record<ConditionValueType, readonly OperatorFamily[]>> = {
  // Values such as kms:EncryptionContext:aws:logs:arn are strings that hold ARNs.
  String: ['Arn'],
  ARN: [],
  Bool: ['String'],
  Numeric: ['String'],
  Date: ['Numeric', 'String'],
  IPAddress: ['String'],
  Binary: ['String'],
};

/**
 * Whether an operator suits the type of a key. `usable`: it compares, if clumsily; `no`: it can never compare as meant.
 * `Null` suits every type.
 */
export function operatorFitsType(
  { family }: ConditionOperator,
  ...types: readonly ConditionValueType[]
): 'yes' | 'usable' | 'no' {
  if (family === 'Null' || types.some((type) => FITTING[type].includes(family))) {
    return 'yes';
  }
  return types.some((type) => USABLE[type].includes(family)) ? 'usable' : 'no';
}
