// npm run prove: the proofs that are too long for every change; `-- --full` runs them at full length, as before a release.
// The figures of each promise are printed at the end, for docs/promises.md; the last line is `N passed, N failed`.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureElectron } from './electron-runtime.mjs'
import { ensureLinuxPackages, forProofs } from './linux-deps.mjs'
import { provePackage } from './package-smoke.mjs'
import { playwright, script, section, summarize, vitest } from './suites.mjs'

const full = process.argv.includes('--full')
process.env.PROOF_LENGTH = full ? 'full' : 'short'
const figures = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-proofs-')), 'figures.txt')
process.env.PROOF_REPORT = figures

await section('Machine', async () => {
  ensureLinuxPackages(forProofs)
  await ensureElectron()
})
await section('Proofs', () => vitest('--config', 'vitest.prove.config.ts'))
const built = await section('Build', () => script('build', '--logLevel', 'warn'))
if (built.failed === 0) {
  await section('In Electron, at length', () => playwright('--config', 'playwright.long.config.ts'))
  // What was packaged can be started and driven here on Linux only.
  if (process.platform === 'linux') await provePackage()
}

console.log('\n== Figures')
if (fs.existsSync(figures)) console.log(fs.readFileSync(figures, 'utf8').trimEnd())
fs.rmSync(path.dirname(figures), { recursive: true, force: true })
summarize()
