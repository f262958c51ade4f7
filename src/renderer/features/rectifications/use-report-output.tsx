import { Anchor, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWords } from '../../ui/use-words.ts'
import type { Report } from './report.ts'

type Form = 'print' | 'pdf'
const upright = { landscape: false } as const

/** Prints the report, or saves it as PDF; each leaves a trace. */
export function useReportOutput({ staffName: name, on, violations }: Report) {
  const { t } = useTranslation()
  const words = useWords()
  const record = useCommand('outputs.record')
  const [busy, setBusy] = useState<Form | null>(null)

  const leaveTrace = async (form: Form) => {
    const done = await record.run({
      what: 'rectification',
      form,
      detail: `${name} ${on}`,
      rows: violations.length,
    })
    if (!done.ok) throw new Error(words.failure(done.failure))
  }
  const print = async () => {
    await leaveTrace('print')
    if (await desktop.call('print', upright))
      notifications.show({ message: t('rectifications.printed'), color: 'green' })
  }
  const save = async () => {
    const suggestedName = `${t('rectifications.fileName', { name, on })}.pdf`
    const path = await desktop.call('saveFile', { suggestedName, kind: 'pdf' })
    if (path === null) return
    await leaveTrace('pdf')
    await desktop.call('printToPdf', { path, ...upright })
    notifications.show({ message: <Saved path={path} />, color: 'green', autoClose: 8000 })
  }
  const put = async (form: Form) => {
    if (busy !== null) return
    setBusy(form)
    try {
      await (form === 'print' ? print() : save())
    } catch (error) {
      notifications.show({
        title: t('rectifications.outputFailed'),
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

function Saved({ path }: { readonly path: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Text size="sm">{t('rectifications.savedTo', { path })}</Text>
      <Anchor component="button" size="sm" onClick={() => void desktop.call('openPath', { path })}>
        {t('rectifications.showFile')}
      </Anchor>
    </>
  )
}
