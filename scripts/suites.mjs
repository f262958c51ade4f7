// Suites of checks run one after the other, each with its time and counts; the last line is `N passed, N failed`.
// A check that is one command counts as one; a suite that ran no test counts as failed.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runWithElectron } from './run.mjs'
import { root, runLine, toolLine } from './tools.mjs'

// A log is read as text; under CI some tools colour it all the same.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'

const scripts = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).scripts
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-suites-'))
process.on('exit', () => fs.rmSync(reports, { recursive: true, force: true }))
const results = []
let reportNumber = 0
const reportFile = (name) => path.join(reports, `${(reportNumber += 1)}-${name}.json`)

/** Runs one suite and answers its counts; what it throws is its failure. */
export async function section(title, run) {
  console.log(`\n== ${title}`)
  const startedAt = performance.now()
  const counts = await Promise.resolve()
    .then(run)
    .catch((error) => noTest(error.stack))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const result = { title, passed: 0, failed: 0, skipped: 0, flaky: 0, ...counts, seconds }
  console.log(`-- ${title}: ${result.failed ? 'FAILED' : 'ok'} (${seconds} s)`)
  results.push(result)
  return result
}

/** Prints what became of all suites, and sets the exit code. */
export function summarize() {
  const sum = (key) => results.reduce((total, each) => total + each[key], 0)
  console.log('\n== Summary')
  for (const { title, passed, failed, skipped, flaky, seconds } of results) {
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`
    const again = flaky ? `, ${flaky} of them passed only when asked again` : ''
    console.log(`${failed ? 'FAILED' : 'ok    '} ${title}: ${counts}${again} (${seconds} s)`)
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}

/** The counts of a check that is one command. */
export const one = (good) => (good ? { passed: 1 } : { failed: 1 })

/** The counts of a suite that could not run, with why. */
export function noTest(why) {
  console.log(why)
  return { failed: 1 }
}

/** Runs a one-command script of package.json, so that its words stand in one place. */
export async function script(name, ...more) {
  const [command, ...args] = scripts[name].split(' ')
  const { code } = await runLine(toolLine(command, ...args, ...more))
  return one(code === 0)
}

/** Runs vitest with these arguments. */
export async function vitest(...args) {
  const file = reportFile('vitest')
  const { code } = await runLine(
    toolLine('vitest', 'run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`),
  )
  return counted(file, code, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

/** Runs Playwright in Electron with these arguments. */
export async function playwright(...args) {
  const file = reportFile('playwright')
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const code = await runWithElectron('playwright', ['test', ...args, '--reporter=list,json'], { env })
  return counted(file, code, ({ stats, suites }) => {
    const flaky = passedOnlyAgain(suites)
    for (const title of flaky) console.log(`FLAKY, passed only when asked again: ${title}`)
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      flaky: flaky.length,
    }
  })
}

/** The titles of the tests that failed at first and passed when they were run again. */
function passedOnlyAgain(suites = []) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, title }) => `${file}: ${title}`),
    ...passedOnlyAgain(suite.suites),
  ])
}

/** A suite that ended badly without a failed test, or ran none, has failed all the same. */
function counted(file, code, read) {
  if (!fs.existsSync(file)) return noTest('the suite left no report')
  const counts = read(JSON.parse(fs.readFileSync(file, 'utf8')))
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0))
    return { ...counts, ...noTest('the suite did not pass') }
  return counts
}
