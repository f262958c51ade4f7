import { Anchor, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './WhileAway.module.css'

type Away = CallOutput<'leaves.whileAway'>

/** 休假期间: what colleagues did, what waits, and what to answer. */
export function WhileAway({ leaveId }: { readonly leaveId: string }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const { data, error, refetch } = useQuery('leaves.whileAway', { leaveId })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data?.leave) return <LoadingRows rows={6} />
  const { leave, claims, violations } = data
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <strong>
          {leave.staffId === staff.staffId
            ? t('leaves.whileAwayTitle')
            : t('leaves.whileAwayOf', { name: leave.staffName })}
        </strong>
        <Anchor size="sm" renderRoot={(props) => <Link to="/ownership" {...props} />}>
          {t('leaves.claimsCount', { count: claims })}
        </Anchor>
        <Anchor size="sm" renderRoot={(props) => <Link to="/violations" {...props} />}>
          {t('leaves.violationsCount', { count: violations })}
        </Anchor>
      </div>
      <Plans plans={data.plans} />
      <Contacts contacts={data.contacts} />
      <Instructions instructions={data.instructions} />
    </div>
  )
}

interface PartProps {
  readonly title: string
  readonly none: string
  readonly count: number
  readonly children: ReactNode
}

function Part({ title, none, count, children }: PartProps) {
  return (
    <section aria-label={title}>
      <Title order={2}>
        {title} {count > 0 && count}
      </Title>
      {count > 0 ? <ul>{children}</ul> : <p className={classes.quiet}>{none}</p>}
    </section>
  )
}

function Customer({ customerId, name }: { readonly customerId: string; readonly name: string }) {
  return (
    <Anchor
      size="sm"
      fw={700}
      renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId }} {...props} />}
    >
      {name}
    </Anchor>
  )
}

function Plans({ plans }: Pick<Away, 'plans'>) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <Part title={t('leaves.plans')} none={t('leaves.noPlans')} count={plans.length}>
      {plans.map(({ planId, customerId, customerName, grade, on, postponedFrom }) => (
        <li key={planId} className={classes.line}>
          <GradeBadge grade={grade} />
          <Customer customerId={customerId} name={customerName} />
          <DueDate on={on} />
          {postponedFrom && (
            <span className={classes.quiet}>
              {t('leaves.postponedFrom', { on: dates.withWeekday(postponedFrom) })}
            </span>
          )}
        </li>
      ))}
    </Part>
  )
}

function Contacts({ contacts }: Pick<Away, 'contacts'>) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <Part title={t('leaves.contacts')} none={t('leaves.noContacts')} count={contacts.length}>
      {contacts.map(({ followUpId, customerId, customerName, staffName, on, result, content, effective }) => (
        <li key={followUpId}>
          <div className={classes.line}>
            <Customer customerId={customerId} name={customerName} />
            <span>{dates.withWeekday(on)}</span>
            <span className={classes.quiet}>{staffName}</span>
            <span>{t(`codes.result.${result}`)}</span>
            {effective && <Tag tone="ok">{t('leaves.effective')}</Tag>}
          </div>
          {content && <div>{content}</div>}
        </li>
      ))}
    </Part>
  )
}

function Instructions({ instructions }: Pick<Away, 'instructions'>) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <Part title={t('leaves.instructions')} none={t('leaves.noInstructions')} count={instructions.length}>
      {instructions.map(({ instructionId, customerId, customerName, text, givenOn }) => (
        <li key={instructionId}>
          <div className={classes.line}>
            <Customer customerId={customerId} name={customerName} />
            <span className={classes.quiet}>{dates.withWeekday(givenOn)}</span>
          </div>
          <div>{text}</div>
        </li>
      ))}
    </Part>
  )
}
