import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import electron from 'electron'
import { faultsOf, releaseFuses } from '../../scripts/package-check.mjs'
import { expect, test } from '../support/electron.ts'
import { binaryName, copyOf, driven, release, scratch, start, usable } from './packaged.ts'

/**
 * S1 on the packaged application: its fuses as they lie in the binary, and what they keep from happening, tried from outside as
 * anybody with a command line could. Each has a control in which the same trick works.
 */

const executable = path.join(release, binaryName)
const official = electron as unknown as string
const bare = path.join(import.meta.dirname, 'bare')
const folder = scratch()
test.afterAll(() => folder.remove())
const userData = (name: string) => `--user-data-dir=${path.join(folder.path, name)}`

test('the fuses are read back out of the binary as a release has them; the driven one differs in one', async () => {
  expect(await faultsOf(release)).toEqual([])
  expect(await faultsOf(driven)).toEqual(['fuse EnableNodeCliInspectArguments is ENABLE, not DISABLE'])
  expect(Object.keys(releaseFuses)).toHaveLength(8)
})

test('ELECTRON_RUN_AS_NODE makes no Node of it', async () => {
  const env = { ELECTRON_RUN_AS_NODE: '1' }
  const script = ['-e', 'console.log("ran " + "as node")']
  const control = await start(official, { args: script, env, until: /ran as node/ })
  expect(control.output).toContain('ran as node')
  const tried = await start(executable, { args: [userData('run-as-node'), ...script], env, until: usable })
  expect(tried.output).not.toContain('ran as node')
  expect(tried.output).toMatch(usable)
})

test('NODE_OPTIONS loads nothing into it', async () => {
  const made = path.join(folder.path, 'made-by-node-options')
  const script = path.join(folder.path, 'evil.cjs')
  fs.writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(made)}, 'x')`)
  const env = { NODE_OPTIONS: `--require=${script}` }
  await start(official, { args: [bare], env, until: /\[bare\]/ })
  expect(fs.existsSync(made)).toBe(true)
  fs.rmSync(made)
  const tried = await start(executable, { args: [userData('node-options')], env, until: usable })
  expect(tried.output).toMatch(usable)
  expect(fs.existsSync(made)).toBe(false)
})

for (const how of ['--inspect', '--inspect-brk']) {
  test(`${how} opens no debugger`, async () => {
    const port = 39_000 + Math.floor(Math.random() * 900)
    const listens = () =>
      new Promise<boolean>((resolve) => {
        const asked = http.get({ host: '127.0.0.1', port, path: '/json/version' }, () => resolve(true))
        asked.on('error', () => resolve(false))
      })
    let heard = false
    const meanwhile = async () => void (heard = await listens())
    const args = [`${how}=${port}`, userData(how)]
    const control = await start(path.join(driven, binaryName), {
      args,
      until: /Debugger listening/,
      meanwhile,
    })
    expect([control.output.includes('Debugger listening'), heard]).toEqual([true, true])
    const tried = await start(executable, { args, until: usable, meanwhile })
    expect(tried.output).toMatch(usable)
    expect([tried.output.includes('Debugger listening'), heard]).toEqual([false, false])
  })
}

test('a folder or an archive put beside app.asar is not started in its place', async () => {
  const copy = copyOf(release, path.join(folder.path, 'beside'), [binaryName])
  const resources = path.join(copy, 'resources')
  fs.cpSync(bare, path.join(resources, 'app'), { recursive: true })
  const tried = await start(path.join(copy, binaryName), { args: [userData('beside')], until: usable })
  expect(tried.output).toMatch(usable)
  expect(tried.output).not.toContain('[bare]')
  // Nor is it the next best when the archive is gone.
  fs.rmSync(path.join(resources, 'app.asar'))
  const without = await start(path.join(copy, binaryName), {
    args: [userData('without')],
    until: /\[bare\]|\[showroom\]/,
    patience: 4_000,
  })
  expect(without.output).not.toMatch(/\[bare\]|\[showroom\]/)
})
