import { Button, Group, Title } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import type { Card } from '../../ui/customer/card.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { opportunityInputOf } from '../../ui/fields/field-values.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { emptyPlan, planInputOf } from '../../ui/planner/plan-draft.ts'
import { Planner } from '../../ui/planner/Planner.tsx'
import { useProposal } from '../../ui/planner/use-proposal.ts'
import { useSettledSave } from '../../ui/planner/use-settled-save.ts'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { OpportunityFields, type OpportunityDraft } from './OpportunityFields.tsx'
import classes from './OpportunityPanel.module.css'

interface AddOpportunityProps {
  readonly card: Card
  readonly onClose: () => void
}

/** A further opportunity of a known customer, with its first plan. */
export function AddOpportunity({ card, onClose }: AddOpportunityProps) {
  const { t } = useTranslation()
  const adds = useCommand('opportunities.add')
  const cards = useCommand('visits.card')
  const navigate = useNavigate()
  // Of a visitor who turned out to be this customer, it is the card of his visit.
  const visitId = useLocation({ select: ({ state }) => state.cardsVisit })
  const add = visitId ? cards : adds
  const errors = useFieldErrors(add.failure)
  const { customerId, ownerId } = card.customer
  const [draft, setDraft] = useState<OpportunityDraft>({
    fields: {},
    grade: null,
    expected: null,
    remark: '',
  })
  const [plan, setPlan] = useState(emptyPlan)
  const proposal = useProposal(
    {
      ...(ownerId ? { ownerId } : {}),
      ...(draft.grade ? { grade: draft.grade } : {}),
      ...(draft.expected ? { expectedPurchaseDate: draft.expected } : {}),
    },
    draft.grade !== null,
  )
  const save = useOneAtATime(async () => {
    const input = {
      customerId,
      opportunity: {
        ...opportunityInputOf(draft.fields),
        ...(draft.grade ? { grade: draft.grade } : {}),
        ...(draft.expected ? { expectedPurchaseDate: draft.expected } : {}),
        ...(draft.remark.trim() ? { remark: draft.remark.trim() } : {}),
      },
      // Without a grade nothing is proposed, and the grade is what is refused; else the empty date is.
      plan: planInputOf(plan, await proposal.settled()) ?? {
        on: draft.grade === null ? '1970-01-01' : '',
        channel: 'phone' as const,
        purpose: '',
      },
    }
    const done = visitId ? await cards.run({ visitId, ...input }) : await adds.run(input)
    if (!done.ok) return
    toast(t('customers.added'))
    if (visitId) void navigate({ to: '.', replace: true, state: {} })
    onClose()
  })
  const saveSettled = useSettledSave(save)
  useShortcuts(t('customers.addOpportunity'), [
    { keys: 'mod+Enter', label: t('common.save'), run: saveSettled, inFields: true },
  ])
  useEffect(() => {
    document.getElementById('opportunity-model')?.focus()
  }, [])
  const leave = (event: KeyboardEvent) => {
    const isOpen =
      event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key !== 'Escape' || isOpen || event.nativeEvent.isComposing) return
    event.nativeEvent.stopImmediatePropagation()
    onClose()
  }
  return (
    <form
      className={classes.fill}
      aria-label={t('customers.addOpportunity')}
      noValidate
      onKeyDown={leave}
      onSubmit={(event) => {
        event.preventDefault()
        saveSettled()
      }}
    >
      <div className={classes.form}>
        <Title order={2} size="h3">
          {t('customers.addOpportunity')}
        </Title>
        <OpportunityFields
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          errors={errors}
        />
        <Title order={3}>{t('customers.firstPlan')}</Title>
        <Planner
          closed={card.customer.doNotContact}
          id="opportunity-plan"
          proposal={proposal.data}
          value={plan}
          onChange={(change) => setPlan((before) => ({ ...before, ...change }))}
          errors={(field) => errors(`plan.${field}`)}
          {...(draft.grade === null ? { waiting: t('register.waitForGrade') } : {})}
        />
        <FailureAlert failure={add.failure} />
        <Group gap="sm">
          <Button type="submit" loading={add.pending} rightSection={<KeyHint keys="mod+Enter" />}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint keys="Escape" />}>
            {t('common.cancel')}
          </Button>
        </Group>
      </div>
    </form>
  )
}
