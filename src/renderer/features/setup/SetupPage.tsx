import { Button, Text, Title } from '@mantine/core'
import { IconBuildingStore, IconSchool } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { EntrancePanel } from '../../ui/page/EntrancePanel.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { useLocale } from '../../ui/words/i18n.ts'
import { useWindowTitle } from '../../ui/page/use-window-title.ts'
import { NewStoreForm } from './NewStoreForm.tsx'
import classes from './SetupPage.module.css'

/** The first start: a new store, or the training store with demo data. */
export function SetupPage() {
  const { t } = useTranslation()
  const { locale } = useLocale()
  const [creating, setCreating] = useState(false)
  const openDemo = useCommand('setup.openDemo')
  useWindowTitle(`${t('setup.title')} · ${t('common.product')}`)
  if (creating) {
    return (
      <EntrancePanel wide>
        <NewStoreForm onBack={() => setCreating(false)} />
      </EntrancePanel>
    )
  }
  return (
    <EntrancePanel wide>
      <Title order={1}>{t('setup.title')}</Title>
      <Text c="dimmed" mb="md">
        {t('setup.intro')}
      </Text>
      <div className={classes.choices}>
        <section className={classes.choice}>
          <IconBuildingStore size={28} stroke={1.4} aria-hidden />
          <Title order={2}>{t('setup.newStore')}</Title>
          <Text className={classes.hint}>{t('setup.newStoreHint')}</Text>
          <Button size="sm" onClick={() => setCreating(true)} disabled={openDemo.pending}>
            {t('setup.newStore')}
          </Button>
        </section>
        <section className={classes.choice}>
          <IconSchool size={28} stroke={1.4} aria-hidden />
          <Title order={2}>{t('setup.demoStore')}</Title>
          <Text className={classes.hint}>{t('setup.demoStoreHint')}</Text>
          <Button
            size="sm"
            variant="default"
            onClick={() => void openDemo.run({ locale })}
            loading={openDemo.pending}
          >
            {t('setup.demoStore')}
          </Button>
          {openDemo.pending && (
            <Text size="xs" c="dimmed" role="status">
              {t('setup.preparingDemo')}
            </Text>
          )}
        </section>
      </div>
      <FailureAlert failure={openDemo.failure} act />
    </EntrancePanel>
  )
}
