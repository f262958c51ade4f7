import path from 'node:path'
import { expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { makeChance } from '#tests/support/payloads/chance.ts'
import { makeDrawing } from '#tests/support/payloads/draw.ts'
import { openPage } from '#tests/support/payloads/frames.ts'
import { knownOf } from '#tests/support/payloads/population.ts'
import { besiege, makeGround, tell, watchRejections } from '#tests/support/payloads/siege.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

/** Messages over the port of a page (S3): frames as ours, frames that name anything, and what is no frame at all. */
const messages = proofSize({ short: 10_000, full: 100_000 })
const atOnce = 100
const longest = 3600_000
const patience = 20_000

const rejections = watchRejections()

it(
  'whatever a page sends over its port, every call is answered once, and nothing breaks (S3)',
  async () => {
    const { folder, population } = makeGround()
    const { application, incidents, witness } = besiege(
      population,
      path.join(folder, 'port.db'),
      () => population.now + 1000,
    )
    const chance = makeChance(Number(process.env['PAYLOADS_SEED'] ?? 1) + 500)
    const draw = makeDrawing(population, knownOf(population, folder), chance)
    const page = openPage(application)
    let owed = 0
    for (let sent = 0; sent < messages; sent += atOnce) {
      const ids: string[] = []
      for (let i = 0; i < atOnce; i += 1) {
        const payload = draw()
        // What never ends is no answer.
        if (payload.path === 'events.changes') continue
        const id = page.send(payload, chance)
        if (id !== undefined) ids.push(id)
      }
      owed += ids.length
      await expect
        .poll(() => ids.filter((id) => !page.answered.has(id)), { timeout: patience, interval: 2 })
        .toEqual([])
    }
    const twice = [...page.answered].filter(([id, times]) => id.startsWith('x') && times > 1)
    const { written, told, entries } = witness.look()
    const verified = verifyStore(application.store, 'en')
    page.close()
    application.close()
    expect(incidents.map(String)).toEqual([])
    expect(rejections).toEqual([])
    expect(twice).toEqual([])
    expect(written).toBe(told)
    expect(entries).toBeGreaterThan(messages / 1000)
    expect(verified.problems).toEqual([])
    report(
      'S3',
      `${messages.toLocaleString('en')} messages over a port: ${owed.toLocaleString('en')} calls, each answered once; ${tell(page.counts).join(', ')}; ${page.dropped().toLocaleString('en')} dropped; 0 unhandled`,
    )
  },
  longest,
)
