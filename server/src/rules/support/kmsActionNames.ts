/** True for the name of the API operation ReEncrypt where a permission is expected. */
export function isReEncryptName(text: string): boolean {
  return text.toLowerCase() === 'kms:reencrypt';
}

/** True for the one action on a key that no key policy can give. */
export function isRetireGrant(text: string): boolean {
  return text.toLowerCase() === 'kms:retiregrant';
}
