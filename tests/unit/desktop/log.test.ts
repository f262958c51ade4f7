import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { makeLog } from '#main/desktop/support/log.ts'
import { maskPhones } from '#main/desktop/support/mask-phones.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-log-'))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))
const read = (name = 'showroom.log') => fs.readFileSync(path.join(folder, name), 'utf8')

it.each([
  ['mobile 13800138000 is taken', 'mobile ******* is taken'],
  ['{"mobile":"13800138000"}', '{"mobile":"*******"}'],
  ['138 0013 8000 or 138-0013-8000', '******* or *******'],
  ['tel13800138000x', 'tel*******x'],
  ['1234567', '*******'],
  ['123456 rows in 1024 ms', '123456 rows in 1024 ms'],
  ['incident 01957283-1234-7abc-8def-012345678901', 'incident 01957283-1234-7abc-8def-012345678901'],
  ['01957283-1234-7abc-8def-012345678901 of 13800138000', '01957283-1234-7abc-8def-012345678901 of *******'],
])('“%s” is written as “%s”', (text, masked) => {
  expect(maskPhones(text)).toBe(masked)
})

it('a line says when, how bad, where and what, and no phone number', () => {
  const log = makeLog(folder)
  log.info('start', 'ready')
  log.error('application', new Error('13800138000 is there already'))
  const [first, second] = read().split('\n')
  expect(first).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d info start: ready$/)
  expect(second).toMatch(/ ERROR application: Error: \*{7} is there already$/)
})

it('files that are full are put aside, and only the last five are kept', () => {
  const log = makeLog(folder, { largest: 200 })
  for (let line = 1; line <= 40; line += 1) log.info('test', `line number ${line} ${'.'.repeat(40)}`)
  const names = fs.readdirSync(folder).sort()
  expect(names).toEqual([
    'showroom.log',
    'showroom.log.1',
    'showroom.log.2',
    'showroom.log.3',
    'showroom.log.4',
  ])
  expect(read()).toContain('line number 40 ')
  expect(names.map((name) => read(name)).join('')).not.toContain('line number 1 ')
  for (const name of names) expect(read(name).length).toBeLessThanOrEqual(200)
})

it('a folder that cannot be written to stops nobody', () => {
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'file')
  fs.writeFileSync(file, '')
  expect(() => makeLog(path.join(file, 'logs')).info('test', 'lost')).not.toThrow()
})
