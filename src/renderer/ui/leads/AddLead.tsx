import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { KeyHint } from '../keys/KeyHint.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { AddLeadDialog } from './AddLeadDialog.tsx'

/**
 * 登记线索 for whoever takes leads down and reads none: the desk, which is rung first. What it enters waits for a manager; what others
 * have entered it does not see. Whoever reads leads enters them in their list.
 */
export function AddLead() {
  const { t } = useTranslation()
  const mayAdd = useCan('lead.add')
  const mayRead = useCan('lead.read')
  const [isOpen, setOpen] = useState(false)
  const isShown = mayAdd && !mayRead
  const close = () => setOpen(false)
  useShortcuts(t('leads.title'), [
    // The key goes while the cursor stands in the line of the register.
    { keys: 'F8', label: t('leads.add'), run: () => setOpen(true), inFields: true, when: isShown && !isOpen },
  ])
  if (!isShown) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)} rightSection={<KeyHint keys="F8" />}>
        {t('leads.add')}
      </Button>
      {isOpen && <AddLeadDialog onClose={close} onDone={close} />}
    </>
  )
}
