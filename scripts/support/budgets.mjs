/** What may not grow unnoticed. Bytes of minified files; docs/architecture.md tells why these numbers. */
export const budgets = {
  bundles: {
    'dist/client.js': 550 * 1024,
    'dist/aws.js': 450 * 1024,
    'dist/server.js': 700 * 1024,
    'dist/cli.js': 700 * 1024,
  },
  vsix: {
    bytes: 5 * 1024 * 1024,
    files: 60,
    /** One page per rule: there may be any number of them. */
    uncounted: /^docs\/rules\//,
  },
};
