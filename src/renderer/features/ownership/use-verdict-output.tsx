import { Anchor, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maskPhone } from '#shared/domain/phone.ts'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWords } from '../../ui/use-words.ts'
import type { Verdict } from './VerdictSheet.tsx'

type Form = 'print' | 'pdf'

/** Prints the verdict on the screen or saves it as PDF; each leaves a trace, without the number itself (R-13.3, S5). */
export function useVerdictOutput(verdict: Verdict) {
  const { t } = useTranslation()
  const words = useWords()
  const record = useCommand('outputs.record')
  const [busy, setBusy] = useState<Form | null>(null)

  const leaveTrace = async (form: Form) => {
    const detail = `${verdict.today} ${verdict.customerId ?? ''} ${maskPhone(verdict.phone)}`
    const rows = document.querySelectorAll('[data-line]').length
    const done = await record.run({ what: 'ownership_verdict', form, detail, rows })
    if (!done.ok) throw new Error(words.failure(done.failure))
  }
  const print = async () => {
    await leaveTrace('print')
    if (await desktop.call('print', { landscape: false }))
      notifications.show({ message: t('ownership.verdict.printed'), color: 'green' })
  }
  const save = async () => {
    const name = t('ownership.verdict.file', { name: verdict.customerName ?? '', on: verdict.today })
    const path = await desktop.call('saveFile', { suggestedName: `${name}.pdf`, kind: 'pdf' })
    if (path === null) return
    await leaveTrace('pdf')
    await desktop.call('printToPdf', { path, landscape: false })
    notifications.show({ message: <Saved path={path} />, color: 'green', autoClose: 8000 })
  }
  const put = async (form: Form) => {
    if (busy !== null) return
    setBusy(form)
    try {
      await (form === 'print' ? print() : save())
    } catch (error) {
      notifications.show({
        title: t('ownership.verdict.failed'),
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
      <Text size="sm">{t('ownership.verdict.savedTo', { path })}</Text>
      <Anchor component="button" size="sm" onClick={() => void desktop.call('openPath', { path })}>
        {t('ownership.verdict.showFile')}
      </Anchor>
    </>
  )
}
