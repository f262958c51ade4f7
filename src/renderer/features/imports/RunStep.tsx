import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Imports.module.css'
import { TaskProgress } from './Reading.tsx'

/** The rows are being written, all of them or none. */
export function RunStep({ file }: { readonly file: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes.waiting} role="status">
      <Text fw={700}>{t('imports.running', { file })}</Text>
      <TaskProgress task="imports.run" label={t('imports.running', { file })} />
      <Text c="dimmed">{t('imports.runningHint')}</Text>
    </div>
  )
}
