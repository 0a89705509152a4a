const ORGANIZATION_ID_KEYS: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:sourceorgid',
  'aws:resourceorgid',
  'aws:vpceorgid',
]);

/** True for condition keys whose value is the id of an organization, in any case. */
export function isOrganizationIdKey(key: string): boolean {
  return ORGANIZATION_ID_KEYS.has(key.toLowerCase());
}

/**
 * Whether the text is the id of an organization: `o-` and 10 to 32 lower-case letters or digits.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
 */
export function isOrganizationId(text: string): boolean {
  return /^o-[a-z0-9]{10,32}$/.test(text);
}
