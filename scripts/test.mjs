// npm test: every check of the project, in order; the last line is `N passed, N failed`.
// A check that is one command counts as one; a suite that ran no test counts as failed.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureElectron } from './electron-runtime.mjs'
import { ensureLinuxPackages } from './linux-deps.mjs'
import { runWithElectron } from './run.mjs'
import { root, runLine, toolLine } from './tools.mjs'
import { typecheck } from './typecheck.mjs'

// A log is read as text; under CI some tools colour it all the same.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'

const scripts = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).scripts
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-tests-'))
const results = []

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
fs.rmSync(reports, { recursive: true, force: true })

const sum = (key) => results.reduce((total, each) => total + each[key], 0)
console.log('\n== Summary')
for (const { title, passed, failed, skipped, seconds } of results)
  console.log(
    `${failed ? 'FAILED' : 'ok    '} ${title}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`,
  )
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1

async function section(title, run) {
  console.log(`\n== ${title}`)
  const startedAt = performance.now()
  const counts = await Promise.resolve()
    .then(run)
    .catch((error) => noTest(error.stack))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const result = { title, passed: 0, failed: 0, skipped: 0, ...counts, seconds }
  console.log(`-- ${title}: ${result.failed ? 'FAILED' : 'ok'} (${seconds} s)`)
  results.push(result)
  return result
}

function one(good) {
  return good ? { passed: 1 } : { failed: 1 }
}

function noTest(why) {
  console.log(why)
  return { failed: 1 }
}

/** Runs a one-command script of package.json, so that its words stand in one place. */
async function script(name, ...more) {
  const [command, ...args] = scripts[name].split(' ')
  const { code } = await runLine(toolLine(command, ...args, ...more))
  return one(code === 0)
}

async function vitest() {
  const file = path.join(reports, 'vitest.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runLine(toolLine('vitest', ...args))
  return counted(file, code, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

async function playwright() {
  const file = path.join(reports, 'playwright.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const code = await runWithElectron('playwright', ['test', '--reporter=list,json'], { env })
  return counted(file, code, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

/** A suite that ended badly without a failed test, or ran none, has failed all the same. */
function counted(file, code, read) {
  if (!fs.existsSync(file)) return noTest('the suite left no report')
  const counts = read(JSON.parse(fs.readFileSync(file, 'utf8')))
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0))
    return { ...counts, ...noTest('the suite did not pass') }
  return counts
}
