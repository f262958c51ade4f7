import { Alert, Button, Group } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan, useToday } from '../../api/use-session.ts'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Person } from '../../ui/marks/Person.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { SharePhone } from '../../ui/duplicates/SharePhone.tsx'
import classes from './Register.module.css'
import type { Known } from './use-lookup.ts'

/** The phone is somebody's already: whose, and what to do instead of registering him again. */
export function KnownCustomer({
  known,
  mobile,
  onShare,
}: {
  readonly known: Known
  /** The number as it was typed, for the visit that may be registered instead. */
  readonly mobile: string
  /** R-3.4a Another customer uses the phone too. */
  readonly onShare: (reason: string) => void
}) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const navigate = useNavigate()
  const mayAdd = useCan('customer.update') && known.mayOpen === true && known.customerId !== undefined
  const open = (addOpportunity: boolean) => {
    if (known.customerId === undefined) return
    void navigate({
      to: '/customers/$customerId',
      params: { customerId: known.customerId },
      state: { addOpportunity },
    })
  }
  const mayVisit = useCan('visit.register')
  const visit = () => void navigate({ to: '/showroom', search: { phone: mobile } })
  useShortcuts(t('register.known'), [
    { keys: 'F8', label: t('register.visit'), run: visit, inFields: true, when: mayVisit },
    {
      keys: 'mod+Enter',
      label: t('register.addOpportunity'),
      run: () => open(true),
      inFields: true,
      when: mayAdd,
    },
    { keys: 'mod+O', label: t('register.openCard'), run: () => open(false), inFields: true, when: mayAdd },
  ])
  const { dormantFrom } = known
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
              <Person
                name={known.name ?? null}
                masked={known.mayOpen === false && known.name?.includes('*') === true}
              />
            </strong>
            <Phone phone={known.phone} />
            {known.status && <StatusBadge opportunity={known.status} />}
          </div>
          <div className={classes.knownLine}>
            <span>{t('register.knownOwner', { name: known.ownerName ?? t('ui.nobody') })}</span>
            {/* The front desk is told owner and status only (section 13), so silence here is not "never". */}
            {dormantFrom && (
              <span>
                {known.lastContactOn
                  ? t('register.lastContact', { on: dates.near(known.lastContactOn) })
                  : t('register.neverContacted')}
              </span>
            )}
            {dormantFrom && (
              <span>
                {t(dormantFrom <= today ? 'register.dormantSince' : 'register.protectedUntil', {
                  on: dates.short(dormantFrom),
                })}
              </span>
            )}
          </div>
          {mayAdd ? (
            <Group gap="sm">
              <Button onClick={() => open(true)} rightSection={<KeyHint keys="mod+Enter" />}>
                {t('register.addOpportunity')}
              </Button>
              <Button variant="default" onClick={() => open(false)} rightSection={<KeyHint keys="mod+O" />}>
                {t('register.openCard')}
              </Button>
              {mayVisit && <VisitButton onClick={visit} />}
            </Group>
          ) : (
            <>
              <strong>
                {known.ownerName
                  ? t('register.handOver', { name: known.ownerName })
                  : t('register.handOverNobody')}
              </strong>
              {mayVisit && (
                <Group gap="sm">
                  <VisitButton onClick={visit} />
                </Group>
              )}
            </>
          )}
          {known.sharedWith?.map((each) => (
            <span key={each.customerId}>
              {t('duplicates.sharedWith', { name: each.name, owner: each.ownerName ?? t('ui.nobody') })}
            </span>
          ))}
          <SharePhone onShare={onShare} />
        </div>
      </Alert>
    </section>
  )
}

/** He came in: that is a visit of a known customer, and no registration. */
function VisitButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <Button variant="default" onClick={onClick} rightSection={<KeyHint keys="F8" />}>
      {t('register.visit')}
    </Button>
  )
}
