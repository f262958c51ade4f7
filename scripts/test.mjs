// npm test: every check of the project that takes seconds, in order; the last line is `N passed, N failed`.
import { ensureElectron } from './electron-runtime.mjs'
import { ensureLinuxPackages } from './linux-deps.mjs'
import { noTest, one, playwright, script, section, summarize, vitest } from './suites.mjs'
import { typecheck } from './typecheck.mjs'

await section('Machine', async () => {
  ensureLinuxPackages()
  await ensureElectron()
})
await section('Type check', async () => one(await typecheck()))
await section('Lint', () => script('lint'))
await section('Boundaries', () => script('boundaries'))
await section('Unit, integration, scenarios, architecture', () => vitest())
const built = await section('Build', () => script('build', '--logLevel', 'warn'))
await section('End to end, in Electron', () =>
  built.failed === 0 ? playwright() : noTest('there is no build to try'),
)
summarize()
