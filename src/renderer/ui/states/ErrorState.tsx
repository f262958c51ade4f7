import { Button, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asFailure } from '../../api/failure.ts'
import classes from './ErrorState.module.css'
import { useFailureWords } from '../words/use-failure-words.ts'

interface ErrorStateProps {
  /** What a query threw. */
  readonly error: unknown
  readonly onRetry?: () => void
}

/** In place of what could not be read: what happened, what is safe, what to do. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation()
  const { happened, safe, toDo } = useFailureWords('reading')(asFailure(error))
  return (
    <div className={classes.root} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden className={classes.icon} />
      <div>
        <Text fw={700}>{happened}</Text>
        <Text c="dimmed">{safe}</Text>
        <Text>{toDo}</Text>
        {onRetry && (
          <Button mt="sm" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
