import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

interface UpdateSourceFormProps {
  readonly source: string | null
  /** Another source is set. */
  readonly onSet: () => void
}

/** The address or folder of updates, for whoever may name it. */
export function UpdateSourceForm({ source, onSet }: UpdateSourceFormProps) {
  const { t } = useTranslation()
  const save = useCommand('updates.setSource')
  const errors = useFieldErrors(save.failure)
  const [typed, setTyped] = useState(source ?? '')
  const set = async (next: string | null) => {
    const done = await save.run({ source: next })
    if (!done.ok) return
    toast(t(next === null ? 'updates.sourceOff' : 'updates.sourceSet'))
    onSet()
  }
  const pick = async () => {
    const folder = await desktop.call('pickFolder', {})
    if (folder !== null) setTyped(folder)
  }
  return (
    <form
      noValidate
      style={{ width: '100%' }}
      onSubmit={(event) => {
        event.preventDefault()
        void set(typed)
      }}
    >
      <TextInput
        id="update-source"
        label={t('updates.source')}
        description={t('updates.sourceHint')}
        placeholder={t('updates.sourceExample')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={errors('source')}
      />
      <FailureAlert failure={save.failure} />
      <Group gap="xs" mt="xs">
        <Button
          type="submit"
          loading={save.pending}
          disabled={typed.trim() === '' || typed.trim() === source}
        >
          {t('updates.save')}
        </Button>
        <Button variant="default" onClick={() => void pick()}>
          {t('updates.pickFolder')}
        </Button>
        {source !== null && (
          <Button variant="subtle" onClick={() => void set(null)}>
            {t('updates.off')}
          </Button>
        )}
      </Group>
    </form>
  )
}
