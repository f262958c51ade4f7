import { Anchor, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'

/** Tells where a file was saved, with the way to its folder. */
export const tellSaved = (path: string) =>
  notifications.show({ message: <Saved path={path} />, color: 'green', autoClose: 8000 })

function Saved({ path }: { readonly path: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Text size="sm">{t('paper.savedTo', { path })}</Text>
      <Anchor component="button" size="sm" onClick={() => void desktop.call('openPath', { path })}>
        {t('paper.showFile')}
      </Anchor>
    </>
  )
}

/** Tells that nothing was printed or saved, and why; it stays until it is read. */
export const tellFailed = (message: string) =>
  notifications.show({ title: <FailedTitle />, message, color: 'red', autoClose: false })

function FailedTitle() {
  const { t } = useTranslation()
  return t('paper.failed')
}
