import './quick-start.ts'

const { runBenchLine } = await import('./run-bench.ts')
process.exitCode = await runBenchLine(process.argv.slice(2))
