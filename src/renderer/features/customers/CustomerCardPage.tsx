import { ActionIcon, Alert, Button, Tooltip } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useLocation, useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkToCustomer } from '#shared/contract/pages.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePolicy } from '../../api/use-session.ts'
import { openPlanOf, opportunitiesInOrder, type Card } from '../../ui/customer/card.ts'
import { CustomerHead } from '../../ui/customer/CustomerHead.tsx'
import { TimeLine } from '../../ui/customer/TimeLine.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExecutionSlot } from '../../ui/ExecutionSlot.tsx'
import { InstructionDialog } from '../../ui/instructions/InstructionDialog.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { CoverPanel } from '../../ui/leaves/CoverPanel.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { toast } from '../../ui/toast.ts'
import { CardNotes } from '../../ui/duplicates/CardNotes.tsx'
import { MergeWithDialog } from '../../ui/duplicates/MergeWithDialog.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWindowTitle } from '../../ui/page/use-window-title.ts'
import classes from './CardPage.module.css'
import { ClaimBanner } from './ClaimBanner.tsx'
import { CustomerData } from './CustomerData.tsx'
import { AddOpportunity } from './AddOpportunity.tsx'
import { OpportunityPanel } from './OpportunityPanel.tsx'

/** 客户卡: the data on the left, the time line in the middle, the opportunities on the right. */
export function CustomerCardPage() {
  const { t } = useTranslation()
  const { customerId } = useParams({ from: '/frame/customers/$customerId' })
  const { data: card, error, refetch } = useQuery('customers.get', { customerId })
  if (!card)
    return (
      <>
        <PageTitle title={t('customers.details')} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingRows rows={14} />}
      </>
    )
  return <LoadedCard key={customerId} card={card} />
}

type Work =
  | { readonly kind: 'adding' }
  | { readonly kind: 'executing'; readonly opportunityId: string }
  | null

function LoadedCard({ card }: { readonly card: Card }) {
  const { t } = useTranslation()
  const router = useRouter()
  const dates = useDates()
  const { grades } = usePolicy()
  const wantsOpportunity = useLocation({ select: ({ state }) => state.addOpportunity === true })
  const { customer, abilities } = card
  const [work, setWork] = useState<Work>(
    wantsOpportunity && abilities.addOpportunity ? { kind: 'adding' } : null,
  )
  const [instructing, setInstructing] = useState(false)
  const [merging, setMerging] = useState(false)
  const name = customer.name ?? t('common.unknown')
  useWindowTitle(name)
  const order = (code: string) => grades.find((grade) => grade.code === code)?.order ?? grades.length + 1
  const opportunities = opportunitiesInOrder(card, order)
  const first = opportunities.find(({ status }) => status === 'open')
  const executed = work?.kind === 'executing' ? work.opportunityId : undefined
  const stop = () => setWork(null)
  const copyLink = async () => {
    await navigator.clipboard.writeText(linkToCustomer(customer.customerId))
    toast(t('desktop.copied'))
  }

  // With a form open whose fields have lost the keyboard, Esc leads back to it: what is typed there is not left behind.
  const goBack = () => {
    const field = document.querySelector<HTMLElement>('#content form :is(input, textarea)')
    if (field) field.focus()
    else router.history.back()
  }
  useShortcuts(name, [
    {
      keys: 'f',
      label: t('customers.execute'),
      run: () => first && setWork({ kind: 'executing', opportunityId: first.opportunityId }),
      when: work === null && abilities.execute && first !== undefined,
    },
    {
      keys: 'n',
      label: t('customers.addOpportunity'),
      run: () => setWork({ kind: 'adding' }),
      when: work === null && abilities.addOpportunity,
    },
    {
      keys: 'b',
      label: t('instructions.give'),
      run: () => setInstructing(true),
      when: abilities.instruct,
    },
    { keys: 'j', label: t('duplicates.mergeWith'), run: () => setMerging(true), when: abilities.merge },
    { keys: 'y', label: t('desktop.copyLink'), run: () => void copyLink() },
    { keys: 'Escape', label: t('common.back'), run: goBack, when: work === null },
  ])
  return (
    <>
      <CustomerHead
        card={card}
        isPage
        actions={
          <>
            <Button
              variant="default"
              onClick={() => router.history.back()}
              rightSection={<KeyHint keys="Escape" />}
            >
              {t('common.back')}
            </Button>
            <Tooltip label={`${t('desktop.copyLink')} (Y)`}>
              <ActionIcon
                variant="default"
                size={30}
                aria-label={t('desktop.copyLink')}
                onClick={() => void copyLink()}
              >
                <IconLink size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
            {abilities.merge && (
              <Button variant="default" onClick={() => setMerging(true)} rightSection={<KeyHint keys="j" />}>
                {t('duplicates.mergeWith')}
              </Button>
            )}
            {abilities.instruct && (
              <Button
                variant="default"
                onClick={() => setInstructing(true)}
                rightSection={<KeyHint keys="b" />}
              >
                {t('instructions.give')}
              </Button>
            )}
            {abilities.addOpportunity && (
              <Button
                variant="default"
                onClick={() => setWork({ kind: 'adding' })}
                rightSection={<KeyHint keys="n" />}
              >
                {t('customers.addOpportunity')}
              </Button>
            )}
            {abilities.execute && first && (
              <Button
                onClick={() => setWork({ kind: 'executing', opportunityId: first.opportunityId })}
                rightSection={<KeyHint keys="f" />}
              >
                {t('customers.execute')}
              </Button>
            )}
          </>
        }
      />
      <ClaimBanner customerId={customer.customerId} />
      <CoverPanel customerId={customer.customerId} />
      <CardNotes card={card} />
      {customer.erasedOn !== null && (
        <Alert color="gray" variant="light" radius={0} p="xs" role="status">
          {t('privacy.erasedOn', { on: dates.full(customer.erasedOn) })}
        </Alert>
      )}
      <div className={classes.frame}>
        <div className={classes.columns} data-working={work !== null || undefined}>
          <CustomerData card={card} />
          <section className={classes.middle} aria-label={t('customers.timeLine')} tabIndex={0}>
            <TimeLine card={card} />
          </section>
          <section className={classes.right} aria-label={t('customers.opportunities')}>
            {executed !== undefined ? (
              <ExecutionSlot
                key={executed}
                planId={openPlanOf(card, executed)?.planId ?? null}
                opportunityId={executed}
                customerId={customer.customerId}
                bare
                onDone={stop}
                onCancel={stop}
              />
            ) : work?.kind === 'adding' ? (
              <AddOpportunity card={card} onClose={stop} />
            ) : (
              <div className={classes.scroll}>
                {opportunities.map((each, index) => (
                  <OpportunityPanel
                    key={each.opportunityId}
                    card={card}
                    opportunity={each}
                    plan={openPlanOf(card, each.opportunityId)}
                    isFirst={index === 0}
                    onExecute={() => setWork({ kind: 'executing', opportunityId: each.opportunityId })}
                  />
                ))}
              </div>
            )}
          </section>
        </div>
      </div>
      {merging && <MergeWithDialog card={card} onClose={() => setMerging(false)} />}
      {instructing && (
        <InstructionDialog
          about={{ customerId: customer.customerId }}
          customerName={name}
          ownerId={customer.ownerId}
          onClose={() => setInstructing(false)}
        />
      )}
    </>
  )
}
