/** Account IDs that AWS's guides and everybody's examples use; nobody's own account has one of them. */
export const EXAMPLE_ACCOUNTS: ReadonlySet<string> = new Set([
  '000000000000',
  '012345678901',
  '111111111111',
  '111122223333',
  '123456789012',
  '222222222222',
  '333333333333',
  '444455556666',
  '777788889999',
  '999999999999',
]);
