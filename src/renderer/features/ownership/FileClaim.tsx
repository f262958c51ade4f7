import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Ownership.module.css'

interface FileClaimProps {
  readonly customerId: string
  readonly followUpId: string
  readonly onDone: (claimId: string) => void
}

/** The statement of a claim on a dormant customer. */
export function FileClaim({ customerId, followUpId, onDone }: FileClaimProps) {
  const { t } = useTranslation()
  const file = useCommand('claims.file')
  const errors = useFieldErrors(file.failure)
  const [statement, setStatement] = useState('')
  const send = async () => {
    const done = await file.run({ customerId, followUpId, statement: statement.trim() })
    if (done.ok) onDone(done.value.claimId)
  }
  useShortcuts(t('ownership.claim.file'), [
    { keys: 'mod+Enter', label: t('ownership.claim.file'), run: () => void send(), inFields: true },
  ])
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Text size="sm">{t('ownership.claim.fileHint')}</Text>
      <Textarea
        id="claim-statement"
        label={t('ownership.claim.fileStatement')}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
        error={errors('statement')}
        withAsterisk
        autosize
        minRows={3}
      />
      <FailureAlert failure={file.failure} />
      <div className={classes.foot}>
        <Button type="submit" loading={file.pending} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('ownership.claim.file')}
        </Button>
      </div>
    </form>
  )
}
