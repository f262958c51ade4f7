import { Group, Select, Stack, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gradesInOrder } from '#shared/policy/grades.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePolicy, useSession, useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../choice/ChoiceGroup.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { DateField } from '../fields/DateField.tsx'
import { GradeBadge } from '../marks/GradeBadge.tsx'
import { useFieldErrors } from '../fields/use-field-errors.ts'
import { useReturnFocus } from '../keys/use-return-focus.ts'
import { toast } from '../toast.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'

interface InstructionDialogProps {
  /** What it is about: a customer, or one follow-up of his. */
  readonly about: { readonly customerId: string } | { readonly followUpId: string }
  readonly customerName: string
  /** He answers; he cannot be his own helper. */
  readonly ownerId: string | null
  /** Where the keyboard stands first: `grade` takes a letter of the policy at once. */
  readonly start?: 'text' | 'grade' | 'helper'
  readonly onClose: () => void
  readonly onGiven?: (instructionId: string) => void
}

const noGrade = 'none'
/** What somebody began to write of a customer and left with Esc, until he writes on or the window closes. */
const begun = new Map<string, string>()

/** Writes an instruction 批注; may propose a grade, name a helper, and say by when it is answered. */
export function InstructionDialog(props: InstructionDialogProps) {
  const { about, customerName, ownerId, start = 'text', onClose, onGiven } = props
  const { t } = useTranslation()
  const today = useToday()
  const { staff } = useSession()
  const grades = gradesInOrder(usePolicy())
  const colleagues = useQuery('staff.list', { limit: 500 })
  const add = useCommand('instructions.add')
  const errors = useFieldErrors(add.failure)
  const textBox = useRef<HTMLTextAreaElement>(null)
  const subject = `${staff.staffId} ${'customerId' in about ? about.customerId : about.followUpId}`
  const [text, setText] = useState(() => begun.get(subject) ?? '')
  const [dueOn, setDueOn] = useState<BusinessDate | null>(null)
  const [grade, setGrade] = useState<string | null>(null)
  const [helperId, setHelperId] = useState<string | null>(null)
  useReturnFocus()

  const helpers = (colleagues.data?.rows ?? []).filter(
    (each) =>
      each.role === 'consultant' &&
      each.status === 'active' &&
      each.staffId !== ownerId &&
      (staff.role !== 'manager' || each.managerId === staff.staffId),
  )
  const proposeGrade = (code: string) => {
    setGrade(code)
    setText((was) => was || t('instructions.proposes', { grade: code }))
    textBox.current?.focus()
  }
  // Letters are grades until somebody begins to write.
  useShortcuts(
    t('instructions.proposedGrade'),
    grades.map(({ code }) => ({
      keys: code.toLowerCase(),
      label: t('instructions.proposes', { grade: code }),
      run: () => proposeGrade(code),
      inDialog: true,
      when: code.length === 1,
    })),
  )
  const save = async () => {
    const done = await add.run({ ...about, text, dueOn, proposedGrade: grade, helperId })
    if (!done.ok) return
    begun.delete(subject)
    toast(t('instructions.given'))
    onGiven?.(done.value.instructionId)
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('instructions.giveTo', { name: customerName })}
      confirmLabel={t('instructions.save')}
      onConfirm={() => void save()}
      pending={add.pending}
      failure={add.failure}
      disabled={text.trim() === ''}
    >
      <Stack gap="sm" mb="sm">
        <ChoiceGroup
          label={t('instructions.proposedGrade')}
          choices={[
            { value: noGrade, name: t('instructions.noGrade'), label: t('instructions.noGrade') },
            ...grades.map(({ code }) => ({
              value: code,
              label: <GradeBadge grade={code} />,
              name: t('ui.gradeOf', { grade: code }),
            })),
          ]}
          value={grade ?? noGrade}
          onChange={(code) => (code === noGrade ? setGrade(null) : proposeGrade(code))}
          error={errors('proposedGrade')}
          autoFocus={start === 'grade'}
        />
        <Textarea
          ref={textBox}
          id="instruction-text"
          label={t('instructions.text')}
          placeholder={t('instructions.textHint')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            begun.set(subject, event.currentTarget.value)
          }}
          error={errors('text')}
          required
          autosize
          minRows={3}
          maxRows={10}
          {...(start === 'text' ? { 'data-autofocus': true } : {})}
        />
        <Group align="flex-start" gap="md" wrap="nowrap">
          <DateField
            id="instruction-due"
            label={t('instructions.dueOn')}
            placeholder={t('instructions.dueOnHint')}
            value={dueOn}
            onChange={setDueOn}
            min={today}
            error={errors('dueOn')}
            w={190}
          />
          <Select
            id="instruction-helper"
            label={t('instructions.helper')}
            description={t('instructions.helperHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder={t('instructions.nobody')}
            value={helperId}
            onChange={setHelperId}
            data={helpers.map(({ staffId, name }) => ({ value: staffId, label: name }))}
            error={errors('helperId')}
            searchable
            clearable
            style={{ flex: 1 }}
            {...(start === 'helper' ? { 'data-autofocus': true } : {})}
          />
        </Group>
      </Stack>
    </ConfirmDialog>
  )
}
