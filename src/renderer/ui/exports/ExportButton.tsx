import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedList } from '#shared/contract/exports.ts'
import { useCan } from '../../api/use-session.ts'
import { KeyHint } from '../keys/KeyHint.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { ExportDialog } from './ExportDialog.tsx'
import type { FilterOfList } from './list-filter.ts'
import { useListName } from './use-list-name.ts'

interface ExportButtonProps<L extends ExportedList> {
  readonly list: L
  /** What the screen asks its list with. */
  readonly filter?: FilterOfList<L>
  /** How many rows that are, null where nobody counted them; with none there is nothing to export. */
  readonly total: number | null | undefined
}

/** 导出: takes the list of the screen along as a file, for those who may (S5, R-13.3). Draws nothing for others. */
export function ExportButton<L extends ExportedList>({ list, filter, total }: ExportButtonProps<L>) {
  const { t } = useTranslation()
  const may = useCan('list.export')
  const [asking, setAsking] = useState(false)
  const isReady = may && total !== undefined && (total === null || total > 0)
  const name = t('exports.of', { list: useListName(list) })
  useShortcuts(name, [
    { keys: 'mod+E', label: name, run: () => setAsking(true), inFields: true, when: isReady },
  ])
  if (!may) return null
  return (
    <>
      <Button
        variant="default"
        disabled={!isReady}
        onClick={() => setAsking(true)}
        leftSection={<IconDownload size={15} aria-hidden />}
        rightSection={<KeyHint keys="mod+E" />}
      >
        {t('exports.title')}
      </Button>
      {asking && (
        <ExportDialog list={list} filter={filter} total={total ?? null} onClose={() => setAsking(false)} />
      )}
    </>
  )
}
