import './quick-start.ts'

// Standard output carries answers and nothing else.
console.log = console.error
console.info = console.error
console.debug = console.error

// Whoever reads the answers has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const { run } = await import('./run.ts')
const { argv, env, stdin, stdout, stderr } = process
// npm runs the program in the project's folder; paths are meant from where the person stands.
const folder = env['npm_lifecycle_event'] === 'cli' && env['INIT_CWD'] ? env['INIT_CWD'] : process.cwd()
process.exitCode = await run(argv.slice(2), { input: stdin, output: stdout, notices: stderr, env, folder })
