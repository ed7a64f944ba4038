/** Who may import whom. This table is the architecture; docs/architecture.md draws the same picture. */
const base = ['protocol', 'crypto', 'pages', 'config', 'sql', 'http'];
const may = {
  protocol: [],
  crypto: [],
  pages: [],
  sql: [],
  config: ['protocol'],
  http: ['protocol', 'crypto', 'pages', 'config', 'sql'],
  interaction: base,
  pictures: base,
  users: [...base, 'pictures'],
  clients: [...base, 'pictures', 'users'],
  session: [...base, 'pictures', 'users', 'clients', 'interaction'],
  consent: [...base, 'pictures', 'users', 'clients', 'interaction', 'session'],
  token: [...base, 'pictures', 'users', 'clients'],
  discovery: base,
  operations: base,
  account: [...base, 'pictures', 'users', 'clients', 'session', 'consent', 'token'],
  apps: [...base, 'pictures', 'users', 'clients', 'session', 'consent'],
  authorize: [...base, 'pictures', 'users', 'clients', 'interaction', 'session', 'consent', 'token'],
};
const arrows = Object.entries(may).map(([from, to]) => ({
  name: `${from}-may-import-${to.join('+') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${from}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^src/', pathNot: [from, ...to].map((folder) => `^src/${folder}/`) },
}));
module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'every-folder-has-arrows',
      comment: 'a new folder of src needs a line in the table above',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: `^src/(${[...Object.keys(may), 'database', 'cli'].join('|')})/` },
      to: {},
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'protocol-is-pure',
      severity: 'error',
      from: { path: '^src/protocol/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^node_modules/|^node:', dependencyTypesNot: ['type-only'], pathNot: '^node:crypto$' },
    },
    {
      name: 'database-sees-entities-only',
      severity: 'error',
      from: { path: '^src/database/' },
      to: { path: '^src/', pathNot: '^src/(database|config)/|\\.entity\\.ts$' },
    },
    {
      name: 'oauth-library-behind-token',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/token/' },
      to: { path: 'node_modules/@node-oauth/' },
    },
    {
      name: 'src-never-imports-test',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '(main|cli|\\.spec|\\.d)\\.ts$|^src/public/' },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
