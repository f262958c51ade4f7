import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { longestPicture } from '#shared/contract/desktop.ts'
import type { CallInput } from '../../api/calls.ts'
import { desktop } from '../../api/desktop.ts'
import { saidByDesktop } from '../../api/said-by-desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWords } from '../words/use-words.ts'
import { tellFailed, tellSaved } from './notices.tsx'

/** In which form a document leaves the program. */
export type PaperForm = 'print' | 'pdf' | 'picture'

interface Paper {
  readonly what: CallInput<'outputs.record'>['what']
  /** Which one it is, for the trace. */
  readonly detail: string
  /** How many lines leave the program, of what is drawn. */
  readonly rows: (drawn: ParentNode) => number
  /** Without its ending. */
  readonly fileName: string
  readonly landscape: boolean
  /** The id of what is drawn over everything else while `picturing`, where a picture can be taken. */
  readonly pictureId?: string
}

export interface PaperOutput {
  readonly put: (form: PaperForm) => Promise<void>
  readonly busy: PaperForm | null
  readonly takesPicture: boolean
  /** Whether a picture is being taken now. */
  readonly picturing: boolean
}

const nextFrames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/** Prints the document on the screen, or saves it; each leaves a trace with its number of lines. */
export function usePaperOutput(paper: Paper): PaperOutput {
  const { what, detail, rows, fileName, landscape, pictureId } = paper
  const { t } = useTranslation()
  const words = useWords()
  const record = useCommand('outputs.record')
  const [busy, setBusy] = useState<PaperForm | null>(null)
  const [picturing, setPicturing] = useState(false)

  const leaveTrace = async (form: PaperForm, drawn: ParentNode) => {
    const done = await record.run({ what, form, detail, rows: rows(drawn) })
    if (!done.ok) throw new Error(words.failure(done.failure))
  }
  const print = async () => {
    await leaveTrace('print', document)
    if (await desktop.call('print', { landscape }))
      notifications.show({ message: t('paper.printed'), color: 'green' })
  }
  const savePdf = async () => {
    const path = await desktop.call('saveFile', { suggestedName: `${fileName}.pdf`, kind: 'pdf' })
    if (path === null) return
    await leaveTrace('pdf', document)
    await desktop.call('printToPdf', { path, landscape })
    tellSaved(path)
  }
  const savePicture = async () => {
    const path = await desktop.call('saveFile', { suggestedName: `${fileName}.png`, kind: 'picture' })
    if (path === null) return
    // Drawn over everything else before it is taken.
    flushSync(() => setPicturing(true))
    await nextFrames()
    const drawn = document.getElementById(pictureId ?? '') ?? document.body
    await leaveTrace('picture', drawn)
    await desktop.call('capturePage', {
      path,
      width: Math.ceil(drawn.scrollWidth),
      height: Math.min(longestPicture, Math.ceil(drawn.scrollHeight)),
    })
    setPicturing(false)
    tellSaved(path)
  }
  const ways = { print, pdf: savePdf, picture: savePicture }
  const put = async (form: PaperForm) => {
    if (busy !== null) return
    setBusy(form)
    try {
      await ways[form]()
    } catch (error) {
      tellFailed(saidByDesktop(error))
    } finally {
      setPicturing(false)
      setBusy(null)
    }
  }
  return { put, busy, takesPicture: pictureId !== undefined, picturing }
}
