import { Button, Text } from '@mantine/core'
import {
  IconArrowLeft,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPhoto,
  IconPrinter,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../keys/KeyHint.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import classes from './Paper.module.css'
import type { PaperOutput } from './use-paper-output.tsx'

interface PaperBarProps {
  /** What lies below, beside the word preview. */
  readonly about?: string
  readonly onBack: () => void
  /** Missing while there is nothing to put out. */
  readonly output?: PaperOutput
  /** Where it is also to be had as a workbook. */
  readonly book?: { readonly save: () => void; readonly pending: boolean }
}

/** The bar over a sheet of paper: back, and every form in which it leaves the program, with its key. */
export function PaperBar({ about, onBack, output, book }: PaperBarProps) {
  const { t } = useTranslation()
  const icon = { size: 15, 'aria-hidden': true }
  const forms = [
    {
      keys: 'mod+I',
      label: t('paper.picture'),
      icon: <IconPhoto {...icon} />,
      run: () => void output?.put('picture'),
      loading: output?.busy === 'picture',
      when: output?.takesPicture === true,
    },
    {
      keys: 'mod+E',
      label: t('paper.excel'),
      icon: <IconFileSpreadsheet {...icon} />,
      run: () => book?.save(),
      loading: book?.pending === true,
      when: book !== undefined,
    },
    {
      keys: 'mod+S',
      label: t('paper.pdf'),
      icon: <IconFileTypePdf {...icon} />,
      run: () => void output?.put('pdf'),
      loading: output?.busy === 'pdf',
      when: output !== undefined,
    },
    {
      keys: 'mod+P',
      label: t('paper.print'),
      icon: <IconPrinter {...icon} />,
      run: () => void output?.put('print'),
      loading: output?.busy === 'print',
      when: output !== undefined,
    },
  ].filter(({ when }) => when)
  useShortcuts(t('paper.preview'), [
    ...forms.map(({ keys, label, run }) => ({ keys, label, run, inFields: true })),
    { keys: 'Escape', label: t('common.back'), run: onBack },
  ])
  return (
    <div className={`${classes.bar} no-print`}>
      <Button
        variant="subtle"
        onClick={onBack}
        leftSection={<IconArrowLeft {...icon} />}
        rightSection={<KeyHint keys="Escape" />}
      >
        {t('common.back')}
      </Button>
      <Text c="dimmed">{about ? `${t('paper.preview')} · ${about}` : t('paper.preview')}</Text>
      <span className={classes.gap} />
      {forms.map(({ keys, label, icon: sign, run, loading }) => (
        <Button
          key={keys}
          variant={keys === 'mod+P' ? 'filled' : 'default'}
          onClick={run}
          loading={loading}
          leftSection={sign}
          rightSection={<KeyHint keys={keys} />}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
