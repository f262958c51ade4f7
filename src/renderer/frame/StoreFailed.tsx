import { Text } from '@mantine/core'
import type { ErrorCode } from '#shared/errors.ts'
import { errorCodes } from '#shared/errors.ts'
import type { CallOutput } from '../api/calls.ts'
import { asFailure, type ShownFailure } from '../api/failure.ts'
import { ErrorState } from '../ui/ErrorState.tsx'

interface StoreFailedProps {
  readonly failure: CallOutput<'setup.state'>['failure']
  readonly onRetry: () => void
}

const isErrorCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code)

/** The store of this machine is there but cannot be opened: which file, what is safe, what to do. */
export function StoreFailed({ failure, onRetry }: StoreFailedProps) {
  const shown: ShownFailure =
    failure && isErrorCode(failure.code)
      ? { code: failure.code, message: failure.message }
      : asFailure(failure?.message ?? '')
  return (
    <main>
      <ErrorState error={shown} onRetry={onRetry} />
      {failure && (
        <Text ta="center" c="dimmed" size="xs">
          {failure.path}
        </Text>
      )}
    </main>
  )
}
