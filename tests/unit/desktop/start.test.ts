import path from 'node:path'
import { expect, it } from 'vitest'
import { readCommandLine } from '#main/desktop/command-line.ts'
import { startLine } from '#main/desktop/start-line.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

const folder = path.resolve('/home/anna')

it('arguments of the application are read, those of Electron passed over', () => {
  const args = [
    'electron',
    '--log-level=3',
    '/srv/app',
    '--lang=en',
    '--store=stores/a.db',
    '--open-demo-if-empty',
  ]
  expect(readCommandLine(args, folder)).toEqual({
    storeFile: path.join(folder, 'stores/a.db'),
    locale: 'en',
    openDemoIfEmpty: true,
    page: undefined,
    refusedLinks: 0,
  })
})

it('without arguments nothing is chosen, and an unknown language is none', () => {
  const nothing = {
    storeFile: undefined,
    locale: undefined,
    openDemoIfEmpty: false,
    page: undefined,
    refusedLinks: 0,
  }
  expect(readCommandLine(['electron', '.'], folder)).toEqual(nothing)
  expect(readCommandLine(['electron', '.', '--lang=fr', '--store='], folder)).toEqual(nothing)
})

it('a link names a page, and chooses nothing, whatever stands behind the bare --', () => {
  const link = 'showroom-cadence://customer/01957283-1234-7abc-8def-012345678901'
  const line = readCommandLine(['app', '--', link, '--store=/etc/x.db', '--open-demo-if-empty'], folder)
  expect(line).toMatchObject({
    page: '/customers/01957283-1234-7abc-8def-012345678901',
    storeFile: undefined,
    openDemoIfEmpty: false,
  })
  expect(readCommandLine(['app', 'showroom-cadence:javascript:alert(1)'], folder)).toMatchObject({
    page: undefined,
    refusedLinks: 1,
  })
})

it('the line of a start tells what is open', () => {
  const today = '2026-03-05' as BusinessDate
  expect(
    startLine({ state: 'open', name: 'Riverside', today, openPlans: 86, updateSource: null }, '45.4.1'),
  ).toBe('[showroom] window usable: store Riverside, today 2026-03-05, open plans 86, Electron 45.4.1')
  expect(startLine({ state: 'no_store' }, '45.4.1')).toBe(
    '[showroom] window usable: no store yet, Electron 45.4.1',
  )
  expect(startLine({ state: 'failed', code: 'STORE_DAMAGED' }, '45.4.1')).toBe(
    '[showroom] window usable: store cannot be opened (STORE_DAMAGED), Electron 45.4.1',
  )
})
