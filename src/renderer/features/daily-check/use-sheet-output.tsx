import { Anchor, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWords } from '../../ui/use-words.ts'
import type { SignedCheck } from './figures.ts'
import type { SheetForm } from './sheet-form.ts'

const extension = { pdf: 'pdf', picture: 'png' } as const
const nextFrames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/** Prints the sheet on the screen, or saves it; each leaves a trace with its number of lines. */
export function useSheetOutput(sheet: SignedCheck) {
  const { t } = useTranslation()
  const words = useWords()
  const record = useCommand('outputs.record')
  const [busy, setBusy] = useState<SheetForm | null>(null)

  const leaveTrace = async (form: SheetForm) => {
    const done = await record.run({
      what: 'daily_check',
      form,
      detail: `${sheet.on} ${sheet.signedBy.name}`,
      rows: sheet.lines.length,
    })
    if (!done.ok) throw new Error(words.failure(done.failure))
  }
  const print = async () => {
    await leaveTrace('print')
    if (await desktop.call('print', { landscape: true }))
      notifications.show({ message: t('dailyCheck.printed'), color: 'green' })
  }
  const save = async (form: 'pdf' | 'picture') => {
    const name = t('dailyCheck.fileName', { on: sheet.on, name: sheet.signedBy.name })
    const path = await desktop.call('saveFile', {
      suggestedName: `${name}.${extension[form]}`,
      kind: form,
    })
    if (path === null) return
    await leaveTrace(form)
    if (form === 'pdf') await desktop.call('printToPdf', { path, landscape: true })
    else {
      // The buttons and earlier messages are no part of the picture.
      notifications.clean()
      flushSync(() => setBusy('picture'))
      window.scrollTo(0, 0)
      await nextFrames()
      await desktop.call('capturePage', { path })
    }
    notifications.show({ message: <Saved path={path} />, color: 'green', autoClose: 8000 })
  }
  const put = async (form: SheetForm) => {
    if (busy !== null) return
    setBusy(form)
    try {
      await (form === 'print' ? print() : save(form))
    } catch (error) {
      notifications.show({
        title: t('dailyCheck.outputFailed'),
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
      <Text size="sm">{t('dailyCheck.savedTo', { path })}</Text>
      <Anchor component="button" size="sm" onClick={() => void desktop.call('openPath', { path })}>
        {t('dailyCheck.showFile')}
      </Anchor>
    </>
  )
}
