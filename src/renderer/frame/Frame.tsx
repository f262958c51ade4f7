import { useDisclosure } from '@mantine/hooks'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../api/desktop.ts'
import { useSession } from '../api/use-session.ts'
import { BackupNotice } from '../features/backups/BackupNotice.tsx'
import { RestoredNotice } from '../ui/backups/RestoredNotice.tsx'
import { TrainingFrame } from '../ui/page/TrainingFrame.tsx'
import { useShortcuts } from '../ui/keys/use-shortcuts.ts'
import { ClockBanner } from './clock/ClockBanner.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import classes from './Frame.module.css'
import { labelOf, navigationOf, numbered, permissionOfPage } from './navigation.tsx'
import { NoRight } from './NoRight.tsx'
import { palette } from './palette.ts'
import { ShortcutsOverlay } from './ShortcutsOverlay.tsx'
import { SideNavigation } from './SideNavigation.tsx'
import { TopBar } from './TopBar.tsx'
import { UpdateOffer } from './UpdateOffer.tsx'
import { useWalkFromAnywhere } from './use-walk-from-anywhere.ts'

/** The frame around the page of the address. */
export function Frame() {
  return (
    <FrameAround>
      <Outlet />
    </FrameAround>
  )
}

/** The bars around every screen: who, where, when, and how to get anywhere. */
export function FrameAround({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const { staff, store, permissions } = useSession()
  const [shortcutsOpened, shortcuts] = useDisclosure(false)
  const path = useLocation({ select: ({ pathname }) => pathname })
  const navigate = useNavigate()
  const entries = navigationOf(staff.role)
  const needed = permissionOfPage(path)
  useWalkFromAnywhere()

  useShortcuts(t('shortcuts.everywhere'), [
    { keys: 'mod+K', label: t('shortcuts.search'), run: palette.open, inFields: true },
    { keys: 'shift+?', label: t('shortcuts.help'), run: shortcuts.open },
    {
      keys: 'mod+shift+N',
      label: t('desktop.newWindow'),
      run: () => void desktop.call('newWindow', {}),
      inFields: true,
    },
    ...entries.slice(0, numbered).map((entry, index) => ({
      keys: `alt+${index + 1}`,
      label: t('shortcuts.goTo', { page: t(`frame.nav.${labelOf(entry, staff.role)}`) }),
      run: () => void navigate({ to: entry.to }),
      inFields: true,
    })),
  ])
  return (
    <TrainingFrame on={store.kind === 'training'}>
      <div className={classes.root}>
        <a className={classes.skip} href="#content" onClick={focusContent}>
          {t('frame.skip')}
        </a>
        <TopBar onShortcuts={shortcuts.open} />
        <ClockBanner />
        <RestoredNotice />
        <BackupNotice />
        <UpdateOffer />
        <div className={classes.body}>
          <SideNavigation entries={entries} />
          <main id="content" className={classes.content} tabIndex={-1}>
            {needed && !permissions.includes(needed) ? <NoRight permission={needed} /> : children}
          </main>
        </div>
        <CommandPalette entries={entries} />
        <ShortcutsOverlay opened={shortcutsOpened} onClose={shortcuts.close} />
      </div>
    </TrainingFrame>
  )
}

/** The address is the router's, so the link moves the focus by hand. */
function focusContent(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
