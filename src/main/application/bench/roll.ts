import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { instantAt } from '#shared/time/instant.ts'
import { bareAct, sitDown, type Desk, type Statement } from './desk.ts'
import { summarise, timed, type Measured } from './measure.ts'

/** So many dates are judged one after the other, each with what fell due on the one before. */
const dates = 5
const opening = '08:30'

/**
 * The day roll over the whole open book, saved durably, as the first call of each of the days to come meets it. Its floor: the same
 * writes, replayed without the product on another copy of the same file.
 */
export function measureRoll(
  copies: {
    readonly plain: string
    readonly traced: string
    readonly bare: string
    readonly migrationsFolder: string
  },
  around: { readonly size: string; readonly today: BusinessDate; readonly zone: string },
): Measured {
  const { migrationsFolder } = copies
  const mornings = Array.from({ length: dates }, (_, i) =>
    instantAt(addDays(around.today, i + 1), opening, around.zone),
  )
  const roll = (desk: Desk, now: number) => desk.application.rollIfDue({ now })
  const traced = sitDown({ file: copies.traced, migrationsFolder, traced: true })
  const acts = mornings.map((now): Statement[] => {
    traced.takeTrace()
    roll(traced, now)
    return traced.takeWrites()
  })
  traced.close()
  const plain = sitDown({ file: copies.plain, migrationsFolder })
  const floor = sitDown({ file: copies.bare, migrationsFolder })
  const samples: number[] = []
  const floors: number[] = []
  for (const [place, now] of mornings.entries()) {
    const replay = bareAct(floor, acts[place] ?? [])
    samples.push(timed(() => roll(plain, now)))
    floors.push(timed(replay))
  }
  plain.close()
  floor.close()
  return summarise({ name: 'day roll', size: around.size, kind: 'roll' }, samples, floors)
}
