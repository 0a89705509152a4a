import type { IpRange } from './ipRange.js';

/**
 * The range with every bit behind its prefix length cleared, as `address/length`: `203.0.113.7/24` gives
 * `203.0.113.0/24`. Undefined when those bits are clear already.
 */
export function clearHostBits({ groups, prefixLength }: IpRange): string | undefined {
  const cleared = groups.map((group, index) => {
    const bits = Math.min(16, Math.max(0, prefixLength - index * 16));
    return group & ((0xffff << (16 - bits)) & 0xffff);
  });
  if (cleared.every((group, index) => group === groups[index])) {
    return undefined;
  }
  return `${groups.length === 2 ? formatIpv4(cleared) : formatIpv6(cleared)}/${prefixLength}`;
}

function formatIpv4(groups: readonly number[]): string {
  return groups.flatMap((group) => [group >> 8, group & 0xff]).join('.');
}

/** What is cleared stands at the end, and is written as `::`. */
function formatIpv6(groups: readonly number[]): string {
  const end = groups.findLastIndex((group) => group !== 0) + 1;
  const head = groups.slice(0, end).map((group) => group.toString(16));
  return end === groups.length ? head.join(':') : `${head.join(':')}::`;
}
