import { useTranslation } from 'react-i18next'
import { isUnwritten } from '#shared/errors.ts'
import type { ShownFailure } from '../../api/failure.ts'
import { rolesThatMay } from '../../api/roles-that-may.ts'
import { useWords } from './use-words.ts'

type Answer =
  | 'correct'
  | 'signIn'
  | 'retry'
  | 'waitAndRetry'
  | 'compare'
  | 'openExisting'
  | 'setClock'
  | 'chooseOther'
  | 'closeOther'
  | 'makeRoom'
  | 'makeWritable'
  | 'checkDisk'
  | 'choosePlace'
  | 'restoreBackup'
  | 'update'
  | 'report'

const toDoOf: Readonly<Record<Exclude<ShownFailure['code'], 'PERMISSION_DENIED'>, Answer>> = {
  NO_ANSWER: 'waitAndRetry',
  VALIDATION_FAILED: 'correct',
  NOT_SIGNED_IN: 'signIn',
  SIGN_IN_FAILED: 'retry',
  SESSION_LOCKED: 'retry',
  CONFIRM_AGAIN: 'retry',
  NOT_FOUND: 'retry',
  STALE_VERSION: 'compare',
  DUPLICATE_CUSTOMER: 'openExisting',
  RULE_REFUSED: 'correct',
  CLOCK_BEHIND: 'setClock',
  CLOCK_AHEAD: 'setClock',
  FILE_REFUSED: 'chooseOther',
  STORE_BUSY: 'closeOther',
  STORE_FULL: 'makeRoom',
  STORE_READ_ONLY: 'makeWritable',
  STORE_UNREACHABLE: 'checkDisk',
  STORE_DAMAGED: 'restoreBackup',
  STORE_FROM_FUTURE: 'update',
  STORE_NOT_MIGRATED: 'report',
  INTERNAL: 'report',
}

/** What a failure of a reading, a form or an act without a form means for a person: what happened, what is safe, what to do. */
export function useFailureWords(what: 'reading' | 'form' | 'act') {
  const { t } = useTranslation()
  const words = useWords()
  return (failure: ShownFailure) => {
    const unknown = failure.code === 'NO_ANSWER' && what !== 'reading'
    const kept = what === 'form' ? t('ui.failure.nothingSaved') : t('ui.failure.nothingChanged')
    const safe = unknown ? t('ui.failure.unknownSaved') : kept
    return { happened: words.failure(failure), safe, toDo: toDo(failure) }
  }

  function toDo(failure: ShownFailure): string {
    if (failure.code === 'PERMISSION_DENIED') return whoMay(failure)
    if (failure.code === 'FILE_REFUSED' && isUnwritten(failure.data?.['reason']))
      return t('ui.failure.choosePlace')
    return advice(toDoOf[failure.code])
  }

  /** An act has no field to correct; what happened says what stands in its way. */
  function advice(answer: Answer): string {
    return answer === 'correct' && what === 'act' ? '' : t(`ui.failure.${answer}`)
  }

  function whoMay(failure: ShownFailure): string {
    const permission = failure.reasons
      ?.map((each) => each.data['permission'])
      .find((each) => typeof each === 'string')
    const roles = typeof permission === 'string' ? rolesThatMay(permission) : []
    const who = (roles.length > 0 ? roles : (['manager', 'director'] as const)).map((role) =>
      t(`codes.role.${role}`),
    )
    return t('ui.failure.askManager', { who: who.join(t('ui.and')) })
  }
}
