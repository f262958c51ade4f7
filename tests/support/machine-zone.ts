// Runs before every test file: a project that asks for a machine time zone really has it.
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
if (zone !== process.env['TZ'])
  throw new Error(`These tests want the machine zone ${process.env['TZ']}, it is ${zone}`)
