import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWords } from '../../ui/use-words.ts'
import type { MonthSheet } from './penalty.ts'

/** Prints the month or saves it as PDF; each leaves a trace with its number of lines. */
export function useMonthOutput({ month, people }: MonthSheet) {
  const { t } = useTranslation()
  const words = useWords()
  const record = useCommand('outputs.record')
  const [busy, setBusy] = useState<'print' | 'pdf' | null>(null)
  const leaveTrace = async (form: 'print' | 'pdf') => {
    const rows = people.reduce((count, { entries }) => count + entries.length, 0)
    const done = await record.run({ what: 'penalty_month', form, detail: month, rows })
    if (!done.ok) throw new Error(words.failure(done.failure))
  }
  const put = async (form: 'print' | 'pdf') => {
    if (busy !== null) return
    setBusy(form)
    try {
      if (form === 'print') {
        await leaveTrace(form)
        if (await desktop.call('print', { landscape: true }))
          notifications.show({ message: t('penalties.printed'), color: 'green' })
      } else {
        const suggestedName = `${t('penalties.fileName', { month })}.pdf`
        const path = await desktop.call('saveFile', { suggestedName, kind: 'pdf' })
        if (path === null) return
        await leaveTrace(form)
        await desktop.call('printToPdf', { path, landscape: true })
        notifications.show({ message: t('penalties.saved', { path }), color: 'green', autoClose: 8000 })
      }
    } catch (error) {
      notifications.show({
        title: t('penalties.outputFailed'),
        message: error instanceof Error ? error.message : String(error),
        color: 'red',
        autoClose: false,
      })
    } finally {
      setBusy(null)
    }
  }
  return { put, busy }
}
