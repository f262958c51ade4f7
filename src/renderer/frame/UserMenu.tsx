import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDialpad,
  IconChevronDown,
  IconDoorExit,
  IconKey,
  IconKeyboard,
  IconLock,
  IconLogout,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#shared/contract/setup.ts'
import { isBorrowed, setToken } from '../api/token.ts'
import { useCommand } from '../api/use-command.ts'
import { useQuery } from '../api/use-query.ts'
import { useSession } from '../api/use-session.ts'
import { ChangePasswordDialog } from '../features/session/ChangePasswordDialog.tsx'
import { PinDialog } from '../features/session/PinDialog.tsx'
import { lockScreen } from '../features/session/ScreenLock.tsx'
import { useLocale } from '../ui/words/i18n.ts'
import { KeyHint } from '../ui/keys/KeyHint.tsx'
import { Person } from '../ui/marks/Person.tsx'
import { useShortcuts } from '../ui/keys/use-shortcuts.ts'
import classes from './UserMenu.module.css'

const languages: readonly { locale: Locale; label: 'frame.chinese' | 'frame.english' }[] = [
  { locale: 'zh-CN', label: 'frame.chinese' },
  { locale: 'en', label: 'frame.english' },
]
const schemes = ['light', 'dark', 'auto'] as const

/** Who is signed in, and what concerns him alone: language, looks, password, leaving. */
export function UserMenu({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const { locale, setLocale } = useLocale()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [changing, setChanging] = useState(false)
  const [settingPin, setSettingPin] = useState(false)
  const setup = useQuery('setup.state')
  const signOut = useCommand('session.signOut')
  const leaveDemo = useCommand('setup.leaveDemo')
  const leave = async () => {
    // A session that is the other window's goes on there.
    if (!isBorrowed()) await signOut.run()
    setToken(null)
  }
  // One machine for many: whoever goes makes room without looking for the menu.
  useShortcuts(t('frame.userMenu', { name: staff.name }), [
    { keys: 'mod+L', label: t('session.lock'), run: lockScreen, inFields: true, inDialog: true },
    { keys: 'mod+shift+L', label: t('frame.signOut'), run: () => void leave(), inFields: true },
  ])
  const check = (on: boolean) =>
    on ? <IconCheck size={14} aria-hidden /> : <span className={classes.noCheck} />
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={t('frame.userMenu', { name: staff.name })}>
            <Person name={staff.name} role={staff.role} />
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {staff.name} · {t(`codes.role.${staff.role}`)}
          </Menu.Label>
          <Menu.Item
            leftSection={<IconKeyboard size={14} aria-hidden />}
            rightSection={<KeyHint keys="shift+?" />}
            onClick={onShortcuts}
          >
            {t('frame.shortcuts')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={14} aria-hidden />} onClick={() => setChanging(true)}>
            {t('frame.changePassword')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDialpad size={14} aria-hidden />} onClick={() => setSettingPin(true)}>
            {t('session.pinTitle')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('frame.language')}</Menu.Label>
          {languages.map((each) => (
            <Menu.Item
              key={each.locale}
              leftSection={check(each.locale === locale)}
              onClick={() => setLocale(each.locale)}
              lang={each.locale}
            >
              {t(each.label)}
            </Menu.Item>
          ))}
          <Menu.Label>{t('frame.colorScheme')}</Menu.Label>
          {schemes.map((scheme) => (
            <Menu.Item
              key={scheme}
              leftSection={check(scheme === colorScheme)}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`frame.${scheme}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {setup.data?.demo && (
            <Menu.Item
              leftSection={<IconDoorExit size={14} aria-hidden />}
              onClick={() => void leaveDemo.run().then(() => setToken(null))}
            >
              {t('frame.leaveDemo')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLock size={14} aria-hidden />}
            rightSection={<KeyHint keys="mod+L" />}
            onClick={lockScreen}
          >
            {t('session.lock')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={14} aria-hidden />}
            rightSection={<KeyHint keys="mod+shift+L" />}
            onClick={() => void leave()}
          >
            {t('frame.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePasswordDialog opened={changing} onClose={() => setChanging(false)} />
      {settingPin && <PinDialog onClose={() => setSettingPin(false)} />}
    </>
  )
}
