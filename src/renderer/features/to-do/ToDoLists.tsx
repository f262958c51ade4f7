import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExecutionSlot } from '../../ui/ExecutionSlot.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { VirtualList } from '../../ui/lists/VirtualList.tsx'
import { useCan } from '../../api/use-session.ts'
import { InstructionPane } from './InstructionPane.tsx'
import { isExecutable, isInstruction, keyOf, lineAfter, type Line } from './lines.ts'
import { LineDetails } from './LineDetails.tsx'
import { ToDoRow } from './ToDoRow.tsx'
import rowClasses from './ToDoRow.module.css'

/** How long a line must stay selected before its customer is read: holding ↓ reads only where it stops. */
const waitMs = 60

/** The list on the left; on the right the customer of the selected line, or the form that works it off. */
export function ToDoLists({ lines: shown }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayAnswer = useCan('instruction.answer')
  const box = useRef<HTMLDivElement>(null)
  const [selectedKey, setSelectedKey] = useState<string | null>(null)
  const [executing, setExecuting] = useState<Line | null>(null)
  const [lastIndex, setLastIndex] = useState(0)

  // A line that is gone leaves the selection where it stood.
  const found = shown.findIndex((line) => keyOf(line) === selectedKey)
  const index = found >= 0 ? found : Math.min(lastIndex, shown.length - 1)
  const selected = shown[index]
  const [waited] = useDebouncedValue(selected, waitMs)
  // The list is painted first, then the customer beside it.
  const detailed = useDeferredValue(waited ?? selected, null)

  const looked = executing ?? detailed
  const instructed = looked && isInstruction(looked) ? looked : null

  const focusList = () => box.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  useEffect(focusList, [])

  const openCard = useCallback(
    (customerId: string) => void navigate({ to: '/customers/$customerId', params: { customerId } }),
    [navigate],
  )
  const open = useCallback(
    (line: Line) => {
      if (isExecutable(line) || (isInstruction(line) && mayAnswer)) setExecuting(line)
      else if (line.customerId) openCard(line.customerId)
      else if (line.visitId) void navigate({ to: '/register', search: { visit: line.visitId } })
      else if (!isInstruction(line)) void navigate({ to: '/register' })
    },
    [navigate, openCard, mayAnswer],
  )
  const select = (line: Line) => {
    setSelectedKey(keyOf(line))
    setLastIndex(shown.indexOf(line))
    setExecuting(null)
  }
  const goOn = (done: Line) => {
    const next = lineAfter(shown, done)
    setSelectedKey(next ? keyOf(next) : null)
    setLastIndex(Math.max(0, index))
    if (next && (isExecutable(next) || isInstruction(next))) return setExecuting(next)
    setExecuting(null)
    focusList()
  }
  const leave = () => {
    setExecuting(null)
    focusList()
  }
  useShortcuts(t('toDo.title'), [
    {
      keys: 'k',
      label: t('toDo.openCard'),
      run: () => selected?.customerId && openCard(selected.customerId),
      when: executing === null && selected?.customerId != null,
    },
  ])

  return (
    <SplitView
      name="to-do"
      listShare={47}
      detailsLabel={t(executing ? 'toDo.execute' : 'toDo.details')}
      list={
        <div ref={box} className={rowClasses.list}>
          <VirtualList
            label={t('toDo.list')}
            items={shown}
            keyOf={keyOf}
            renderItem={(line) => <ToDoRow line={line} />}
            selectedKey={selected ? keyOf(selected) : null}
            onSelect={select}
            onOpen={open}
          />
        </div>
      }
      details={
        executing && isExecutable(executing) ? (
          <ExecutionSlot
            key={keyOf(executing)}
            planId={executing.planId}
            opportunityId={executing.opportunityId}
            customerId={executing.customerId}
            continues={lineAfter(shown, executing) !== undefined}
            onDone={() => goOn(executing)}
            onCancel={leave}
          />
        ) : instructed ? (
          <InstructionPane
            key={keyOf(instructed)}
            line={instructed}
            answering={executing !== null}
            continues={lineAfter(shown, instructed) !== undefined}
            onAnswer={() => open(instructed)}
            onDone={() => goOn(instructed)}
            onCancel={leave}
            onOpenCard={openCard}
          />
        ) : (
          detailed !== null && <LineDetails line={detailed} onOpen={open} onOpenCard={openCard} />
        )
      }
    />
  )
}
