// npm run bench: what people wait for, each figure beside a floor measured in the same run; asserts nothing (F5).
//  - the store: 10,000 and 100,000 customers, made by the seed and kept for the next time (src/main/cli/bench.ts knows the options)
//  - the windows, in real Electron on the largest of them: start, memory, lists, search, and what blocks; `--no-windows` leaves them out
// `--json FILE` writes all figures as [{ name, size, p50, p95, floorP50, ratio }].
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runWithElectron } from './run.mjs'
import { modules, runLine, toolLine } from './tools.mjs'

const words = process.argv.slice(2)
const withWindows = !words.includes('--no-windows')
const asked = words.filter((word) => word !== '--no-windows')
const { values } = parseArgs({
  args: asked,
  strict: false,
  options: { json: { type: 'string' }, keep: { type: 'string' }, store: { type: 'string' } },
})
const keep = values.keep ?? path.join(modules, '.cache', 'showroom-bench')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-bench-figures-'))
const file = path.join(folder, 'figures.json')
const lines = path.join(folder, 'windows.jsonl')

const { code } = await runLine(
  // A later option of the same name counts.
  toolLine('node', 'src/main/cli/bench.ts', ...asked, '--keep', keep, '--json', file),
)
process.exitCode = code
if (code === 0 && withWindows) {
  const built = await runLine(toolLine('electron-vite', 'build', '--logLevel', 'warn'))
  const store = values.store ?? largestOf(keep)
  const env = { BENCH_FIGURES: lines, ...(store ? { BENCH_STORE: store } : {}) }
  process.exitCode =
    built.code ||
    (await runWithElectron('playwright', ['test', '--config', 'playwright.speed.config.ts'], { env }))
}
if (values.json && fs.existsSync(file)) {
  const ofStore = JSON.parse(fs.readFileSync(file, 'utf8'))
  const ofWindows = fs.existsSync(lines)
    ? fs
        .readFileSync(lines, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
  fs.writeFileSync(values.json, `${JSON.stringify([...ofStore, ...ofWindows], null, 2)}\n`)
}
fs.rmSync(folder, { recursive: true, force: true })

/** The store with most customers among those that were kept. */
function largestOf(kept) {
  const made = fs.existsSync(kept)
    ? fs.readdirSync(kept).filter((name) => /^bench-\d+-\d+\.db$/.test(name))
    : []
  const customers = (name) => Number(name.split('-')[1])
  const [largest] = made.sort((a, b) => customers(b) - customers(a))
  return largest && path.join(kept, largest)
}
