import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperSheet } from '../../ui/paper/PaperSheet.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { CustomerLink } from './CustomerLink.tsx'
import type { DailyReport } from './form.ts'
import classes from './FormPaper.module.css'
import { FormTitle } from './FormTitle.tsx'
import { useFormWords } from './use-form-words.ts'

const widths = ['5%', '12%', '13%', '15%', '13%', '9%', '33%']

interface SectionProps {
  readonly title: string
  readonly heads: readonly string[]
  /** The cells of each line, by its key. */
  readonly lines: readonly (readonly [key: string, cells: readonly ReactNode[]])[]
}

/** One part of the report: its heads are repeated on the next page, no line is cut. */
function Section({ title, heads, lines }: SectionProps) {
  const { t } = useTranslation()
  return (
    <table className={classes.section}>
      <colgroup>
        {widths.map((width, place) => (
          <col key={place} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th colSpan={widths.length} className={classes.caption} scope="colgroup">
            {t('forms.report.counted', { title, count: lines.length })}
          </th>
        </tr>
        {lines.length > 0 && (
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        )}
      </thead>
      <tbody>
        {lines.length === 0 && (
          <tr>
            <td colSpan={widths.length} className={classes.quiet}>
              {t('forms.report.noneOf')}
            </td>
          </tr>
        )}
        {lines.map(([key, cells]) => (
          <tr key={key} data-line>
            {cells.map((cell, place) => (
              <td key={place} className={place === 0 || place === 5 ? classes.middle : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 销售活动日报表 in the shape of the paper form: today's work, tomorrow's plan (R-12.2). */
export function ReportPaper({ report }: { readonly report: DailyReport }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useFormWords()
  const { on, nextOn, staffId, staffName } = report
  const head = (
    ...keys: readonly (
      | 'no'
      | 'time'
      | 'customer'
      | 'phone'
      | 'model'
      | 'channel'
      | 'result'
      | 'content'
      | 'grade'
      | 'on'
      | 'purpose'
      | 'what'
      | 'detail'
    )[]
  ) => keys.map((key) => t(`forms.report.${key}`))
  const who = (
    line: {
      readonly customerId: string | null
      readonly mayOpen: boolean
      readonly staffName: string | null
    },
    name: string,
  ) => (
    <>
      <CustomerLink customerId={line.mayOpen ? line.customerId : null} name={name} />
      {staffId === null && line.staffName && <div className={classes.quiet}>{line.staffName}</div>}
    </>
  )
  const planLine = (each: DailyReport['planned'][number], at: number) =>
    [
      each.planId,
      [
        at + 1,
        [dates.short(each.on), each.time].filter(Boolean).join(' '),
        who(each, each.customerName),
        each.phone,
        t(`codes.channel.${each.channel}`),
        each.grade,
        words.join([words.done(each), each.purpose]),
      ],
    ] as const
  const planHeads = head('no', 'on', 'customer', 'phone', 'channel', 'grade', 'purpose')
  return (
    <PaperSheet shape="upright" className={`${classes.sheet} ${classes.upright}`}>
      <FormTitle
        title={t('forms.paperTitle.daily_report')}
        left={`${report.storeName}　${t('forms.consultantIs', { name: staffName ?? t('forms.everybody') })}`}
        right={t('forms.dateIs', { on })}
      />
      <h2>{t('forms.report.today')}</h2>
      <p>{t('forms.report.totals', report.totals)}</p>
      <Section
        title={t('forms.report.visits')}
        heads={head('no', 'time', 'customer', 'phone', 'model', 'grade', 'content')}
        lines={report.visits.map((each) => [
          each.visitId,
          [
            each.number,
            words.visitTimes(each),
            who(each, each.callerName ?? each.plate ?? ''),
            words.visitPhone(each),
            each.model,
            each.grade,
            words.join([t(`codes.visitKind.${each.kind}`), words.visitRemark(each)]),
          ],
        ])}
      />
      <Section title={t('forms.report.planned')} heads={planHeads} lines={report.planned.map(planLine)} />
      <Section
        title={t('forms.report.contacts')}
        heads={head('no', 'time', 'customer', 'phone', 'result', 'grade', 'content')}
        lines={report.contacts.map((each, at) => [
          each.followUpId,
          [
            at + 1,
            dates.time(each.recordedAt),
            who(each, each.customerName),
            each.phone,
            `${t(`codes.channel.${each.channel}`)} · ${t(`codes.result.${each.result}`)}`,
            words.gradeMove(each),
            words.join([
              each.lateRecorded && t('forms.report.late'),
              each.content,
              each.feedback && t('forms.report.feedback', { feedback: each.feedback }),
              each.nextOn && `${t('forms.report.next')} ${dates.short(each.nextOn)}`,
            ]),
          ],
        ])}
      />
      <Section
        title={t('forms.report.events')}
        heads={head('no', 'what', 'customer', 'phone', 'model', 'grade', 'detail')}
        lines={report.events.map((each, at) => [
          `${each.kind} ${each.opportunityId} ${at}`,
          [
            at + 1,
            t(`forms.report.event.${each.kind}`),
            who(each, each.customerName),
            each.phone,
            each.model,
            words.gradeMove(each),
            words.join([
              each.agreementNumber && t('forms.report.agreement', { number: each.agreementNumber }),
              each.lossReason && t(`codes.lossReason.${each.lossReason}`),
              !each.settled && t('forms.report.lossWaiting'),
            ]),
          ],
        ])}
      />
      <h2>{t('forms.report.tomorrow', { on: dates.full(nextOn) })}</h2>
      <Section title={t('forms.report.plans')} heads={planHeads} lines={report.plannedNext.map(planLine)} />
      <footer className={classes.foot}>
        <div className={classes.signatures}>
          <span>{t('forms.report.signConsultant')}</span>
          <span>{t('forms.report.signManager')}</span>
        </div>
      </footer>
    </PaperSheet>
  )
}
