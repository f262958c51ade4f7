import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { PaperBar } from '../../ui/paper/PaperBar.tsx'
import { PaperPage } from '../../ui/paper/PaperPage.tsx'
import { usePaperOutput, type PaperForm } from '../../ui/paper/use-paper-output.tsx'
import type { SignedCheck } from './figures.ts'
import { pictureId, PictureSheet } from './PictureSheet.tsx'
import { SignedSheet } from './SignedSheet.tsx'
import { useWorkbook } from './use-workbook.ts'

/** The signed check as it lies on paper: A4 landscape. */
export function PrintCheckPage() {
  const { t } = useTranslation()
  const { on } = useParams({ from: '/print/daily-check/$on' })
  const { signedBy, form } = useSearch({ from: '/print/daily-check/$on' })
  const navigate = useNavigate()
  const query = useQuery('dailyCheck.signed', { on, signedBy: signedBy ?? null })
  const back = () =>
    void (query.data
      ? navigate({
          to: '/daily-check/signed/$on',
          params: { on },
          search: signedBy ? { signedBy } : {},
          replace: true,
        })
      : navigate({ to: '/daily-check', replace: true }))
  return (
    <PaperPage title={`${t('paper.preview')} ${on}`} query={query} onBack={back}>
      {(sheet) => <Preview sheet={sheet} on={on} signedBy={signedBy} form={form} onBack={back} />}
    </PaperPage>
  )
}

interface PreviewProps {
  readonly sheet: SignedCheck
  readonly on: string
  readonly signedBy: string | undefined
  /** Asked for on the page before: carried out at once. */
  readonly form: PaperForm | undefined
  readonly onBack: () => void
}

const drawnLines = (within: ParentNode) => within.querySelectorAll('[data-line], [data-attention]').length

function Preview({ sheet, on, signedBy, form, onBack }: PreviewProps) {
  const { t } = useTranslation()
  const { name } = sheet.signedBy
  const output = usePaperOutput({
    what: 'daily_check',
    detail: `${sheet.on} ${name}`,
    rows: drawnLines,
    fileName: t('dailyCheck.fileName', { on: sheet.on, name }),
    landscape: true,
    pictureId,
  })
  const workbook = useWorkbook()
  const saveBook = () => void workbook.save({ on, sheet: 'signed', signedBy, name })
  const asked = useRef(form)
  useEffect(() => {
    const first = asked.current
    asked.current = undefined
    if (first) void output.put(first)
    // oxlint-disable-next-line react/exhaustive-deps -- carried out once, when the sheet is drawn
  }, [])
  return (
    <>
      <PaperBar
        about={t('dailyCheck.lineCount', { count: sheet.lines.length })}
        onBack={onBack}
        output={output}
        book={{ save: saveBook, pending: workbook.pending }}
      />
      <SignedSheet sheet={sheet} />
      {output.picturing && <PictureSheet sheet={sheet} />}
    </>
  )
}
