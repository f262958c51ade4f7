import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { Card } from '../../ui/customer/card.ts'
import { useSaveBook } from '../../ui/paper/use-save-book.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

/** 数据副本: everything that is kept of one person, for him, as a workbook. */
export function CopyDialog({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const copy = useCommand('privacy.copyData')
  const errors = useFieldErrors(copy.failure)
  const saveBook = useSaveBook()
  const [reason, setReason] = useState('')
  const { customerId, name } = card.customer
  const title = t('privacy.copyTitle', { name: name ?? t('common.unknown') })
  const save = async () => {
    let done = false
    await saveBook(title, async (path) => {
      const written = await copy.run({ customerId, path, reason })
      done = written.ok
      return written
    })
    if (done) onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={title}
      confirmLabel={t('privacy.copySave')}
      onConfirm={() => void save()}
      pending={copy.pending}
      failure={copy.failure}
      disabled={reason.trim().length < 2}
    >
      <Stack gap="sm">
        <Text>{t('privacy.copyHint')}</Text>
        <TextInput
          label={t('privacy.copyReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          withAsterisk
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  )
}
