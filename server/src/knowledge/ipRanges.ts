/**
 * Ranges from which no request comes over the internet, so that `aws:SourceIp` never holds an address of them: private
 * use (RFC 1918, RFC 4193), carrier-grade NAT (RFC 6598), loopback and link-local (RFC 1122, 3927, 4291).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
 */
export const NON_PUBLIC_RANGES: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
];
