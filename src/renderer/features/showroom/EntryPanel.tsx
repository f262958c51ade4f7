import { Button } from '@mantine/core'
import { useLocalStorage, useSessionStorage } from '@mantine/hooks'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { normalisePhone } from '#shared/domain/phone.ts'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { focusFirstProblem } from '../../ui/keys/focus-problem.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { ArrivalNote, isKnownArrival } from './ArrivalNote.tsx'
import { ConsultantField } from './ConsultantField.tsx'
import classes from './Entry.module.css'
import { NextUp } from './NextUp.tsx'
import { QuickLine } from './QuickLine.tsx'
import { ReceivedNote } from './ReceivedNote.tsx'
import { useArrival } from './use-arrival.ts'
import { emptyVisit, isUntouched, readVisitDraft, registerInputOf, sizeOf } from './visit-draft.ts'
import type { Board, Received } from './visit.ts'
import { VisitFields } from './VisitFields.tsx'

interface EntryPanelProps {
  readonly board: Board | undefined
  /** A number that came with the address: the customer was looked up elsewhere. */
  readonly phone: string | undefined
  readonly onRegistered: (visitId: string) => void
  readonly onOpenVisit: (visitId: string) => void
}

/** The head of the register, always ready: one line for five seconds, F2 for the whole of. What is typed is kept until it is saved. */
export function EntryPanel({ board, phone, onRegistered, onOpenVisit }: EntryPanelProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { staff } = useSession()
  const register = useCommand('visits.register')
  const box = useRef<HTMLFormElement>(null)
  const [isOpened, setOpened] = useLocalStorage({
    key: 'showroom.entry.opened',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const [kept, keep] = useSessionStorage({
    key: `showroom.visit.${staff.staffId}`,
    defaultValue: phone === undefined ? emptyVisit : { ...emptyVisit, phone },
    getInitialValueInEffect: false,
  })
  const draft = readVisitDraft(kept)
  const [done, setDone] = useState<{ readonly received: Received; readonly who: string } | null>(null)
  const [problem, setProblem] = useState<'sizeNeeded' | null>(null)
  const [isPhoneLeft, setPhoneLeft] = useState(false)
  const arrival = useArrival(draft)
  const found = arrival?.customer
  const himself = staff.role === 'consultant' ? staff.name : null
  const byPlate = draft.phone.trim() === '' && draft.plate.trim() !== ''
  const expectedId = found?.ownerId && found.ownerIsHere && !byPlate ? found.ownerId : (board?.nextId ?? null)

  const refused = useFieldErrors(register.failure)
  const read = normalisePhone(draft.phone)
  const errors = (field: string): string | undefined => {
    if (field === 'partySize' && problem) return t(`showroom.${problem}`)
    if (field === 'phone' && isPhoneLeft && draft.phone.trim() !== '' && !read.ok)
      return words.reason(read.reason)
    return refused(field)
  }
  const change = (part: Partial<typeof draft>) => {
    setDone(null)
    setProblem(null)
    if ('phone' in part) setPhoneLeft(false)
    keep((before) => ({ ...readVisitDraft(before), ...part }))
  }
  const toSize = () => document.getElementById('entry-size')?.focus()
  const save = async () => {
    const size = sizeOf(draft)
    if (size === undefined) {
      setProblem('sizeNeeded')
      return toSize()
    }
    const saved = await register.run(registerInputOf(draft, size))
    if (!saved.ok) return
    keep(emptyVisit)
    setPhoneLeft(false)
    setDone({
      received: saved.value,
      who: t('showroom.party', { kind: t(`codes.visitKind.${draft.kind}`), count: size }),
    })
    onRegistered(saved.value.visitId)
    toSize()
  }
  const { failure } = register
  useEffect(() => {
    if (failure) focusFirstProblem(box.current)
  }, [failure])
  useEffect(() => {
    if (phone !== undefined) keep((before) => ({ ...readVisitDraft(before), phone }))
  }, [phone, keep])

  const start = (kind: 'walk_in' | 'call_in') => {
    change({ kind })
    toSize()
  }
  // The key goes where it leads: into what it opens, and back to the line when it closes.
  const toggleMore = () => {
    setOpened(!isOpened)
    if (isOpened) toSize()
    else requestAnimationFrame(() => document.getElementById('entry-model')?.focus())
  }
  useShortcuts(t('showroom.entry'), [
    { keys: 'n', label: t('showroom.newVisit'), run: toSize },
    { keys: 'w', label: t('showroom.newWalkIn'), run: () => start('walk_in') },
    { keys: 'c', label: t('showroom.newCallIn'), run: () => start('call_in') },
    { keys: 'F2', label: t('showroom.more'), run: toggleMore, inFields: true },
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    const isOpen =
      event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    } else if (event.key === 'Escape' && !isOpen) {
      // Out of the fields, so that the letters mean the line that is selected. What is typed stays.
      document.querySelector<HTMLElement>('#content [role="grid"]')?.focus()
    }
  }
  const earlier = failure?.reasons?.find(({ code }) => code === 'earlier_visit_uncarded')?.data['visitId']
  return (
    <form
      ref={box}
      className={classes.entry}
      aria-label={t('showroom.entry')}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <QuickLine
        draft={draft}
        onChange={change}
        errors={errors}
        pending={register.pending}
        isOpened={isOpened}
        onToggle={() => setOpened((was) => !was)}
        onPhoneLeft={() => setPhoneLeft(true)}
        next={
          <NextUp board={board} customer={byPlate && !draft.customerId ? null : found} himself={himself} />
        }
      />
      {/* One line that is always there: what is said in it moves nothing below. */}
      {arrival && isKnownArrival(arrival) ? (
        <ArrivalNote
          arrival={arrival}
          byPlate={byPlate}
          isTaken={draft.customerId !== null && draft.customerId === found?.customerId}
          onTake={() => change({ customerId: draft.customerId ? null : (found?.customerId ?? null) })}
          onOpenVisit={onOpenVisit}
        />
      ) : done && !failure ? (
        <ReceivedNote {...done} />
      ) : (
        <p className={`${classes.arrival} ${classes.quiet}`}>{t('showroom.entryHint')}</p>
      )}
      {isOpened && (
        <div id="entry-more" className={classes.more}>
          <VisitFields idPrefix="entry" draft={draft} onChange={change} errors={errors} asksOccasion>
            {himself === null && (
              <ConsultantField
                board={board}
                draft={draft}
                onChange={change}
                errors={errors}
                expectedId={expectedId}
              />
            )}
            {!isUntouched(draft) && (
              <Button
                variant="subtle"
                className={classes.clear}
                onClick={() => {
                  register.reset()
                  change(emptyVisit)
                  toSize()
                }}
              >
                {t('showroom.clear')}
              </Button>
            )}
          </VisitFields>
        </div>
      )}
      {failure && (
        <FailureAlert failure={failure}>
          {typeof earlier === 'string' && (
            <div className={classes.remedy}>
              <Button
                onClick={() => onOpenVisit(earlier)}
                rightSection={arrival?.uncarded?.mayOpen && <KeyHint keys="F4" />}
              >
                {t('showroom.openEarlier')}
              </Button>
            </div>
          )}
        </FailureAlert>
      )}
    </form>
  )
}
