import { Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { policyDiff } from '#shared/policy/policy-diff.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useEditor } from './editor.ts'
import { LoadVersion } from './LoadVersion.tsx'
import { useFieldWords } from './use-field-words.ts'
import classes from './Policy.module.css'

type Version = CallOutput<'policies.list'>['rows'][number]

const tones = { past: 'quiet', inForce: 'ok', coming: 'info', replaced: 'quiet' } as const
const draft = 'draft'

/** Every version, and what any two of them differ in, the one being edited included. */
export function HistorySection() {
  const { t } = useTranslation()
  const list = useQuery('policies.list')
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <LoadingRows />
  const versions = list.data.rows
  return (
    <Stack gap="lg" maw={1100}>
      <section aria-label={t('policy.historyTitle')}>
        <Title order={2} mb="xs">
          {t('policy.historyTitle')}
        </Title>
        <Versions versions={versions} />
      </section>
      <Compare versions={versions} />
    </Stack>
  )
}

function Versions({ versions }: { readonly versions: readonly Version[] }) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {(['version', 'state', 'effectiveFrom', 'publishedAt', 'publishedBy', 'note'] as const).map(
            (key) => (
              <Table.Th key={key} scope="col">
                {t(`policy.${key}`)}
              </Table.Th>
            ),
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {versions.map(({ version, state, effectiveFrom, publishedAt, publishedBy, note }) => (
          <Table.Tr key={version}>
            <Table.Th scope="row">{version}</Table.Th>
            <Table.Td>
              <Tag tone={tones[state]}>{t(`policy.stateIs.${state}`)}</Tag>
            </Table.Td>
            <Table.Td>
              {version === 1 ? t('policy.fromBeginning') : dates.withWeekday(effectiveFrom)}
            </Table.Td>
            <Table.Td>{dates.moment(publishedAt)}</Table.Td>
            <Table.Td>{publishedBy ?? t('policy.program')}</Table.Td>
            <Table.Td>{note ?? ''}</Table.Td>
            <Table.Td ta="right">
              <LoadVersion version={version} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** The policy of a choice: a version, or what is being edited. */
function useChosen(choice: string): Policy | undefined {
  const { policy } = useEditor()
  const isDraft = choice === draft
  const { data } = useQuery('policies.get', { version: isDraft ? 1 : Number(choice) }, { enabled: !isDraft })
  return isDraft ? policy : data?.policy
}

function Compare({ versions }: { readonly versions: readonly Version[] }) {
  const { t } = useTranslation()
  const inForce = versions.find(({ state }) => state === 'inForce')?.version ?? 1
  const [from, setFrom] = useState(String(inForce))
  const [to, setTo] = useState(draft)
  const [before, after] = [useChosen(from), useChosen(to)]
  const choices = [
    { value: draft, label: t('policy.draft') },
    ...versions.map(({ version }) => ({ value: String(version), label: t('policy.versionOf', { version }) })),
  ]
  return (
    <section aria-label={t('policy.compare')}>
      <Title order={2} mb="xs">
        {t('policy.compare')}
      </Title>
      <Group mb="sm">
        <NativeSelect
          label={t('policy.compareOld')}
          value={from}
          onChange={({ currentTarget: { value } }) => setFrom(value)}
          data={choices}
        />
        <NativeSelect
          label={t('policy.compareNew')}
          value={to}
          onChange={({ currentTarget: { value } }) => setTo(value)}
          data={choices}
        />
      </Group>
      {before && after ? <Differences before={before} after={after} /> : <LoadingRows rows={3} />}
    </section>
  )
}

function Differences({ before, after }: { readonly before: Policy; readonly after: Policy }) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const differences = policyDiff(before, after)
  if (differences.length === 0) return <Text>{t('policy.noDifference')}</Text>
  return (
    <Table verticalSpacing={4} className={classes.narrow}>
      <Table.Thead>
        <Table.Tr>
          {(['field', 'before', 'after'] as const).map((key) => (
            <Table.Th key={key} scope="col">
              {t(`policy.${key}`)}
            </Table.Th>
          ))}
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((each) => {
          const said = words.difference(each, before, after)
          return (
            <Table.Tr key={each.field}>
              <Table.Th scope="row" fw={400}>
                {said.field}
              </Table.Th>
              <Table.Td>{said.before}</Table.Td>
              <Table.Td fw={700}>{said.after}</Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
