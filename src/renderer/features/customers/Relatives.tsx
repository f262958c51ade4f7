import { ActionIcon, Button, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { Card } from '../../ui/customer/card.ts'
import { toast } from '../../ui/toast.ts'
import data from './CustomerData.module.css'
import { RelativeDialog } from './RelativeDialog.tsx'
import classes from './Relatives.module.css'

/** 直系亲属: linked relatives are one customer for ownership. */
export function Relatives({ card }: { readonly card: Card }) {
  const { t } = useTranslation()
  const unlink = useCommand('customers.unlinkRelative')
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Card['relatives'][number] | null>(null)
  const { customerId } = card.customer
  const { relatives, abilities } = card
  if (relatives.length === 0 && !abilities.update) return null
  const part = async () => {
    if (!leaving) return
    const done = await unlink.run({ customerId, relativeId: leaving.customerId })
    if (!done.ok) return
    toast(t('customers.unlinked'))
    setLeaving(null)
  }
  return (
    <section className={data.level} aria-label={t('customers.relatives')}>
      <div className={classes.head}>
        <Title order={3} size="h4" className={classes.title}>
          {t('customers.relatives')}
        </Title>
        {abilities.update && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAdding(true)}>
            {t('customers.linkRelative')}
          </Button>
        )}
      </div>
      {relatives.map((each) => (
        <div key={each.customerId} className={classes.row}>
          <span className={classes.relation}>{t(`codes.relation.${each.relation}`)}</span>
          <Link to="/customers/$customerId" params={{ customerId: each.customerId }} className={classes.name}>
            {each.name}
          </Link>
          {abilities.update && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('customers.unlinkOf', { name: each.name })}
              onClick={() => setLeaving(each)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {relatives.length > 0 && <p className={classes.hint}>{t('customers.relativesHint')}</p>}
      {adding && <RelativeDialog card={card} onClose={() => setAdding(false)} />}
      {leaving && (
        <ConfirmDialog
          opened
          onClose={() => setLeaving(null)}
          title={t('customers.unlinkTitle', { name: leaving.name })}
          confirmLabel={t('customers.unlink')}
          onConfirm={() => void part()}
          pending={unlink.pending}
          failure={unlink.failure}
        >
          {t('customers.unlinkHint')}
        </ConfirmDialog>
      )}
    </section>
  )
}
