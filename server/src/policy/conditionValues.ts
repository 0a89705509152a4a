import { parseIpRange } from './ipRange.js';

/** An IPv4 or IPv6 address, with or without a prefix length. */
export function isIpRange(text: string): boolean {
  return parseIpRange(text) !== undefined;
}

/** A date as AWS reads it: see `parsePolicyDate`. */
export function isPolicyDate(text: string): boolean {
  return parsePolicyDate(text) !== undefined;
}

const ISO_DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))?)?)?)?$/i;
/** The basic form, which has no separators. */
const BASIC_DATE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/i;

/**
 * Milliseconds since 1970 of a date as AWS reads it: a W3C profile of ISO 8601 (a year is enough), or seconds since 1970.
 * A time without zone is UTC. Undefined for any other text.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function parsePolicyDate(text: string): number | undefined {
  const match = ISO_DATE.exec(text) ?? BASIC_DATE.exec(text);
  if (match === null) {
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : undefined;
  }
  const parts = match.map((part) => (part === undefined ? undefined : Number(part)));
  const [, year, month = 1, day = 1, hour = 0, minute = 0, second = 0, fraction = 0, , zoneHours = 0, zoneMinutes = 0] =
    parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) {
    return undefined;
  }
  const ahead = (zoneHours * 60 + zoneMinutes) * (match[8] === '-' ? -1 : 1);
  return Date.UTC(Number(year), month - 1, day, hour, minute - ahead, second, fraction * 1000);
}

/** A number with or without a fraction. */
export function isPolicyNumber(text: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(text);
}

/** Base64 in its standard alphabet, padded. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
