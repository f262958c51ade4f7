// Who may import whom: ARCHITECTURE, section 1. Each folder names what it may see; everything else is refused.

const folder = (names) => `^src/(${names.join('|')})/`

/** Of the project's own code, `from` sees itself and the folders named. */
const sees = (from, ...allowed) => ({
  name: `${from.replaceAll('/', '-')}-sees`,
  comment: `${from} may import only ${allowed.join(', ')}`,
  severity: 'error',
  from: { path: folder([from]) },
  to: { path: '^src/', pathNot: folder([from, ...allowed]) },
})

/** Modules that only the places named may import. */
const onlyIn = (name, modules, places) => ({
  name,
  comment: `only ${places.join(', ')} may import ${modules}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${places.join('|')})` },
  to: { path: `^(node_modules/)?(@types/)?(${modules})(/|$)` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    sees('shared'),
    sees('main/platform', 'shared'),
    sees('main/rules', 'shared'),
    sees('main/store', 'main/platform', 'shared'),
    sees('main/files', 'main/platform', 'shared'),
    sees('main/calls', 'main/store', 'shared'),
    sees('main/commands', 'main/calls', 'main/rules', 'main/store', 'main/files', 'main/platform', 'shared'),
    sees('main/daily', 'main/calls', 'main/rules', 'main/store', 'main/files', 'shared'),
    sees(
      'main/application',
      'main/calls',
      'main/commands',
      'main/daily',
      'main/rules',
      'main/store',
      'main/files',
      'main/platform',
      'shared',
    ),
    sees('main/desktop', 'main/application', 'main/platform', 'shared'),
    sees('main/cli', 'main/application', 'main/platform', 'shared'),
    sees('renderer', 'shared'),
    sees('renderer/api', 'shared'),
    sees('renderer/ui', 'renderer/api', 'shared'),
    {
      name: 'features-alone',
      comment: 'a screen imports no other screen: what two share belongs to ui/ or api/',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'index-small',
      comment: 'the entry of the desktop only puts it together',
      severity: 'error',
      from: { path: '^src/main/(index|start)\\.ts$' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/main/index\\.ts$',
          folder(['main/desktop', 'main/application', 'main/platform', 'shared']),
        ],
      },
    },
    {
      name: 'preload-small',
      comment: 'the preload is a bridge: electron, and words of shared',
      severity: 'error',
      from: { path: '^src/main/preload\\.ts$' },
      to: { path: '^src/', pathNot: '^src/shared/' },
    },
    {
      name: 'rules-pure',
      comment: 'rules are functions of facts, policy and today: no package, no Node',
      severity: 'error',
      from: { path: '^src/main/rules/' },
      to: { pathNot: '^src/' },
    },
    {
      name: 'no-node-outside-main',
      comment: 'shared and renderer run in a browser',
      severity: 'error',
      from: { path: '^src/(shared|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    onlyIn('electron-at-home', 'electron', ['main/desktop/', 'main/(index|start)\\.ts', 'main/preload\\.ts']),
    onlyIn('sqlite-at-home', 'better-sqlite3|drizzle-orm', ['main/store/']),
    onlyIn('react-at-home', 'react|react-dom|@mantine|@tanstack', ['renderer/']),
    {
      name: 'no-electron-in-the-thread',
      comment: 'a worker thread has no electron, not even by way of another file',
      severity: 'error',
      from: { path: '^src/main/desktop/thread/thread\\.ts$' },
      to: { path: '^(node_modules/)?electron(/|$)', reachable: true },
    },
    {
      name: 'product-alone',
      comment: 'the product imports neither its tests nor its tooling',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts|out)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^original-fs$' /* Electron's own */ },
    },
    {
      name: 'no-orphans',
      comment: 'a file that nothing uses and that uses nothing',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^src/main/(index|start|preload)\\.ts$', '^src/main/cli/[^/]+\\.ts$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
