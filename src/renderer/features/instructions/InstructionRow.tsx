import { useTranslation } from 'react-i18next'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { toneOfInstruction, type Instruction } from '../../ui/instructions/instruction.ts'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { Cut, Quiet, TwoLineRow } from '../../ui/lists/TwoLineRow.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Instructions.module.css'

/** One instruction in two lines: whom it is about and how far it has come, and what it says. */
export function InstructionRow({ instruction }: { readonly instruction: Instruction }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { status, customerName, staffName, givenBy, givenOn, dueOn, text, answer } = instruction
  return (
    <TwoLineRow
      first={
        <>
          <strong className={classes.name}>{customerName}</strong>
          <Quiet>{staffName}</Quiet>
          <Tag tone={toneOfInstruction[status]}>{t(`codes.instructionStatus.${status}`)}</Tag>
          {dueOn && answer === null && <DueDate on={dueOn} brief />}
          <Cut>{answer}</Cut>
        </>
      }
      second={
        <>
          <Quiet>
            {dates.near(givenOn)} {givenBy.name}
          </Quiet>
          <Cut>{text}</Cut>
        </>
      }
    />
  )
}
