import './quick-start.ts'

const { runBenchLine } = await import('./run-bench.ts')
process.exitCode = runBenchLine(process.argv.slice(2))
