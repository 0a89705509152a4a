/**
 * The layers of the architecture, enforced. A layer may import itself and what is listed for it; see docs/architecture.md.
 */
const layers = {
  source: [],
  knowledge: [],
  syntax: ['source'],
  policy: ['source', 'knowledge'],
  rules: ['source', 'syntax', 'policy', 'knowledge'],
  planning: ['source', 'syntax', 'policy', 'knowledge'],
  analysis: ['source', 'syntax', 'policy', 'knowledge', 'rules', 'planning'],
  features: ['source', 'syntax', 'policy', 'knowledge', 'rules', 'analysis'],
  cli: ['source', 'policy', 'knowledge', 'rules', 'analysis', 'node'],
};
const engine = '^server/src/(source|syntax|policy|knowledge|rules|planning|analysis)/';
const nodeBuiltIns = '^(node:.*|fs|path|os|https?|http2|net|tls|dgram|child_process|worker_threads)$';

module.exports = {
  forbidden: [
    ...Object.entries(layers).map(([layer, below]) => ({
      name: `layer-${layer}`,
      severity: 'error',
      from: { path: `^server/src/${layer}/` },
      // Types and word lists of the protocol are plain data that every layer may use; its messages are not.
      to: {
        path: '^(server|client|protocol)/',
        pathNot: `^(server/src/(${[layer, ...below].join('|')})/|protocol/src/(vocabulary|settings|documentKind|preflight|policyReview|newKey|access)[.]ts$)`,
      },
    })),
    {
      name: 'engine-knows-no-lsp-or-node',
      severity: 'error',
      from: { path: engine },
      to: { path: ['node_modules/(vscode-language|vscode-jsonrpc|@aws-sdk/)', nodeBuiltIns] },
    },
    {
      name: 'features-know-no-connection',
      severity: 'error',
      from: { path: '^server/src/features/' },
      to: { path: ['node_modules/vscode-languageserver/', nodeBuiltIns] },
    },
    { name: 'client-only-through-protocol', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    { name: 'server-not-client', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'protocol-is-a-leaf', severity: 'error', from: { path: '^protocol/' }, to: { path: '^(server|client)/' } },
    {
      name: 'aws-sdk-in-one-place',
      severity: 'error',
      from: { path: '^(server|client|protocol)/', pathNot: '^client/src/aws/' },
      to: { path: 'node_modules/(@aws-sdk|@smithy)/' },
    },
    {
      name: 'server-stays-offline',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(node:)?(https?|http2|net|tls|dgram)$' },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: { path: '^client/src/features/([^/]+)/', pathNot: '^client/src/features/$1/' },
    },
    {
      name: 'platform-below-features',
      severity: 'error',
      from: { path: '^client/src/(platform|aws)/' },
      to: { path: '^client/src/features/' },
    },
    {
      name: 'local-aws-is-a-second-opinion',
      severity: 'error',
      from: { path: '^test/aws-local/' },
      to: { path: '^(server|client)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|out|test/host/node_modules)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
