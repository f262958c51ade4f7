import { Modal, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../ui/keys/KeyHint.tsx'
import { useShortcutGroups } from '../ui/keys/use-shortcuts.ts'
import classes from './ShortcutsOverlay.module.css'

/** `?`: every shortcut that works here and now. */
export function ShortcutsOverlay({
  opened,
  onClose,
}: {
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const groups = useShortcutGroups()
  const lists = {
    name: t('shortcuts.list'),
    shortcuts: [
      { keys: 'ArrowDown', label: t('shortcuts.nextRow') },
      { keys: 'ArrowUp', label: t('shortcuts.previousRow') },
      { keys: 'Enter', label: t('shortcuts.open') },
      { keys: 'Escape', label: t('shortcuts.close') },
    ],
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside
      title={t('shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.columns}>
        {[...groups.filter(({ shortcuts }) => shortcuts.length > 0), lists].map((group) => (
          <section key={group.name} className={classes.group}>
            <Title order={3}>{group.name}</Title>
            {group.shortcuts.map(({ keys, label }) => (
              <div key={keys} className={classes.line}>
                <Text size="sm">{label}</Text>
                <KeyHint keys={keys} />
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  )
}
