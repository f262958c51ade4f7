import { Button, Group } from '@mantine/core'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { useQuery } from '../../api/use-query.ts'
import { PaperBar } from '../../ui/paper/PaperBar.tsx'
import { PaperPage } from '../../ui/paper/PaperPage.tsx'
import { usePaperOutput } from '../../ui/paper/use-paper-output.tsx'
import { CardPaper } from './CardPaper.tsx'
import type { FormKind } from './form.ts'
import { ProgressPaper } from './ProgressPaper.tsx'
import { RegisterPaper } from './RegisterPaper.tsx'
import { ReportPaper } from './ReportPaper.tsx'
import { useFormBook, type FormToSave } from './use-form-book.ts'

/** As many rows as one call answers: a longer month is printed in parts. */
const rowsAPrint = 500
const drawnLines = (within: ParentNode) => within.querySelectorAll('[data-line]').length

interface FormPaperBarProps {
  readonly kind: FormKind
  readonly form: FormToSave
  /** Which one it is, for the trace and the name of the file. */
  readonly on?: string
  readonly month?: string
  readonly name?: string
}

/** The bar over a form as it lies on paper. */
function FormPaperBar({ kind, form, on = '', month = '', name = '' }: FormPaperBarProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const exports = useCan('form.export')
  const book = useFormBook()
  const fileName = book.nameOf(kind, { on, month, name })
  const landscape = kind === 'visit_register' || kind === 'progress_sheet'
  const detail = [on || month, name].filter(Boolean).join(' ')
  const output = usePaperOutput({ what: kind, detail, rows: drawnLines, fileName, landscape })
  return (
    <PaperBar
      about={t(`forms.paperTitle.${kind}`)}
      onBack={() => router.history.back()}
      output={output}
      {...(exports ? { book: { save: () => void book.save(form, fileName), pending: book.pending } } : {})}
    />
  )
}

/** 来店(电)顾客登记表 as it lies on paper: A4 landscape. */
export function PrintRegisterPage() {
  const { t } = useTranslation()
  const router = useRouter()
  const { on } = useParams({ from: '/print/visit-register/$on' })
  const query = useQuery('forms.visitRegister', { on })
  return (
    <PaperPage
      title={t('forms.paperTitle.visit_register')}
      query={query}
      onBack={() => router.history.back()}
    >
      {(register) => (
        <>
          <FormPaperBar kind="visit_register" form={{ form: 'visit_register', on: register.on }} on={on} />
          <RegisterPaper register={register} />
        </>
      )}
    </PaperPage>
  )
}

/** 潜在顾客等级推进表: A4 landscape, its heads on every page. */
export function PrintProgressPage() {
  const { t } = useTranslation()
  const router = useRouter()
  const navigate = useNavigate()
  const { month } = useParams({ from: '/print/progress/$month' })
  const { staffId, from = 0 } = useSearch({ from: '/print/progress/$month' })
  const query = useQuery('forms.progress', {
    month,
    staffId: staffId ?? null,
    cursor: String(from),
    limit: rowsAPrint,
  })
  const leaf = (to: number) =>
    void navigate({
      to: '/print/progress/$month',
      params: { month },
      search: { ...(staffId ? { staffId } : {}), ...(to > 0 ? { from: to } : {}) },
      replace: true,
    })
  return (
    <PaperPage
      title={t('forms.paperTitle.progress_sheet')}
      query={query}
      onBack={() => router.history.back()}
    >
      {(sheet) => (
        <>
          <FormPaperBar
            kind="progress_sheet"
            form={{ form: 'progress_sheet', month, staffId: staffId ?? null }}
            month={month}
            name={sheet.staffName ?? t('forms.everybody')}
          />
          {(from > 0 || sheet.nextCursor !== null) && (
            <Group className="no-print" justify="center" p="xs">
              <Button variant="default" disabled={from === 0} onClick={() => leaf(from - rowsAPrint)}>
                {t('forms.previousRows')}
              </Button>
              {t('forms.rowsShown', {
                from: from + 1,
                to: from + sheet.rows.length,
                total: sheet.total,
              })}
              <Button
                variant="default"
                disabled={sheet.nextCursor === null}
                onClick={() => leaf(Number(sheet.nextCursor ?? from))}
              >
                {t('forms.nextRows')}
              </Button>
            </Group>
          )}
          <ProgressPaper sheet={sheet} />
        </>
      )}
    </PaperPage>
  )
}

/** 销售活动日报表: A4 upright. */
export function PrintReportPage() {
  const { t } = useTranslation()
  const router = useRouter()
  const { on } = useParams({ from: '/print/daily-report/$on' })
  const { staffId } = useSearch({ from: '/print/daily-report/$on' })
  const query = useQuery('forms.dailyReport', { on, staffId: staffId ?? null })
  return (
    <PaperPage title={t('forms.paperTitle.daily_report')} query={query} onBack={() => router.history.back()}>
      {(report) => (
        <>
          <FormPaperBar
            kind="daily_report"
            form={{ form: 'daily_report', on: report.on, staffId: staffId ?? null }}
            on={on}
            name={report.staffName ?? t('forms.everybody')}
          />
          <ReportPaper report={report} />
        </>
      )}
    </PaperPage>
  )
}

/** 客户管理卡: A4 upright, its front and its back. */
export function PrintCardPage() {
  const { t } = useTranslation()
  const router = useRouter()
  const { customerId } = useParams({ from: '/print/customer-card/$customerId' })
  const query = useQuery('forms.card', { customerId })
  return (
    <PaperPage title={t('forms.paperTitle.customer_card')} query={query} onBack={() => router.history.back()}>
      {(card) => (
        <>
          <FormPaperBar
            kind="customer_card"
            form={{ form: 'customer_card', customerId }}
            name={card.customer.name}
          />
          <CardPaper card={card} />
        </>
      )}
    </PaperPage>
  )
}
