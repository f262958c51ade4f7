import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { followChanges } from './api/changes.ts'
import { queryClient } from './api/query-client.ts'
import { ExecutionForm } from './features/execution/ExecutionForm.tsx'
import { router } from './routes.tsx'
import { cssVariables, theme } from './theme.ts'
import { ExecutionProvider, type ExecutionProps } from './ui/ExecutionSlot.tsx'
import { useLocale } from './ui/i18n.ts'

const colorSchemes = localStorageColorSchemeManager({ key: 'showroom.colorScheme' })

const renderExecution = (props: ExecutionProps) => <ExecutionForm {...props} />

/** Everything that surrounds the screens: looks, language, data, addresses. */
export function App() {
  const { locale } = useLocale()
  useEffect(() => {
    const stop = new AbortController()
    void followChanges(queryClient, stop.signal)
    return () => stop.abort()
  }, [])
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemes}
      >
        <DatesProvider settings={{ locale: locale === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
          <Notifications position="bottom-right" autoClose={4000} />
          <ExecutionProvider value={renderExecution}>
            <RouterProvider router={router} />
          </ExecutionProvider>
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}
