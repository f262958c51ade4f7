import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '#shared/errors.ts'
import { errorCodes } from '#shared/errors.ts'
import type { CallOutput } from '../api/calls.ts'
import { asFailure, type ShownFailure } from '../api/failure.ts'
import { EntrancePanel } from '../ui/EntrancePanel.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useWindowTitle } from '../ui/use-window-title.ts'

interface StoreFailedProps {
  readonly failure: CallOutput<'setup.state'>['failure']
  readonly onRetry: () => void
}

const isErrorCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code)

/** The store of this machine is there but cannot be opened: which file, what is safe, what to do. */
export function StoreFailed({ failure, onRetry }: StoreFailedProps) {
  const { t } = useTranslation()
  const shown: ShownFailure =
    failure && isErrorCode(failure.code)
      ? { code: failure.code, message: failure.message }
      : asFailure(failure?.message ?? '')
  useWindowTitle(`${t('frame.storeFailed')} · ${t('common.product')}`)
  return (
    <EntrancePanel>
      <Title order={1}>{t('frame.storeFailed')}</Title>
      {failure && (
        <Text c="dimmed" size="xs" style={{ overflowWrap: 'anywhere' }}>
          {failure.path}
        </Text>
      )}
      <ErrorState error={shown} onRetry={onRetry} />
    </EntrancePanel>
  )
}
