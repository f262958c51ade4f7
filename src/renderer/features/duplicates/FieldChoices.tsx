import { Button } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergedField, MergeSide } from '#shared/contract/duplicates.ts'
import { useShownValue } from '../../ui/fields/use-shown-value.ts'
import classes from './Duplicates.module.css'
import type { MergePreview } from './pair.ts'

type Field = MergePreview['fields'][number]
interface FieldChoicesProps {
  readonly fields: readonly Field[]
  readonly choices: Partial<Readonly<Record<MergedField, MergeSide>>>
  readonly onChoose: (field: MergedField, side: MergeSide) => void
}
const sides = ['kept', 'dropped'] as const
const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }
const sideOfKey: Readonly<Record<string, MergeSide>> = { ArrowLeft: 'kept', ArrowRight: 'dropped' }

/** The fields that differ, one row each: ↑ ↓ walk them, ← → choose the record whose value stays. */
export function FieldChoices({ fields, choices, onChoose }: FieldChoicesProps) {
  const { t } = useTranslation()
  const shown = useShownValue()
  const box = useRef<HTMLDivElement>(null)
  const differing = fields.filter(({ differs }) => differs)
  const equal = fields.filter(({ differs }) => !differs)
  const [current, setCurrent] = useState(0)
  const [showsEqual, setShowsEqual] = useState(false)
  const chosenOf = ({ field, choice }: Field): MergeSide => choices[field] ?? choice
  const focus = (row: number, side: MergeSide) =>
    box.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-side="${side}"]`)?.focus()

  const onKeyDown = (event: KeyboardEvent, row: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = steps[event.key]
    const side = sideOfKey[event.key]
    const here = differing[row]
    if (!here || (step === undefined && side === undefined)) return
    event.preventDefault()
    if (side) {
      onChoose(here.field, side)
      focus(row, side)
      return
    }
    const next = Math.max(0, Math.min(differing.length - 1, row + (step ?? 0)))
    const there = differing[next]
    setCurrent(next)
    if (there) focus(next, chosenOf(there))
  }
  return (
    <section aria-label={t('duplicates.fields')}>
      <div className={classes.fieldsHead}>
        <h2>{t('duplicates.fields')}</h2>
        {differing.length > 0 && <span className={classes.quiet}>{t('duplicates.fieldKeys')}</span>}
      </div>
      <div ref={box} className={classes.fields}>
        {differing.map((each, row) => (
          <div
            key={each.field}
            role="radiogroup"
            aria-label={t('duplicates.fieldOf', { field: t(`codes.field.${each.field}`) })}
            className={classes.field}
            data-current={row === current || undefined}
            onKeyDown={(event) => onKeyDown(event, row)}
          >
            <span className={classes.fieldName}>{t(`codes.field.${each.field}`)}</span>
            {sides.map((side) => {
              const isChosen = chosenOf(each) === side
              const value = shown(each.field, each[side])
              return (
                <button
                  key={side}
                  type="button"
                  role="radio"
                  aria-checked={isChosen}
                  aria-label={t('duplicates.sideOf', { side: t(`duplicates.${side}`), value })}
                  data-merge-field={each.field}
                  data-row={row}
                  data-side={side}
                  data-empty={!each[side] || undefined}
                  tabIndex={row === current && isChosen ? 0 : -1}
                  className={classes.value}
                  onFocus={() => setCurrent(row)}
                  onClick={() => onChoose(each.field, side)}
                >
                  <span>{value}</span>
                  {isChosen && <IconCircleCheckFilled size={15} aria-hidden />}
                </button>
              )
            })}
          </div>
        ))}
        {showsEqual &&
          equal.map((each) => (
            <div key={each.field} className={classes.field}>
              <span className={classes.fieldName}>{t(`codes.field.${each.field}`)}</span>
              <span className={classes.same}>{shown(each.field, each.kept)}</span>
            </div>
          ))}
      </div>
      {equal.length > 0 && (
        <div className={classes.fieldsHead}>
          <span className={classes.quiet}>{t('duplicates.equal', { count: equal.length })}</span>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-expanded={showsEqual}
            onClick={() => setShowsEqual((before) => !before)}
          >
            {t(showsEqual ? 'duplicates.hideEqual' : 'duplicates.showEqual')}
          </Button>
        </div>
      )}
    </section>
  )
}
