import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useEditor } from './editor.ts'

/** Makes a version what is being edited: one that is to come is carried on with, an old one brought back. */
export function LoadVersion({ version }: { readonly version: number }) {
  const { t } = useTranslation()
  const { change } = useEditor()
  const [opened, setOpened] = useState(false)
  const { data } = useQuery('policies.get', { version }, { enabled: opened })
  return (
    <>
      <Button
        variant="default"
        aria-label={t('policy.loadVersion', { version })}
        onClick={() => setOpened(true)}
      >
        {t('policy.load')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('policy.loadVersion', { version })}
        confirmLabel={t('policy.load')}
        disabled={!data}
        onConfirm={() => {
          if (data) change(() => data.policy)
          setOpened(false)
        }}
      >
        {t('policy.loadVersionText', { version })}
      </ConfirmDialog>
    </>
  )
}
