import { Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useToday } from '../../api/use-session.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { LoadPanel } from './LoadPanel.tsx'
import { usePreview } from './use-preview.ts'
import classes from './Policy.module.css'

type Preview = CallOutput<'policies.preview'>
type Moved = Preview['beyondLimit']['rows'][number]

interface PreviewSectionProps {
  readonly from: BusinessDate
  readonly onFrom: (from: BusinessDate) => void
  readonly problems: number
}

/** What the policy being edited would do to the open book. */
export function PreviewSection({ from, onFrom, problems }: PreviewSectionProps) {
  const { t } = useTranslation()
  const today = useToday()
  const dates = useDates()
  const preview = usePreview(from, problems === 0)
  if (problems > 0) return <EmptyState title={t('policy.previewProblems')} />
  return (
    <Stack gap="lg">
      <Group align="flex-end">
        <DateField
          id="preview-from"
          label={t('policy.previewFrom')}
          value={from}
          min={today}
          w={180}
          onChange={(chosen) => chosen && chosen >= today && onFrom(chosen)}
        />
        {preview.data && (
          <Text pb={6} role="status">
            {t('policy.previewOf', {
              from: dates.withWeekday(preview.data.effectiveFrom),
              count: preview.data.openOpportunities,
            })}
          </Text>
        )}
      </Group>
      {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <LoadingRows />}
      {preview.data && <Effects preview={preview.data} />}
    </Stack>
  )
}

function Effects({ preview }: { readonly preview: Preview }) {
  return (
    <>
      <GradeChanges changes={preview.gradeChanges} />
      <MovedPlans moved={preview.beyondLimit} />
      <LoadPanel load={preview.load} />
    </>
  )
}

function GradeChanges({ changes }: { readonly changes: Preview['gradeChanges'] }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('policy.gradeChangesTitle')}>
      <Title order={2}>{t('policy.gradeChangesTitle')}</Title>
      {changes.length === 0 ? (
        <Text mt={4}>{t('policy.gradeChangesNone')}</Text>
      ) : (
        <>
          <Text size="xs" c="dimmed" mb="xs">
            {t('policy.gradeChangesHint')}
          </Text>
          <Group gap="lg">
            {changes.map(({ from, to, count }) => (
              <Group key={`${from} ${to}`} gap={6}>
                <GradeBadge grade={from} />
                <span aria-hidden>→</span>
                <GradeBadge grade={to} />
                <Text fw={700}>{t('policy.countOf', { count })}</Text>
              </Group>
            ))}
          </Group>
        </>
      )}
    </section>
  )
}

function MovedPlans({ moved }: { readonly moved: Preview['beyondLimit'] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const date = (key: 'planOn' | 'limit' | 'newLimit' | 'movedTo'): Column<Moved> => ({
    key,
    header: t(`policy.${key}`),
    width: 'minmax(92px, 1fr)',
    render: (row) =>
      key === 'movedTo' ? <strong>{dates.withWeekday(row[key])}</strong> : dates.withWeekday(row[key]),
  })
  const columns: Column<Moved>[] = [
    {
      key: 'customer',
      header: t('policy.customer'),
      width: 'minmax(90px, 1fr)',
      render: (row) => row.customerName,
    },
    {
      key: 'owner',
      header: t('policy.owner'),
      width: 'minmax(90px, 1fr)',
      render: (row) => row.ownerName ?? '',
    },
    {
      key: 'grade',
      header: t('policy.grade'),
      width: '64px',
      render: (row) => <GradeBadge grade={row.grade} />,
    },
    date('planOn'),
    date('limit'),
    date('newLimit'),
    date('movedTo'),
  ]
  const { total, rows } = moved
  return (
    <section aria-label={t('policy.movedTitle')}>
      <Title order={2}>{t('policy.movedTitle')}</Title>
      <Text mt={4} mb="xs">
        {total === 0
          ? t('policy.movedNone')
          : rows.length < total
            ? t('policy.movedFirst', { shown: rows.length, count: total })
            : t('policy.movedCount', { count: total })}
      </Text>
      {total > 0 && (
        <div className={classes.moved}>
          <DataTable
            label={t('policy.movedTitle')}
            columns={columns}
            items={rows}
            keyOf={({ planId }) => planId}
          />
        </div>
      )}
    </section>
  )
}
