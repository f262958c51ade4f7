import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../keys/KeyHint.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'

interface SheetButtonsProps {
  /** Names the keys in the overlay of shortcuts. */
  readonly label: string
  /** There is a sheet to put out. */
  readonly ready: boolean
  readonly onPrint: () => void
  /** Where it may be had as a workbook. */
  readonly book?: { readonly save: () => void; readonly pending: boolean } | undefined
}

/** How the sheet of a list leaves the program: as a workbook, and through its print page. */
export function SheetButtons({ label, ready, onPrint, book }: SheetButtonsProps) {
  const { t } = useTranslation()
  const icon = { size: 15, 'aria-hidden': true }
  useShortcuts(label, [
    { keys: 'mod+P', label: t('paper.printPage'), run: onPrint, inFields: true, when: ready },
    {
      keys: 'mod+E',
      label: t('paper.excel'),
      run: () => book?.save(),
      inFields: true,
      when: ready && book !== undefined,
    },
  ])
  return (
    <>
      {book && (
        <Button
          variant="default"
          disabled={!ready}
          loading={book.pending}
          onClick={book.save}
          leftSection={<IconFileSpreadsheet {...icon} />}
          rightSection={<KeyHint keys="mod+E" />}
          aria-label={t('paper.excel')}
        >
          Excel
        </Button>
      )}
      <Button
        variant="default"
        disabled={!ready}
        onClick={onPrint}
        leftSection={<IconPrinter {...icon} />}
        rightSection={<KeyHint keys="mod+P" />}
      >
        {t('paper.printPage')}
      </Button>
    </>
  )
}
