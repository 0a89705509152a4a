/** What may not grow unnoticed. Sizes are bytes of minified files; docs/architecture.md tells why these numbers. */
export const budgets = {
  bundles: {
    'dist/client.js': 620 * 1024,
    'dist/aws.js': 450 * 1024,
    'dist/server.js': 950 * 1024,
    'dist/cli.js': 950 * 1024,
  },
  /** Measured by `npm run bench:server`, beside the plain JSON server of vscode-langservers-extracted. */
  server: {
    /** From a keystroke to complete diagnostics, by what the plain JSON server takes in the same run. */
    timesPlainJson: 2.5,
    /** Resident memory after a thousand keystrokes in a policy of 32 KB. */
    megabytes: 110,
  },
  vsix: {
    bytes: 5 * 1024 * 1024,
    files: 60,
    /** One page per rule: there may be any number of them. */
    uncounted: /^docs\/rules\//,
  },
};
