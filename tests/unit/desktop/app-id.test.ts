import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import builder from '../../../electron-builder.config.mjs'
import { appId, tellWindowsWhoThisIs } from '#main/desktop/machine/app-id.ts'

it('Windows is told the name under which the installer puts the program into its menu, else it shows no reminder', () => {
  expect(appId).toBe(builder.appId)
  const told: (readonly [string, string])[] = []
  const app = (name: string, isPackaged: boolean) => ({
    isPackaged,
    setAppUserModelId: (id: string) => void told.push([name, id]),
  })
  tellWindowsWhoThisIs(app('installed', true), 'win32')
  tellWindowsWhoThisIs(app('developed', false), 'win32')
  tellWindowsWhoThisIs(app('linux', true), 'linux')
  expect(told).toEqual([['installed', appId]])
  const index = fs.readFileSync(path.join(import.meta.dirname, '../../../src/main/index.ts'), 'utf8')
  expect(index).toContain('tellWindowsWhoThisIs(app)')
})
