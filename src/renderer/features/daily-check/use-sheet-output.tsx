import { Anchor, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { longestPicture } from '#shared/contract/desktop.ts'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWords } from '../../ui/use-words.ts'
import type { SignedCheck } from './figures.ts'
import { pictureId } from './PictureSheet.tsx'
import type { SheetForm } from './sheet-form.ts'

const extension = { pdf: 'pdf', picture: 'png' } as const
const drawnLines = (within: ParentNode) => within.querySelectorAll('[data-line], [data-attention]').length
const nextFrames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/** Prints the sheet on the screen, or saves it; each leaves a trace with its number of lines. */
export function useSheetOutput(sheet: SignedCheck) {
  const { t } = useTranslation()
  const words = useWords()
  const record = useCommand('outputs.record')
  const [busy, setBusy] = useState<SheetForm | null>(null)
  const [picturing, setPicturing] = useState(false)

  const leaveTrace = async (form: SheetForm, rows: number) => {
    const done = await record.run({
      what: 'daily_check',
      form,
      detail: `${sheet.on} ${sheet.signedBy.name}`,
      rows,
    })
    if (!done.ok) throw new Error(words.failure(done.failure))
  }
  const print = async () => {
    await leaveTrace('print', drawnLines(document))
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
    if (form === 'pdf') {
      await leaveTrace(form, drawnLines(document))
      await desktop.call('printToPdf', { path, landscape: true })
    } else {
      // Drawn over everything else before it is taken.
      flushSync(() => setPicturing(true))
      await nextFrames()
      const drawn = document.getElementById(pictureId) ?? document.body
      await leaveTrace(form, drawnLines(drawn))
      await desktop.call('capturePage', {
        path,
        width: Math.ceil(drawn.scrollWidth),
        height: Math.min(longestPicture, Math.ceil(drawn.scrollHeight)),
      })
      setPicturing(false)
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
      setPicturing(false)
      setBusy(null)
    }
  }
  return { put, busy, picturing }
}

/** Where a file was saved, and the way to its folder. */
export function Saved({ path }: { readonly path: string }) {
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
