import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useSession } from '../../api/use-session.ts'
import { Facts } from './Section.tsx'

/** Which versions run here: what one is asked for when something is wrong. */
export function About() {
  const { t } = useTranslation()
  const { store } = useSession()
  const { data } = useQuery({
    queryKey: ['desktop.versions'],
    queryFn: () => desktop.call('versions', {}),
    staleTime: Infinity,
  })
  const versions: (readonly [string, string])[] = data
    ? [
        [t('common.product'), t('settings.version', { version: data.product })],
        ['Electron', data.electron],
        ['Chromium', data.chromium],
        ['Node.js', data.node],
      ]
    : []
  return (
    <Facts
      facts={[...versions, [t('settings.store'), t('settings.schema', { version: store.schemaVersion })]]}
    />
  )
}
