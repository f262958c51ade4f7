import type { Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { bareAct, sitDown, type Desk, type Statement } from './desk.ts'
import { summarise, timed, type Measured } from './measure.ts'
import type { QueryFigure } from './queries.ts'

/** Benyue with every interval cut to a share: most plans of the book then lie beyond their limit. */
const withIntervals = (share: number): Policy => ({
  ...presets.benyue,
  grades: presets.benyue.grades.map((each) => ({
    ...each,
    revisitEveryDays: Math.max(1, Math.round(each.revisitEveryDays * share)),
  })),
})

/** The preview of a policy over the open book; a window asks for it on a thread beside its calls. */
export const previewFigure = (desk: Desk): QueryFigure => ({
  name: 'preview of a policy',
  questions: [
    {
      call: 'policies.preview',
      input: { policy: withIntervals(0.5) },
      token: desk.signedIn('director').token,
    },
  ],
})

/** Shorter and longer in turns, so that each has limits to set anew; the first also moves the plans. */
const shares = [0.5, 0.8, 0.4, 0.7, 0.3]

/**
 * Publishing a policy of today, which keeps the whole open book by it, saved durably. Its floor: the same writes,
 * replayed without the product on another copy of the same file.
 */
export function measurePublishing(
  copies: {
    readonly plain: string
    readonly traced: string
    readonly bare: string
    readonly migrationsFolder: string
  },
  around: { readonly size: string; readonly today: BusinessDate },
): Measured {
  const { migrationsFolder } = copies
  const publish = (desk: Desk, share: number) =>
    desk.ask(
      'policies.publish',
      { policy: withIntervals(share), effectiveFrom: around.today },
      desk.signedIn('director').token,
    )
  const traced = sitDown({ file: copies.traced, migrationsFolder, traced: true })
  const acts = shares.map((share): Statement[] => {
    traced.takeTrace()
    publish(traced, share)
    return traced.takeWrites()
  })
  traced.close()
  const plain = sitDown({ file: copies.plain, migrationsFolder })
  const floor = sitDown({ file: copies.bare, migrationsFolder })
  const samples: number[] = []
  const floors: number[] = []
  // In turns, so that whatever else the machine does falls on both.
  for (const [place, share] of shares.entries()) {
    const replay = bareAct(floor, acts[place] ?? [])
    samples.push(timed(() => publish(plain, share)))
    floors.push(timed(replay))
  }
  plain.close()
  floor.close()
  return summarise({ name: 'publish a policy', size: around.size, kind: 'save' }, samples, floors)
}
