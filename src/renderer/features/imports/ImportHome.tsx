import { Button, Text, Title } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.css'
import { notifications } from '@mantine/notifications'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { ImportHistory } from '../../ui/imports/ImportHistory.tsx'
import classes from './Imports.module.css'

const isLedger = (name: string) => /\.(xlsx|csv)$/i.test(name)

/** Where an import begins: a file chosen or dropped; below it what was imported before. */
export function ImportHome({ onFile }: { readonly onFile: (path: string) => void }) {
  const { t } = useTranslation()
  const pick = async () => {
    const path = await desktop.call('pickFile', { kind: 'ledger' })
    if (path !== null) onFile(path)
  }
  const drop = (files: readonly File[]) => {
    const [file] = files
    if (files.length > 1) return notifications.show({ message: t('imports.oneFile'), color: 'red' })
    if (!file || !isLedger(file.name)) {
      return notifications.show({ message: t('imports.notLedger'), color: 'red' })
    }
    onFile(desktop.pathOfFile(file))
  }
  useShortcuts(t('imports.title'), [{ keys: 'o', label: t('imports.pick'), run: () => void pick() }])
  return (
    <div className={classes.home}>
      <Dropzone
        onDrop={drop}
        activateOnClick={false}
        activateOnKeyboard={false}
        tabIndex={-1}
        inputProps={{ 'aria-label': t('imports.drop'), tabIndex: -1 }}
        className={classes.drop}
      >
        <div className={classes.dropInner}>
          <IconFileSpreadsheet size={40} stroke={1.2} aria-hidden />
          <div>
            <Text fw={700}>{t('imports.drop')}</Text>
            <Text c="dimmed" size="xs">
              {t('imports.dropHint')}
            </Text>
          </div>
          <Button
            className={classes.pick}
            size="sm"
            onClick={() => void pick()}
            rightSection={<KeyHint keys="o" />}
          >
            {t('imports.pick')}
          </Button>
        </div>
      </Dropzone>
      <Text c="dimmed">{t('imports.intro')}</Text>
      <Title order={2} mt="sm">
        {t('imports.history')}
      </Title>
      <ImportHistory of="customers" />
    </div>
  )
}
