import type { ClientSettings } from './settings.js';

/**
 * May this profile only read? `auto` asks the patterns, in which `*` stands for any text and letter case does not count;
 * without a profile of its own a session has that of `AWS_PROFILE`, or `default`.
 */
export function isReadOnlyProfile(
  profile: string | undefined,
  { readOnly, readOnlyProfiles }: Pick<ClientSettings, 'readOnly' | 'readOnlyProfiles'>,
): boolean {
  if (readOnly !== 'auto') {
    return readOnly === 'on';
  }
  const name = profile ?? (process.env['AWS_PROFILE'] || 'default');
  return readOnlyProfiles.some((pattern) => matches(pattern, name));
}

function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  let remaining = name.toLowerCase();
  if (!remaining.startsWith(first)) {
    return false;
  }
  if (rest.length === 0) {
    return remaining === first;
  }
  remaining = remaining.slice(first.length);
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const index = remaining.indexOf(part);
    if (index === -1) {
      return false;
    }
    remaining = remaining.slice(index + part.length);
  }
  return remaining.endsWith(last);
}
