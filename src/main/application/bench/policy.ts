import type { Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { measureActs, type Copies } from './acts.ts'
import type { Desk } from './desk.ts'
import { summarise, type Measured } from './measure.ts'
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
  copies: Copies,
  around: { readonly size: string; readonly today: BusinessDate },
): Measured {
  const { samples, floors } = measureActs(
    copies,
    () => shares,
    (desk, share) =>
      desk.ask(
        'policies.publish',
        { policy: withIntervals(share), effectiveFrom: around.today },
        desk.signedIn('director').token,
      ),
  )
  return summarise({ name: 'publish a policy', size: around.size, kind: 'save' }, samples, floors)
}
