import { MantineProvider, localStorageColorSchemeManager, mergeThemeOverrides } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { followChanges } from './api/changes.ts'
import { queryClient } from './api/query-client.ts'
import { ExecutionForm } from './features/execution/ExecutionForm.tsx'
import { router } from './routes.tsx'
import { cssVariables, theme } from './theme.ts'
import { ExecutionProvider, type ExecutionProps } from './ui/ExecutionSlot.tsx'
import { useLocale } from './ui/words/i18n.ts'

const colorSchemes = localStorageColorSchemeManager({ key: 'showroom.colorScheme' })

const renderExecution = (props: ExecutionProps) => <ExecutionForm {...props} />

/** What the library draws by itself needs names in the language of the screen. */
const withNames = (close: string, showPassword: string) =>
  mergeThemeOverrides(theme, {
    components: {
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': showPassword } } },
    },
  })

/** Everything that surrounds the screens: looks, language, data, addresses. */
export function App() {
  const { locale } = useLocale()
  const { t } = useTranslation()
  const close = t('common.close')
  const showPassword = t('ui.showPassword')
  const named = useMemo(() => withNames(close, showPassword), [close, showPassword])
  useEffect(() => {
    const stop = new AbortController()
    void followChanges(queryClient, stop.signal)
    return () => stop.abort()
  }, [])
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={named}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemes}
      >
        <DatesProvider settings={{ locale: locale === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
          <Notifications position="bottom-left" autoClose={4000} />
          <ExecutionProvider value={renderExecution}>
            <RouterProvider router={router} />
          </ExecutionProvider>
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}
