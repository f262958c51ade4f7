import { useDisclosure } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { TrainingFrame } from '../ui/page/TrainingFrame.tsx'
import { useShortcuts } from '../ui/keys/use-shortcuts.ts'
import { ShortcutsOverlay } from './ShortcutsOverlay.tsx'

/** A screen that needs the whole window, for a projector: no bars, the help of `?` all the same. */
export function WholeWindow() {
  const { t } = useTranslation()
  const { store } = useSession()
  const [opened, overlay] = useDisclosure(false)
  useShortcuts(t('shortcuts.everywhere'), [
    { keys: 'shift+?', label: t('shortcuts.help'), run: overlay.open },
  ])
  return (
    <TrainingFrame on={store.kind === 'training'}>
      <Outlet />
      <ShortcutsOverlay opened={opened} onClose={overlay.close} />
    </TrainingFrame>
  )
}
