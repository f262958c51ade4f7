import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '#shared/domain/codes.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { InstructionDialog } from '../../ui/instructions/InstructionDialog.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { keyOfLine, type CheckLine } from './figures.ts'
import { LineDetails } from './LineDetails.tsx'
import { LineRow } from './LineRow.tsx'
import { PaneHead, PaneList } from './PaneParts.tsx'
import { useKeptLine } from './use-check-view.ts'

interface LinesPaneProps {
  readonly figure: Figure
  /** Whose: a consultant's name, or the team or store. */
  readonly who: string
  /** Lines of several consultants name theirs. */
  readonly severalPeople: boolean
  readonly lines: readonly CheckLine[]
  readonly total: number
  readonly onEnd?: () => void
  readonly onClose: () => void
  /** Esc in the list: back to the figure. */
  readonly onBack: () => void
  /** B writes an instruction on the customer of the selected line; not on a frozen sheet. */
  readonly mayInstruct?: boolean
  /** Instead of the list: it loads, or could not be read. */
  readonly instead?: ReactNode
}

/** The lines behind one figure, with the definition of the figure above and the selected line below. */
export function LinesPane(props: LinesPaneProps) {
  const {
    figure,
    who,
    severalPeople,
    lines,
    total,
    onEnd,
    onClose,
    onBack,
    mayInstruct = false,
    instead,
  } = props
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [chosen, setChosen] = useKeptLine('lines')
  const selected = lines.find((line) => keyOfLine(line) === chosen) ?? lines[0] ?? null
  const open = ({ customerId }: CheckLine) => {
    if (customerId !== null) void navigate({ to: '/customers/$customerId', params: { customerId } })
  }
  const [instructed, setInstructed] = useState<CheckLine | null>(null)
  useShortcuts(t('dailyCheck.lines'), [
    {
      keys: 'b',
      label: t('instructions.give'),
      run: () => setInstructed(selected),
      when: mayInstruct && selected?.customerId != null,
    },
  ])
  const title = t('dailyCheck.linesOf', { who, figure: t(`codes.figure.${figure}`) })
  return (
    <>
      <PaneHead title={title} count={total} hint={t(`dailyCheck.definition.${figure}`)} onClose={onClose} />
      {instead ??
        (lines.length === 0 ? (
          <EmptyState title={t('dailyCheck.noLines')} hint={t('dailyCheck.noLinesHint')} />
        ) : (
          <>
            <PaneList
              label={title}
              lines={lines}
              keyOf={keyOfLine}
              selected={selected}
              onSelect={(line) => setChosen(keyOfLine(line))}
              onOpen={open}
              onEnd={onEnd}
              onBack={onBack}
              renderItem={(line) => <LineRow line={line} withOwner={severalPeople} />}
            />
            {selected && (
              <LineDetails
                line={selected}
                withOwner={severalPeople}
                onOpen={() => open(selected)}
                {...(mayInstruct ? { onInstruct: () => setInstructed(selected) } : {})}
              />
            )}
          </>
        ))}
      {instructed?.customerId != null && (
        <InstructionDialog
          about={{ customerId: instructed.customerId }}
          customerName={instructed.customerName ?? ''}
          ownerId={instructed.staffId}
          onClose={() => setInstructed(null)}
        />
      )}
    </>
  )
}
