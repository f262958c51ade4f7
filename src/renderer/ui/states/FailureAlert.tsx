import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ShownFailure } from '../../api/failure.ts'
import classes from './FailureAlert.module.css'
import { useFailureWords } from '../words/use-failure-words.ts'

interface FailureAlertProps {
  readonly failure: ShownFailure | null
  /** An act without fields: nothing typed that could be lost or corrected. */
  readonly act?: boolean
  /** Actions that fit this failure, e.g. opening the customer who has the phone. */
  readonly children?: ReactNode
}

/** Above the buttons of a form that was refused: what happened, what is safe, what to do. Draws nothing for null. */
export function FailureAlert({ failure, act = false, children }: FailureAlertProps) {
  const explain = useFailureWords(act ? 'act' : 'form')
  if (!failure) return null
  const { happened, safe, toDo } = explain(failure)
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={16} aria-hidden />}
      role="alert"
      p="sm"
      title={happened}
      className={classes.alert}
    >
      {safe} {toDo}
      {children && <div className={classes.remedy}>{children}</div>}
    </Alert>
  )
}
