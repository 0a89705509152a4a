/** An IPv4 or IPv6 address, with or without a prefix length. */
export function isIpRange(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) {
    return false;
  }
  const bits = length === undefined ? 0 : Number(length);
  return address.includes(':') ? bits <= 128 && isIpv6(address) : bits <= 32 && isIpv4(address);
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) {
    return false;
  }
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const endsInIpv4 = last.includes('.');
  const hextets = endsInIpv4 ? groups.slice(0, -1) : groups;
  const count = hextets.length + (endsInIpv4 ? 2 : 0);
  return (
    hextets.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) &&
    (!endsInIpv4 || isIpv4(last)) &&
    (halves.length === 2 ? count < 8 : count === 8)
  );
}

/**
 * A date as AWS reads it: a W3C profile of ISO 8601 (a year is enough), or seconds since 1970.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function isPolicyDate(text: string): boolean {
  if (/^-?\d+$/.test(text)) {
    return true;
  }
  const match = /^\d{4}-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/i.exec(
    text,
  );
  if (match === null) {
    // The basic form, which has no separators.
    return /^\d{8}T\d{6}Z$/i.test(text);
  }
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 60;
}

/** A number with or without a fraction. */
export function isPolicyNumber(text: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(text);
}

/** Base64 in its standard alphabet, padded. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
