import { AwsError, constraintMessage } from './errors.js';

export type JsonObject = { readonly [name: string]: unknown };

/** Reads the body of an AWS JSON 1.1 request; throws `SerializationException` for anything but one object. */
export function parseJsonBody(body: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(body === '' ? '{}' : body);
  } catch {
    throw new AwsError('SerializationException', '');
  }
  if (!isObject(value)) {
    throw new AwsError('SerializationException', 'Start of structure or map found where not expected.');
  }
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that may be absent; JSON null counts as absent, as it does for AWS. */
export function optionalString(input: JsonObject, member: string): string | undefined {
  return optional(input, member, (value) => typeof value === 'string', 'String');
}

export function optionalBoolean(input: JsonObject, member: string): boolean | undefined {
  return optional(input, member, (value) => typeof value === 'boolean', 'Boolean');
}

export function optionalInteger(input: JsonObject, member: string): number | undefined {
  return optional(input, member, (value) => Number.isInteger(value), 'Integer');
}

export function optionalList(input: JsonObject, member: string): readonly unknown[] | undefined {
  return optional(input, member, Array.isArray, 'List');
}

export function optionalMap(input: JsonObject, member: string): JsonObject | undefined {
  return optional(input, member, isObject, 'Map');
}

/** The code that a service uses for a broken constraint: KMS and STS say one thing, CloudWatch Logs another. */
export type ValidationCode = 'ValidationException' | 'InvalidParameterException';

export function requiredString(input: JsonObject, member: string, code: ValidationCode): string {
  const value = optionalString(input, member);
  if (value === undefined) {
    throw new AwsError(code, constraintMessage(undefined, camelCase(member), 'not be null'));
  }
  if (value === '') {
    throw new AwsError(code, constraintMessage('', camelCase(member), 'have length greater than or equal to 1'));
  }
  return value;
}

/** An integer between `min` and `max`, or `fallback` when the request does not carry it. */
export function boundedInteger(
  input: JsonObject,
  member: string,
  bounds: { readonly min: number; readonly max: number; readonly fallback: number },
  code: ValidationCode,
): number {
  const value = optionalInteger(input, member);
  if (value === undefined) {
    return bounds.fallback;
  }
  if (value < bounds.min) {
    throw new AwsError(
      code,
      constraintMessage(value, camelCase(member), `have value greater than or equal to ${bounds.min}`),
    );
  }
  if (value > bounds.max) {
    throw new AwsError(
      code,
      constraintMessage(value, camelCase(member), `have value less than or equal to ${bounds.max}`),
    );
  }
  return value;
}

/** Refuses a value outside an enumeration, in the words of AWS. */
export function requireOneOf(
  value: string | number,
  member: string,
  allowed: readonly (string | number)[],
  code: ValidationCode,
): void {
  if (!allowed.includes(value)) {
    throw new AwsError(
      code,
      constraintMessage(value, camelCase(member), `satisfy enum value set: [${allowed.join(', ')}]`),
    );
  }
}

function optional<T>(
  input: JsonObject,
  member: string,
  isRight: ((value: unknown) => value is T) | ((value: unknown) => boolean),
  type: string,
): T | undefined {
  const value = input[member];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!isRight(value)) {
    throw new AwsError('SerializationException', `Member '${member}' can not be converted to ${type}`);
  }
  return value as T;
}

/** Constraint messages name members in lower camel case even where the wire says `KeyId`. */
function camelCase(member: string): string {
  return member.charAt(0).toLowerCase() + member.slice(1);
}
