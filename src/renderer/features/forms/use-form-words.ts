import { useTranslation } from 'react-i18next'
import type { PlanStatus } from '#shared/domain/codes.ts'
import type { ProgressMark, RegisterLine } from './form.ts'

/** What stands in the cells of the paper forms. */
export function useFormWords() {
  const { t } = useTranslation()
  const between = t('forms.between')
  const join = (parts: readonly (string | null | false)[]) => parts.filter(Boolean).join(between)

  const glyph = ({ kind, grade, full }: ProgressMark): string => {
    if (kind === 'plan') return t(full ? 'forms.mark.plan' : 'forms.mark.planMissed')
    if (kind === 'contact') return full ? (grade ?? t('forms.mark.reached')) : t('forms.mark.notReached')
    if (kind === 'lost') return t(full ? 'forms.mark.lost' : 'forms.mark.lostWaiting')
    return kind === 'grade' ? t('forms.mark.grade', { grade: grade ?? '' }) : t(`forms.mark.${kind}`)
  }
  const markName = ({ kind, grade, full }: ProgressMark): string => {
    if (kind === 'plan') return t(full ? 'forms.markName.plan' : 'forms.markName.planMissed')
    if (kind === 'contact' && !full) return t('forms.markName.notReached')
    if (kind === 'contact')
      return grade ? t('forms.markName.contact', { grade }) : t('forms.markName.reached')
    if (kind === 'lost') return t(full ? 'forms.markName.lost' : 'forms.markName.lostWaiting')
    return kind === 'grade' ? t('forms.markName.grade', { grade: grade ?? '' }) : t(`forms.markName.${kind}`)
  }
  const visitPhone = (line: RegisterLine) =>
    line.phone ??
    (line.phoneMissing
      ? t('forms.register.noPhone', { reason: t(`codes.phoneMissingReason.${line.phoneMissing}`) })
      : null)
  const visitTimes = (line: RegisterLine) =>
    line.arrivedTime === null
      ? line.leftTime
      : `${line.arrivedTime}–${line.leftTime ?? t('forms.register.here')}`
  const visitRemark = (line: RegisterLine) =>
    join([
      line.occasion === 'repeat' && t('forms.register.repeat'),
      line.partySize > 1 && t('forms.register.people', { count: line.partySize }),
      !line.withIntent && t('forms.register.noIntent'),
      line.testDrive && t('forms.register.testDrive'),
      line.remark,
    ])
  /** Before → after where they differ, else what it stayed at. */
  const gradeMove = ({
    gradeBefore,
    gradeAfter,
  }: {
    readonly gradeBefore: string | null
    readonly gradeAfter: string | null
  }) =>
    gradeBefore !== null && gradeAfter !== null && gradeBefore !== gradeAfter
      ? t('forms.report.gradeMove', { before: gradeBefore, after: gradeAfter })
      : gradeAfter
  /** What became of a plan on its day; nothing while it waits. */
  const done = ({ kept, status }: { readonly kept: boolean; readonly status: PlanStatus }) => {
    if (!kept) return t('forms.report.missed')
    if (status === 'open') return null
    return t(status === 'executed' ? 'forms.report.kept' : 'forms.report.dropped')
  }
  return { join, done, glyph, markName, visitPhone, visitTimes, visitRemark, gradeMove }
}
