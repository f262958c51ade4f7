import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultChoices, openChoices } from '#main/desktop/machine/choices.ts'
import { readSmallFile } from '#main/desktop/machine/small-file.ts'
import { openToldNotices } from '#main/desktop/notices/told-notices.ts'
import { fitInto, windowsSchema } from '#main/desktop/windows/window-states.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-small-'))
const file = path.join(folder, 'file.json')
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))
const write = (text: string) => {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(file, text)
}

describe('the choices of a machine', () => {
  it('are kept, and what is new in a later version has its default', () => {
    expect(openChoices(file).choose({ minutesBefore: 30 })).toEqual({ ...defaultChoices, minutesBefore: 30 })
    expect(openChoices(file).current().minutesBefore).toBe(30)
    write('{"closeToTray":true}')
    expect(openChoices(file).current()).toEqual({ ...defaultChoices, closeToTray: true })
    expect(fs.readdirSync(folder)).toEqual(['file.json'])
  })

  it.each(['', '{', 'null', '[]', '{"minutesBefore":7}', '{"openAt":"25:00"}', '{"unknown":1}', '\0\0\0'])(
    'are the defaults when the file holds “%s”',
    (text) => {
      write(text)
      expect(openChoices(file).current()).toEqual(defaultChoices)
    },
  )

  it('hold for this run where the disk takes nothing', () => {
    write('')
    const inFile = path.join(file, 'no-folder', 'choices.json')
    const choices = openChoices(inFile)
    expect(choices.choose({ closeToTray: true }).closeToTray).toBe(true)
    expect(choices.current().closeToTray).toBe(true)
  })
})

it('what was told is known after a restart, and forgotten with its day', () => {
  openToldNotices(file).add('2026-03-04', ['a'])
  openToldNotices(file).add('2026-03-04', ['b'])
  expect([...openToldNotices(file).of('2026-03-04')]).toEqual(['a', 'b'])
  expect([...openToldNotices(file).of('2026-03-05')]).toEqual([])
  openToldNotices(file).add('2026-03-05', ['c'])
  expect([...openToldNotices(file).of('2026-03-05')]).toEqual(['c'])
  write('{"on":1}')
  expect([...openToldNotices(file).of('2026-03-05')]).toEqual([])
})

describe('windows that are remembered', () => {
  const work = { x: 0, y: 25, width: 1440, height: 875 }
  it.each([
    ['stays where it was', { x: 100, y: 100, width: 1280, height: 700 }, { x: 100, y: 100 }],
    [
      'comes back from a display that is gone',
      { x: 3000, y: -900, width: 1280, height: 700 },
      { x: 160, y: 25 },
    ],
    [
      'shrinks to a display that is smaller',
      { x: 0, y: 0, width: 2560, height: 1400 },
      { x: 0, y: 25, width: 1440, height: 875 },
    ],
  ])('one %s', (_what, state, expected) => {
    expect(fitInto(work, state)).toMatchObject(expected)
  })

  it('are read only as what they may be, and their page says nothing of a customer', () => {
    const state = { x: 0, y: 0, width: 1280, height: 800, maximized: false }
    write(JSON.stringify({ windows: [{ ...state, page: '/showroom' }], zoom: 1, board: true }))
    expect(readSmallFile(file, windowsSchema)?.windows).toMatchObject([{ page: '/showroom' }])
    write(JSON.stringify({ windows: [{ ...state, page: '/customers/1234-5678' }], zoom: 1, board: false }))
    expect(readSmallFile(file, windowsSchema)?.windows).toMatchObject([{ page: null }])
    for (const broken of [
      { ...state, width: 0 },
      { ...state, x: 1.5 },
      { ...state, maximized: 1 },
    ]) {
      write(JSON.stringify({ windows: [{ ...broken, page: null }], zoom: 1, board: false }))
      expect(readSmallFile(file, windowsSchema)).toBeUndefined()
    }
  })
})
