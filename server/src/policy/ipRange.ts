/** An IPv4 or IPv6 address, or a range of them. */
export interface IpRange {
  /** The address in groups of sixteen bits: two for IPv4, eight for IPv6. */
  readonly groups: readonly number[];
  /** How many leading bits count; all of them for a single address. */
  readonly prefixLength: number;
}

/**
 * Reads an address with or without a prefix length. An IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) is the IPv4 address
 * that it stands for, since it names the same host (RFC 4291, section 2.5.5.2). Undefined for any other text.
 */
export function parseIpRange(text: string): IpRange | undefined {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) {
    return undefined;
  }
  const groups = address.includes(':') ? parseIpv6(address) : parseIpv4(address);
  if (groups === undefined) {
    return undefined;
  }
  const bits = groups.length * 16;
  const prefixLength = length === undefined ? bits : Number(length);
  if (prefixLength > bits) {
    return undefined;
  }
  return isMapped(groups) && prefixLength >= 96
    ? { groups: groups.slice(6), prefixLength: prefixLength - 96 }
    : { groups, prefixLength };
}

/** Whether every address of `inner` lies in `outer`. Addresses of the two versions never lie in each other's ranges. */
export function containsIp(outer: IpRange, inner: IpRange): boolean {
  if (outer.groups.length !== inner.groups.length || inner.prefixLength < outer.prefixLength) {
    return false;
  }
  return outer.groups.every((group, index) => {
    const bits = Math.min(16, Math.max(0, outer.prefixLength - index * 16));
    const shift = 16 - bits;
    return group >> shift === (inner.groups[index] ?? 0) >> shift;
  });
}

function isMapped(groups: readonly number[]): boolean {
  return groups.length === 8 && groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
}

function parseIpv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) {
    return undefined;
  }
  const bits = parts.reduce((sum, part) => sum * 256 + Number(part), 0);
  return [Math.floor(bits / 0x10000), bits % 0x10000];
}

function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  const groups = halves.map((half, index) => parseHextets(half, index === halves.length - 1));
  const [head, tail] = groups;
  if (halves.length > 2 || head === undefined || groups.includes(undefined)) {
    return undefined;
  }
  if (tail === undefined) {
    return head.length === 8 ? head : undefined;
  }
  const missing = 8 - head.length - tail.length;
  return missing > 0 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : undefined;
}

/** One side of `::`; the last may end in a dotted IPv4 address. */
function parseHextets(text: string, isLast: boolean): readonly number[] | undefined {
  const result: number[] = [];
  const parts = text === '' ? [] : text.split(':');
  for (const [index, part] of parts.entries()) {
    const dotted = isLast && index === parts.length - 1 && part.includes('.') ? parseIpv4(part) : undefined;
    if (dotted !== undefined) {
      result.push(...dotted);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      result.push(Number.parseInt(part, 16));
    } else {
      return undefined;
    }
  }
  return result;
}
