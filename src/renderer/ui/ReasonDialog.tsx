import { Stack, Text, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ShownFailure } from '../api/failure.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useFieldErrors } from './fields/use-field-errors.ts'

interface ReasonDialogProps {
  readonly onClose: () => void
  readonly title: string
  /** What will happen, in words; or fields the act needs besides. They stand above the reason. */
  readonly children?: ReactNode
  /** What may be added after the reason was said. */
  readonly below?: ReactNode
  readonly id: string
  /** The question: a reason, a note, an outcome. */
  readonly label: string
  readonly placeholder?: string
  /** What the call names it, so that its problems are told under the field. */
  readonly field?: 'reason' | 'note' | 'outcome'
  /** A required one is asked for when the act comes without it; an awaited one holds the act back until it is there. */
  readonly need?: 'optional' | 'required' | 'awaited'
  readonly confirmLabel: string
  /** Is given the reason without the blanks around it; an optional one may be empty. */
  readonly onConfirm: (reason: string) => Promise<void>
  /** The command that the act sends. */
  readonly command: { readonly pending: boolean; readonly failure: ShownFailure | null }
  readonly disabled?: boolean
  readonly danger?: boolean
  readonly dismissLabel?: string
}

/** Asks before an act, and why it is done: the reason is kept with it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { children, below, id, label, placeholder, field = 'reason', need = 'optional' } = props
  const { onConfirm, command, disabled = false, ...dialog } = props
  const [text, setText] = useState('')
  const errors = useFieldErrors(command.failure)
  const reason = text.trim()
  return (
    <ConfirmDialog
      opened
      onClose={dialog.onClose}
      title={dialog.title}
      confirmLabel={dialog.confirmLabel}
      onConfirm={() => void onConfirm(reason)}
      pending={command.pending}
      failure={command.failure}
      danger={dialog.danger ?? false}
      disabled={disabled || (need === 'awaited' && reason === '')}
      {...(dialog.dismissLabel ? { dismissLabel: dialog.dismissLabel } : {})}
    >
      <Stack gap="sm">
        {typeof children === 'string' ? <Text>{children}</Text> : children}
        <Textarea
          id={id}
          label={label}
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={errors(field)}
          required={need !== 'optional'}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
        />
        {below}
      </Stack>
    </ConfirmDialog>
  )
}
