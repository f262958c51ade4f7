import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../keys/KeyHint.tsx'

interface SaveOrCancelProps {
  readonly pending: boolean
  readonly onCancel: () => void
}

/** The two ways out of a form that stands in a page. */
export function SaveOrCancel({ pending, onCancel }: SaveOrCancelProps) {
  const { t } = useTranslation()
  return (
    <Group gap="sm">
      <Button type="submit" loading={pending} rightSection={<KeyHint keys="mod+Enter" />}>
        {t('common.save')}
      </Button>
      <Button variant="default" onClick={onCancel} rightSection={<KeyHint keys="Escape" />}>
        {t('common.cancel')}
      </Button>
    </Group>
  )
}
