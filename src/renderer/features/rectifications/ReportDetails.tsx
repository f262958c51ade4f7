import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Rectifications.module.css'
import { reportTone, type Report } from './report.ts'
import { ReportAbout } from './ReportAbout.tsx'
import { ReportForm } from './ReportForm.tsx'
import type { Review } from './ReviewDialog.tsx'

interface ReportDetailsProps {
  readonly report: Report
  readonly onReview: (review: Review) => void
}

/** The report beside the list: what it is about, then the form, or what was written and what became of it. */
export function ReportDetails({ report, onReview }: ReportDetailsProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const navigate = useNavigate()
  const { rectificationId, status, missing, abilities, ladder, occasion } = report
  const print = () =>
    void navigate({ to: '/print/rectification/$rectificationId', params: { rectificationId } })
  useShortcuts(t('rectifications.details'), [
    { keys: 'mod+P', label: t('paper.preview'), run: print, inFields: true },
  ])
  return (
    <div className={classes.details}>
      <header className={classes.head}>
        <strong className={classes.name}>{report.staffName}</strong>
        <Tag tone={missing ? 'danger' : reportTone[status]}>
          {missing ? t('rectifications.missing') : t(`codes.rectificationStatus.${status}`)}
        </Tag>
        <span className={classes.quiet}>
          {t('rectifications.occasion', { ladder: t(`codes.ladder.${ladder}`), occasion })} ·{' '}
          {dates.withWeekday(report.on)}
        </span>
        <span className={classes.gap} />
        <Button
          variant="default"
          onClick={print}
          leftSection={<IconPrinter size={15} aria-hidden />}
          rightSection={<KeyHint keys="mod+P" />}
        >
          {t('paper.print')}
        </Button>
        {abilities.review && (
          <>
            <Button variant="default" onClick={() => onReview('return')} rightSection={<KeyHint keys="r" />}>
              {t('rectifications.return')}
            </Button>
            <Button onClick={() => onReview('accept')} rightSection={<KeyHint keys="a" />}>
              {t('rectifications.accept')}
            </Button>
          </>
        )}
      </header>
      <div className={classes.body}>
        <State report={report} />
        <ReportAbout violations={report.violations} hint={abilities.write} />
        {abilities.write ? <ReportForm key={rectificationId} report={report} /> : <Written report={report} />}
      </div>
    </div>
  )
}

/** Where it stands, in a sentence. */
function State({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { status, reviewedBy, reviewNote, managerName } = report
  const name = reviewedBy ?? ''
  if (status === 'returned')
    return (
      <p className={classes.returned}>{t('rectifications.returned', { name, note: reviewNote ?? '' })}</p>
    )
  if (status === 'accepted')
    return (
      <p className={classes.quiet}>
        {reviewNote
          ? t('rectifications.acceptedWith', { name, note: reviewNote })
          : t('rectifications.accepted', { name })}
      </p>
    )
  if (status === 'dropped') return <p className={classes.quiet}>{t('rectifications.dropped')}</p>
  if (status === 'written')
    return (
      <p className={classes.quiet}>
        {managerName
          ? t('rectifications.written', { manager: managerName })
          : t('rectifications.writtenPlain')}
      </p>
    )
  return (
    <p className={classes.line}>
      <span>
        {t('rectifications.dueOn')} {dates.full(report.dueOn)}
      </span>
      {report.missing && <DueDate on={report.dueOn} />}
    </p>
  )
}

function Written({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { cause, measures, deadlineOn, writtenAt } = report
  if (writtenAt === null) return <p className={classes.quiet}>{t('rectifications.notYetWritten')}</p>
  return (
    <dl className={classes.facts}>
      <dt>{t('rectifications.cause')}</dt>
      <dd>{cause}</dd>
      <dt>{t('rectifications.measures')}</dt>
      <dd>{measures}</dd>
      <dt>{t('rectifications.deadlineOn')}</dt>
      <dd>
        <DueDate on={deadlineOn} due={false} />
      </dd>
      <dt>{t('rectifications.writtenAt')}</dt>
      <dd>{dates.moment(writtenAt)}</dd>
    </dl>
  )
}
