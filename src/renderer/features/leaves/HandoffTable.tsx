import { VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { Why } from '../../ui/Why.tsx'
import type { Asked } from './HandoffDialogs.tsx'
import { keyOfLine, type Handoff, type Line } from './leave.ts'
import { LineActs } from './LineActs.tsx'
import { LineWay } from './LineWay.tsx'

interface HandoffTableProps {
  readonly handoff: Handoff
  readonly lines: readonly Line[]
  readonly onAsk: (asked: Asked) => void
}

/** The lines of the handoff: what each is about, where it would go, and the ways to resolve it. */
export function HandoffTable({ handoff, lines, onAsk }: HandoffTableProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const navigate = useNavigate()
  const { leave, coverAllowed } = handoff
  const [selectedKey, setSelectedKey] = useState<string | null>(null)
  const [lastIndex, setLastIndex] = useState(0)
  const resolve = useCommand('leaves.resolve')
  const selected =
    lines.find((line) => keyOfLine(line) === selectedKey) ?? lines[Math.min(lastIndex, lines.length - 1)]
  const mayResolve = leave.abilities.resolve && lines.some(({ resolved }) => !resolved)
  const isPlan = selected?.kind === 'plan' && !selected.resolved

  const postpone = async (line: Line) => {
    const { planId, customerName } = line
    if (!planId) return
    const done = await resolve.run({ leaveId: leave.leaveId, planId, way: 'postpone' })
    if (done.ok && done.value.on)
      toast(t('leaves.postponed', { name: customerName, on: dates.withWeekday(done.value.on) }))
  }
  const open = ({ customerId }: Line) =>
    void navigate({ to: '/customers/$customerId', params: { customerId } })
  useShortcuts(t('leaves.what'), [
    {
      keys: 'p',
      label: t('leaves.postpone'),
      run: () => selected && void postpone(selected),
      when: mayResolve && isPlan,
    },
    {
      keys: 'c',
      label: t('leaves.cover'),
      run: () => selected && onAsk({ act: 'cover', line: selected }),
      when: mayResolve && isPlan && coverAllowed,
    },
    {
      keys: 'e',
      label: t('leaves.changeDate'),
      run: () => selected && onAsk({ act: 'date', line: selected }),
      when: mayResolve && selected?.kind === 'expected_date' && !selected.resolved,
    },
    { keys: 'k', label: t('leaves.openCard'), run: () => selected && open(selected), when: !!selected },
  ])
  const columns: readonly Column<Line>[] = [
    {
      key: 'grade',
      header: <VisuallyHidden>{t('codes.field.grade')}</VisuallyHidden>,
      width: '40px',
      render: ({ grade }) => <GradeBadge grade={grade} />,
    },
    {
      key: 'customer',
      header: t('codes.field.name'),
      width: 'minmax(90px, 1fr)',
      render: ({ customerName }) => <strong>{customerName}</strong>,
    },
    {
      key: 'model',
      header: t('codes.field.model'),
      width: 'minmax(80px, 1fr)',
      render: ({ model }) => model ?? '—',
    },
    {
      key: 'what',
      header: t('leaves.what'),
      width: 'minmax(150px, 1.3fr)',
      render: ({ kind, on }) =>
        t(kind === 'plan' ? 'leaves.planOn' : 'leaves.dateOn', { on: dates.withWeekday(on) }),
    },
    {
      key: 'limit',
      header: t('leaves.limit'),
      width: '100px',
      render: ({ kind, limit }) => (kind === 'plan' ? dates.withWeekday(limit) : '—'),
    },
    mayResolve
      ? {
          key: 'proposed',
          header: t('leaves.proposed'),
          width: '170px',
          render: ({ proposedOn, reasons, customerName }) => (
            <>
              {proposedOn ? dates.withWeekday(proposedOn) : '—'}{' '}
              <Why reasons={reasons} about={customerName} />
            </>
          ),
        }
      : {
          key: 'way',
          header: t('leaves.way'),
          width: 'minmax(170px, 1.4fr)',
          render: (line) => <LineWay line={line} />,
        },
    {
      key: 'acts',
      header: mayResolve ? t('leaves.act') : <VisuallyHidden>{t('leaves.openCard')}</VisuallyHidden>,
      width: mayResolve ? 'minmax(300px, 2fr)' : '150px',
      align: 'right',
      render: (line) => (
        <LineActs
          line={line}
          handoff={handoff}
          chosen={keyOfLine(line) === (selected && keyOfLine(selected))}
          onPostpone={() => void postpone(line)}
          onAsk={onAsk}
        />
      ),
    },
  ]
  return (
    <>
      <FailureAlert failure={resolve.failure} act />
      <DataTable
        label={t('leaves.handoff')}
        columns={columns}
        items={lines}
        keyOf={keyOfLine}
        rowHeight={38}
        selectedKey={selected ? keyOfLine(selected) : null}
        onSelect={(line) => {
          setSelectedKey(keyOfLine(line))
          setLastIndex(lines.indexOf(line))
        }}
        onOpen={open}
      />
    </>
  )
}
