import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePolicy } from '../../api/use-session.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCloseInstruction } from '../../ui/instructions/InstructionActs.tsx'
import { InstructionDialog } from '../../ui/instructions/InstructionDialog.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { AgendaPage, Check } from './agenda.ts'
import { ConfirmViolations, WaiveViolations } from './DecideDialogs.tsx'
import { EndPage } from './EndPage.tsx'
import { KeyBar, type Act } from './KeyBar.tsx'
import classes from './Meeting.module.css'
import { MeetingHead } from './MeetingHead.tsx'
import { OthersPage } from './OthersPage.tsx'
import { CustomerPage } from './CustomerPage.tsx'
import { useLeave } from './use-leave.ts'
import { useUndecided } from './use-undecided.ts'
import { useWalk } from './use-walk.ts'

type Dialog = 'text' | 'grade' | 'helper' | 'confirm' | 'waive'

/** How much of a long page one key goes on: a little is seen again. */
const scrolledShare = 0.85

/** The walk itself: one page at a time, every act a key. */
export function Walk({ check, pages }: { readonly check: Check; readonly pages: readonly AgendaPage[] }) {
  const { t } = useTranslation()
  const walk = useWalk(check.on, pages)
  const leave = useLeave()
  const { grades } = usePolicy()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [phoneShown, setPhoneShown] = useState(false)
  const { page } = walk
  const customerId = page?.customerId ?? null
  const card = useQuery('customers.get', { customerId: customerId ?? '' }, { enabled: customerId !== null })
  const violations = useUndecided(check.on, page)
  const decidable = violations.filter(({ abilities }) => abilities.decide)
  const shown = card.data?.customer.customerId === customerId ? card.data : undefined
  const mayInstruct = shown?.abilities.instruct ?? false

  const answered = (shown?.instructions ?? []).filter(({ abilities }) => abilities.close)
  const { close: closeInstruction } = useCloseInstruction()
  const closeAnswered = () => {
    const [first] = answered
    if (first) void closeInstruction(first.instructionId)
  }

  const box = useRef<HTMLDivElement>(null)
  const scroll = (pages: 1 | -1) => {
    for (const column of box.current?.querySelectorAll('[role="group"]') ?? [])
      column.scrollBy({ top: pages * column.clientHeight * scrolledShare })
  }
  const turn = (go: () => void) => () => {
    // The next customer's phone is his own affair.
    setPhoneShown(false)
    go()
  }
  const open = (which: Dialog) => () => setDialog(which)
  const hasPage = page !== undefined
  const acts: readonly Act[] = [
    { keys: 'ArrowLeft', label: t('meeting.back'), run: turn(walk.back), when: walk.index > 0 },
    { keys: 'ArrowRight', label: t('meeting.next'), run: turn(walk.next), when: hasPage },
    { keys: 'b', label: t('meeting.instruct'), run: open('text'), when: mayInstruct },
    {
      keys: 'g',
      label: t('meeting.proposeGrade'),
      run: open('grade'),
      when: mayInstruct && grades.length > 0,
    },
    { keys: 'h', label: t('meeting.assignHelper'), run: open('helper'), when: mayInstruct },
    { keys: 'x', label: t('instructions.close'), run: closeAnswered, when: answered.length > 0 },
    { keys: 'c', label: t('meeting.confirm'), run: open('confirm'), when: decidable.length > 0 },
    { keys: 'w', label: t('meeting.waive'), run: open('waive'), when: decidable.length > 0 },
    { keys: 'Enter', label: t('meeting.mark'), run: turn(walk.mark), when: hasPage, main: true },
    { keys: 'F10', label: t('meeting.toSign'), run: turn(walk.toEnd), when: hasPage },
    { keys: 'Escape', label: t('meeting.leave'), run: leave, when: true },
  ]
  useShortcuts(t('meeting.keys'), [
    ...acts.filter(({ keys }) => keys !== 'F10'),
    { keys: 'F10', label: t('meeting.toSign'), run: turn(walk.toEnd), when: hasPage, inFields: true },
    { keys: 'PageDown', label: t('meeting.scrollDown'), run: () => scroll(1) },
    { keys: 'PageUp', label: t('meeting.scrollUp'), run: () => scroll(-1) },
    { keys: 'space', label: t('meeting.next'), run: turn(walk.next), when: hasPage },
    { keys: 'ArrowDown', label: t('meeting.nextConsultant'), run: turn(() => walk.consultant(1)) },
    { keys: 'ArrowUp', label: t('meeting.previousConsultant'), run: turn(() => walk.consultant(-1)) },
    {
      keys: 'p',
      label: t(phoneShown ? 'meeting.hidePhone' : 'meeting.showPhone'),
      run: () => setPhoneShown((was) => !was),
      when: customerId !== null,
    },
  ])
  const name = page?.customerName ?? page?.staffName ?? ''
  const close = () => setDialog(null)
  return (
    <>
      <MeetingHead check={check} pages={pages} walk={walk} />
      <div ref={box} className={classes.page}>
        {!page ? (
          <EndPage on={check.on} pages={pages} discussed={walk.discussed} />
        ) : page.customerId === null ? (
          <OthersPage key={page.key} page={page} violations={violations} />
        ) : (
          <CustomerPage
            key={page.key}
            page={page}
            card={shown}
            error={card.error}
            onRetry={() => void card.refetch()}
            violations={violations}
            phoneShown={phoneShown}
          />
        )}
      </div>
      <KeyBar acts={acts} />
      {customerId !== null && (dialog === 'text' || dialog === 'grade' || dialog === 'helper') && (
        <InstructionDialog
          about={{ customerId }}
          customerName={name}
          ownerId={shown?.customer.ownerId ?? null}
          start={dialog}
          onClose={close}
        />
      )}
      {dialog === 'confirm' && <ConfirmViolations name={name} violations={decidable} onClose={close} />}
      {dialog === 'waive' && <WaiveViolations name={name} violations={decidable} onClose={close} />}
    </>
  )
}
