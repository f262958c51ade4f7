import { refuseStandIn, writeDigests } from './scripts/package-hooks.mjs'

/**
 * How the application is packaged for users: `npm run package`, see docs/release.md. The smoke test packages with the same
 * words and what Electron is here (scripts/package-smoke.mjs).
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId: 'showroom-cadence',
  productName: 'Showroom Cadence',
  copyright: 'Showroom Cadence',
  directories: { buildResources: 'resources', output: 'release' },
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  // Everything is bundled but the native module and the updater, which come with what they need at run time.
  files: [
    'out/**',
    'drizzle/**',
    'package.json',
    '!**/*.map',
    '!out/licences.txt',
    '!node_modules/**/*.{md,d.ts,d.cts,d.mts,map,flow}',
    '!node_modules/**/{test,tests,example,examples,docs}/**',
    '!node_modules/node-addon-api/**', // headers, for compiling
    '!node_modules/better-sqlite3/{deps,src,build,binding.gyp}/**',
    '!node_modules/better-sqlite3/prebuilds/**',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  asar: { smartUnpack: false },
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  extraResources: [{ from: 'out/licences.txt', to: 'licences.txt' }],
  npmRebuild: false, // the native module brings its binaries along
  nodeGypRebuild: false,
  electronLanguages: ['zh-CN', 'en-US', 'zh_CN', 'en'],
  // S1. Written into the binary: no environment and no command line can take them back.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true, // Windows and macOS; Linux has the digests of package-hooks.mjs
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true, // there are none, and there never shall be any in plain text
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false, // the pages come over app://
    resetAdHocDarwinSignature: true,
  },
  beforePack: refuseStandIn,
  afterPack: writeDigests,
  protocols: [{ name: 'Showroom Cadence', schemes: ['showroom-cadence'] }],
  // Where updates come from is set by the store; this only makes the build write the files that a source of updates holds.
  publish: [{ provider: 'generic', url: 'http://127.0.0.1/' }],
  win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'resources/icon.ico' },
  nsis: {
    // One click and for this user alone: nobody at a front desk has an administrator's password.
    oneClick: true,
    perMachine: false,
    allowElevation: false,
    packElevateHelper: false,
    installerLanguages: ['zh_CN', 'en_US'],
    displayLanguageSelector: false, // the language of Windows
    createDesktopShortcut: true,
    createStartMenuShortcut: true,
    shortcutName: 'Showroom Cadence',
    runAfterFinish: true,
    deleteAppDataOnUninstall: false, // the store's book stays, whatever happens to the program
    artifactName: '${name}-${version}-setup.${ext}',
  },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
    icon: 'resources/icon.png',
    category: 'Office',
    executableName: 'showroom-cadence',
    maintainer: 'Showroom Cadence <showroom-cadence@localhost>',
    synopsis: 'Follow-up of every prospect for one car dealership',
    desktop: {
      entry: {
        'Name[zh_CN]': '展厅跟进',
        Comment: 'Follow-up of every prospect',
        'Comment[zh_CN]': '客户分级跟进与日检',
      },
    },
  },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] }, // what an update is taken from
    ],
    icon: 'resources/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    extendInfo: { CFBundleLocalizations: ['zh-Hans', 'en'] },
  },
}
