import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { draftOfVisit, readDraft, type RegisterDraft } from './register-draft.ts'
import { Registered, type Registration } from './Registered.tsx'
import { RegisterForm } from './RegisterForm.tsx'

type Visit = CallOutput<'visits.get'>

/** 建卡: from visit to card in one step, with everything already typed carried over. */
export function CardOfVisit({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { data: visit, error, refetch } = useQuery('visits.get', { visitId })
  const [done, setDone] = useState<Registration | null>(null)
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/showroom', search: { visit: visitId } })
  const body = () => {
    if (done) return <Registered registration={done} onNext={back} nextLabel={t('register.cardBack')} />
    if (error && !visit) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!visit) return <LoadingRows rows={10} />
    if (visit.cardedOn !== null || visit.consultantId === null) return <NoCard visit={visit} />
    return <CardForm key={visitId} visit={visit} onDone={setDone} />
  }
  return (
    <>
      <PageTitle title={t('register.cardTitle')}>
        {visit && (
          <span>
            {t('register.cardOf', {
              at: [dates.near(visit.visitedOn), visit.arrivedTime].filter(Boolean).join(' '),
              who: visit.callerName ?? visit.plate ?? t(`codes.visitKind.${visit.kind}`),
            })}
          </span>
        )}
        {visit?.consultantName && <span>{t('register.knownOwner', { name: visit.consultantName })}</span>}
      </PageTitle>
      {body()}
    </>
  )
}

function CardForm({
  visit,
  onDone,
}: {
  readonly visit: Visit
  readonly onDone: (done: Registration) => void
}) {
  const [kept, keep] = useSessionStorage<RegisterDraft>({
    key: `showroom.card.${visit.visitId}`,
    defaultValue: draftOfVisit(visit),
    getInitialValueInEffect: false,
  })
  const [round, setRound] = useState(0)
  return (
    <RegisterForm
      key={round}
      visit={visit}
      draft={readDraft(kept)}
      onChange={(change) => keep((before) => ({ ...before, ...change }))}
      onClear={() => {
        keep(draftOfVisit(visit))
        setRound((n) => n + 1)
      }}
      onDone={onDone}
    />
  )
}

/** It has its card already, or nobody whose customer he could become. */
function NoCard({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation()
  const toVisit = (
    <LinkButton to="/showroom" search={{ visit: visit.visitId }} variant="default">
      {t('register.openVisit')}
    </LinkButton>
  )
  if (visit.cardedOn === null)
    return (
      <EmptyState title={t('register.noConsultant')} hint={t('register.noConsultantHint')}>
        {toVisit}
      </EmptyState>
    )
  return (
    <EmptyState title={t('register.hasCard')}>
      {toVisit}
      {visit.abilities.openCard && visit.customerId !== null && (
        <LinkButton to="/customers/$customerId" params={{ customerId: visit.customerId }}>
          {t('register.openCard')}
        </LinkButton>
      )}
    </EmptyState>
  )
}
