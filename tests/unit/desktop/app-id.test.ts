import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { appId, tellWindowsWhoThisIs } from '#main/desktop/machine/app-id.ts'

const root = path.resolve(import.meta.dirname, '../../..')

it('Windows is told the name under which the installer puts the program into its menu, else it shows no reminder', async () => {
  const config: unknown = await import(pathToFileURL(path.join(root, 'electron-builder.config.mjs')).href)
  expect(config).toMatchObject({ default: { appId } })
  const told: (readonly [string, string])[] = []
  const app = (name: string, isPackaged: boolean) => ({
    isPackaged,
    setAppUserModelId: (id: string) => void told.push([name, id]),
  })
  tellWindowsWhoThisIs(app('installed', true), 'win32')
  tellWindowsWhoThisIs(app('developed', false), 'win32')
  tellWindowsWhoThisIs(app('linux', true), 'linux')
  expect(told).toEqual([['installed', appId]])
  const index = fs.readFileSync(path.join(root, 'src/main/index.ts'), 'utf8')
  expect(index).toContain('tellWindowsWhoThisIs(app)')
})
