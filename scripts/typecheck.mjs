// node scripts/typecheck.mjs: the compiler over each part of the project, two at a time.
import { isEntry, runLine, toolLine } from './tools.mjs'

const PARTS = ['src/main', 'tests', 'src/renderer', 'src/shared'] // the longest first

/** Whether every part compiles; the compiler's words are printed. */
export async function typecheck() {
  const waiting = [...PARTS]
  let good = true
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const { code, output } = await runLine(toolLine('tsc', '-p', part), { keepOutput: true })
      if (code !== 0) console.log(`${part}:\n${output}`)
      good &&= code === 0
    }
  }
  await Promise.all([work(), work()])
  return good
}

if (isEntry(import.meta)) process.exitCode = (await typecheck()) ? 0 : 1
