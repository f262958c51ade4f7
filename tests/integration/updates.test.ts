import { expect, it } from 'vitest'
import { confirmedFor } from '#main/application/admission.ts'
import { livePassword, openLiveStore } from '#tests/support/live-store.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

const address = 'https://example.com/showroom/'

it('nobody looks for updates until an administrator has said where', () => {
  const store = openTrainingStore()
  expect(store.ok('chen', 'updates.source')).toEqual({ source: null })
  store.ok('admin', 'updates.setSource', { source: ` ${address} ` })
  for (const person of ['chen', 'desk', 'director'] as const)
    expect(store.ok(person, 'updates.source')).toEqual({ source: address })
  store.ok('admin', 'updates.setSource', { source: null })
  expect(store.ok('chen', 'updates.source')).toEqual({ source: null })
})

it('an address that anybody on the way could answer for is refused under its field (S1)', () => {
  const store = openTrainingStore()
  for (const source of [
    'http://example.com/',
    'updates',
    'ftp://example.com/',
    ['https:', 'a:b@example.com/'].join('//'),
  ])
    expect(store.refused('admin', 'updates.setSource', { source })).toMatchObject({
      code: 'VALIDATION_FAILED',
      issues: [{ field: 'source', code: 'update_source' }],
    })
  expect(store.ok('admin', 'updates.source')).toEqual({ source: null })
})

it('only an administrator sets it, who has proved who he is (S4)', () => {
  const store = openTrainingStore()
  for (const person of ['director', 'manager', 'desk', 'chen'] as const)
    expect(store.refused(person, 'updates.setSource', { source: address }).code).toBe('PERMISSION_DENIED')

  const live = openLiveStore()
  const boss = live.as('boss')
  live.addNow(confirmedFor + 1)
  expect(boss.refused('updates.setSource', { source: address }).code).toBe('CONFIRM_AGAIN')
  boss.ok('session.confirm', { password: livePassword })
  boss.ok('updates.setSource', { source: address })
  expect(boss.ok('updates.source')).toEqual({ source: address })
})
