import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProgress } from '../../api/desktop.ts'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import classes from './Imports.module.css'

interface ReadingProps {
  readonly file: string
  readonly error: unknown
  /** The file may have been repaired, or closed elsewhere. */
  readonly onRetry: () => void
}

/** The file is being read, or cannot be: then why, and that nothing was changed. */
export function Reading({ file, error, onRetry }: ReadingProps) {
  const { t } = useTranslation()
  if (error) return <ErrorState error={error} onRetry={onRetry} />
  return (
    <div className={classes.waiting} role="status">
      <Text>{t('imports.reading', { file })}</Text>
      <TaskProgress task="imports.preview" label={t('imports.reading', { file })} />
    </div>
  )
}

/** How far a long call has come; without figures it only moves. */
export function TaskProgress({ task, label }: { readonly task: string; readonly label: string }) {
  const { t } = useTranslation()
  const progress = useProgress(task)
  const share = progress && progress.total > 0 ? (progress.done / progress.total) * 100 : null
  return (
    <>
      <Progress.Root size="md" w="100%">
        <Progress.Section
          value={share ?? 100}
          animated={share === null}
          striped={share === null}
          aria-label={label}
        />
      </Progress.Root>
      <Text c="dimmed" size="xs" mih={18}>
        {progress && t('imports.progress', { done: progress.done, total: progress.total })}
      </Text>
    </>
  )
}
