import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { GradeBadge } from '../marks/GradeBadge.tsx'
import { Tag } from '../marks/StatusBadge.tsx'
import { useDates } from '../words/use-dates.ts'
import { toneOfInstruction, type Instruction } from './instruction.ts'
import classes from './InstructionText.module.css'

/** One instruction in full: who wrote what, how far it has come, what was answered. */
export function InstructionText({ instruction }: { readonly instruction: Instruction }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { status, givenBy, text, dueOn, late, proposedGrade, helper, seenAt, answer, answeredBy } =
    instruction
  return (
    <div className={classes.root}>
      <p className={classes.head}>
        <strong>{t('instructions.from', { name: givenBy.name })}</strong>
        <Tag tone={toneOfInstruction[status]}>{t(`codes.instructionStatus.${status}`)}</Tag>
        {status === 'seen' && seenAt !== null && (
          <span className={classes.quiet}>{t('instructions.seenAt', { at: dates.moment(seenAt) })}</span>
        )}
        {late ? (
          <span className={classes.late}>
            <IconAlertTriangleFilled size={13} aria-hidden />
            {t('instructions.late')}
          </span>
        ) : (
          dueOn &&
          answer === null && (
            <span className={classes.quiet}>{t('instructions.due', { on: dates.near(dueOn) })}</span>
          )
        )}
        {helper && <span className={classes.quiet}>{t('instructions.helps', { name: helper.name })}</span>}
      </p>
      <p className={classes.text}>{text}</p>
      {proposedGrade && (
        <p className={classes.head}>
          <GradeBadge grade={proposedGrade} />
          {t('instructions.proposes', { grade: proposedGrade })}
        </p>
      )}
      {answer !== null && (
        <p className={classes.answer}>
          <span className={classes.quiet}>
            {t('instructions.answeredBy', { name: answeredBy ?? instruction.staffName })}
            {instruction.answeredAt !== null && ` · ${dates.moment(instruction.answeredAt)}`}
          </span>
          <span className={classes.text}>{answer}</span>
        </p>
      )}
      {instruction.closedBy && (
        <p className={classes.quiet}>
          {t('instructions.closedBy', { name: instruction.closedBy })}
          {instruction.closedAt !== null && ` · ${dates.moment(instruction.closedAt)}`}
        </p>
      )}
    </div>
  )
}
