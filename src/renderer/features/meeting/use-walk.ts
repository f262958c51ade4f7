import { useSessionStorage } from '@mantine/hooks'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useSession } from '../../api/use-session.ts'
import { pageOfConsultant, type AgendaPage } from './agenda.ts'

interface Walk {
  /** The page one stands on; `end` is the signature. */
  readonly key: string | null
  readonly discussed: readonly string[]
}
const start: Walk = { key: null, discussed: [] }
const end = 'end'

/** Where the meeting stands, and what was discussed; still so when one comes back to it. */
export function useWalk(on: BusinessDate, pages: readonly AgendaPage[]) {
  const { staff } = useSession()
  const [walk, setWalk] = useSessionStorage<Walk>({
    key: `showroom.meeting.${staff.staffId}.${on}`,
    defaultValue: start,
    getInitialValueInEffect: false,
  })
  const found = pages.findIndex(({ key }) => key === walk.key)
  const index = walk.key === end ? pages.length : Math.max(0, found)
  const keyAt = (at: number) => pages[Math.max(0, at)]?.key ?? end
  const goTo = (at: number) => setWalk((was) => ({ ...was, key: keyAt(at) }))
  return {
    index,
    /** Undefined at the end. */
    page: pages[index],
    discussed: pages.filter(({ key }) => walk.discussed.includes(key)),
    isDiscussed: (page: AgendaPage) => walk.discussed.includes(page.key),
    next: () => goTo(index + 1),
    back: () => goTo(index - 1),
    consultant: (step: 1 | -1) => goTo(pageOfConsultant(pages, index, step)),
    toEnd: () => goTo(pages.length),
    /** Discussed, and on to the next. */
    mark: () =>
      setWalk((was) => ({
        key: keyAt(index + 1),
        discussed: [...new Set([...was.discussed, keyAt(index)])].filter((key) => key !== end),
      })),
  }
}
