import { describe, expect, it } from 'vitest'
import { dieRescuing, dieRestoring, rescueSteps, steps } from '#tests/support/files/died-restoring.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

const rounds = proofSize({ short: 1, full: 10 })

describe('kill -9 in the middle of a restore', () => {
  it(
    'at every step leaves the store of before or of after, whole (P4, P5)',
    { timeout: 600_000 },
    async () => {
      let deaths = 0
      for (let round = 0; round < rounds; round += 1) {
        for (const step of steps) {
          await dieRestoring(step)
          deaths += 1
        }
        for (const step of rescueSteps) {
          await dieRescuing(step)
          deaths += 1
        }
      }
      expect(deaths).toBe(rounds * (steps.length + rescueSteps.length))
      report(
        'P4',
        `${deaths} kills in the middle of a restore, at ${steps.length} and ${rescueSteps.length} steps: every store opens, none half-restored`,
      )
    },
  )
})
