import { Alert, Button, Group } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { SharePhone } from '../../ui/duplicates/SharePhone.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Person } from '../../ui/marks/Person.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Register.module.css'
import type { Known } from './use-lookup.ts'

interface KnownVisitorProps {
  readonly visit: CallOutput<'visits.get'>
  readonly known: Known
  readonly mobile: string
  /** R-3.4a Another customer uses the phone too. */
  readonly onShare: (reason: string) => void
}

/** The visitor turns out to be a customer: his visit is linked to what he has, or he gets a further opportunity. */
export function KnownVisitor({ visit, known, mobile, onShare }: KnownVisitorProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const card = useCommand('visits.card')
  const { visitId } = visit
  const { customerId = '', name = '' } = known
  const mayOpen = known.mayOpen === true
  const { data } = useQuery('customers.get', { customerId }, { enabled: mayOpen && customerId !== '' })
  const open = data?.opportunities.filter(({ status }) => status === 'open') ?? []

  const link = async (opportunityId?: string) => {
    const done = await card.run({
      visitId,
      customerId,
      customer: { mobile },
      ...(opportunityId ? { opportunityId } : {}),
    })
    if (!done.ok) return
    toast(t('register.linked', { name }))
    void navigate({ to: '/showroom', search: { visit: visitId } })
  }
  const add = () =>
    void navigate({
      to: '/customers/$customerId',
      params: { customerId },
      state: { addOpportunity: true, cardsVisit: visitId },
    })
  useShortcuts(t('register.known'), [
    {
      keys: 'mod+Enter',
      label: t('register.linkCustomer'),
      run: () => void link(open[0]?.opportunityId),
      inFields: true,
      when: !mayOpen || open.length > 0,
    },
    {
      keys: 'mod+O',
      label: t('register.addOpportunity'),
      run: add,
      inFields: true,
      when: mayOpen,
    },
  ])
  return (
    <section className={classes.column} aria-label={t('register.known')}>
      <Alert
        color="orange"
        variant="light"
        role="status"
        icon={<IconUserCheck size={18} aria-hidden />}
        title={t('register.known')}
      >
        <div className={classes.known}>
          <div className={classes.knownLine}>
            {known.grade && <GradeBadge grade={known.grade} size="lg" />}
            <strong className={classes.knownName}>
              <Person name={name || null} masked={!mayOpen && name.includes('*')} />
            </strong>
            <Phone phone={known.phone} />
            <span>{t('register.knownOwner', { name: known.ownerName ?? t('ui.nobody') })}</span>
          </div>
          <span>{t('register.linkHint')}</span>
          <FailureAlert failure={card.failure} act />
          <Group gap="sm">
            {!mayOpen && (
              <Button
                onClick={() => void link()}
                loading={card.pending}
                rightSection={<KeyHint keys="mod+Enter" />}
              >
                {t('register.linkCustomer')}
              </Button>
            )}
            {open.map((each, index) => (
              <Button
                key={each.opportunityId}
                onClick={() => void link(each.opportunityId)}
                loading={card.pending}
                leftSection={<GradeBadge grade={each.grade} />}
                rightSection={index === 0 ? <KeyHint keys="mod+Enter" /> : undefined}
              >
                {t('register.linkOpportunity', { model: each.model ?? t('customers.noModel') })}
              </Button>
            ))}
            {mayOpen && (
              <Button variant="default" onClick={add} rightSection={<KeyHint keys="mod+O" />}>
                {t('register.addOpportunity')}
              </Button>
            )}
          </Group>
          <SharePhone onShare={onShare} />
        </div>
      </Alert>
    </section>
  )
}
