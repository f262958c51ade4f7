import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { results } from '#shared/domain/codes.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { focusFirstProblem } from '../../ui/keys/focus-problem.ts'
import type { ExecutionProps } from '../../ui/ExecutionSlot.tsx'
import { useCommand } from '../../api/use-command.ts'
import { queryKey } from '../../api/use-query.ts'
import { usePolicy, useSession, useToday } from '../../api/use-session.ts'
import type { Card, CardOpportunity, CardPlan } from '../../ui/customer/card.ts'
import { TimeLine } from '../../ui/customer/TimeLine.tsx'
import { useProposal } from '../../ui/planner/use-proposal.ts'
import { useSettledSave } from '../../ui/planner/use-settled-save.ts'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { ContactFields } from './ContactFields.tsx'
import { emptyDraft, plansToKeep, type Draft } from './draft.ts'
import classes from './Execution.module.css'
import { followUpInputOf, type FollowUpInput, type OwnProblem } from './follow-up-input.ts'
import { FormHead } from './FormHead.tsx'
import { NextStep } from './NextStep.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useDraft } from './use-draft.ts'

interface OpenFormProps extends ExecutionProps {
  readonly card: Card
  readonly opportunity: CardOpportunity
  readonly plan: CardPlan | undefined
}

/** The form over a card that has been read. */
export function OpenForm(props: OpenFormProps) {
  const {
    card,
    opportunity,
    plan,
    planId,
    customerId,
    bare = false,
    continues = false,
    onDone,
    onCancel,
  } = props
  const { opportunityId } = opportunity
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const today = useToday()
  const policy = usePolicy()
  const queryClient = useQueryClient()
  const { staff } = useSession()
  const execute = useCommand('followUps.execute')
  const box = useRef<HTMLFormElement>(null)
  const kept = plansToKeep(card, opportunity, plan, today)
  const [problems, setProblems] = useState<readonly OwnProblem[]>([])
  const { draft, change, restored, clear, startAgain } = useDraft(
    { staffId: staff.staffId, customerId, id: plan?.planId ?? opportunityId },
    emptyDraft(opportunity, plan, today, kept.length > 0, card.customer.doNotContact),
    today,
  )
  const proposal = useProposal({
    opportunityId,
    result: draft.result ?? 'reached',
    ...(draft.contactedOn ? { contactedOn: draft.contactedOn } : {}),
    ...(draft.grade ? { grade: draft.grade } : {}),
    ...(draft.expected ? { expectedPurchaseDate: draft.expected } : {}),
  })
  const refused = useFieldErrors(execute.failure)
  const errors = (field: string) =>
    problems.some((each) => each === field) ? t('execution.choose') : refused(field)

  const sayNext = (next: FollowUpInput['next']) => {
    const name = card.customer.name ?? t('common.unknown')
    if (next.kind === 'ordered') return t('execution.doneOrdered', { name })
    if (next.kind === 'lost')
      return t(policy.switches.lossNeedsApproval ? 'execution.doneLossApplied' : 'execution.doneLost', {
        name,
      })
    if (next.kind === 'keep') return t('execution.doneKept', { name })
    const on = parseBusinessDate(next.on)
    return t('execution.donePlan', { name, on: on ? dates.withWeekday(on) : '' })
  }
  const sayDone = (next: FollowUpInput['next'], effective: boolean) =>
    [sayNext(next), effective ? t('reasons.effective') : t('execution.notEffective')].join(' · ')
  const save = useOneAtATime(async (current: Draft = draft) => {
    const made = followUpInputOf(current, { planId, opportunityId }, await proposal.settled(), today)
    if ('problems' in made) {
      setProblems(made.problems)
      return
    }
    setProblems([])
    const done = await execute.run(made.input)
    if (!done.ok) return
    clear()
    // The next form of the same customer must not open with the card from before.
    await queryClient.invalidateQueries({
      queryKey: queryKey('customers.get', { customerId }),
      refetchType: 'none',
    })
    const warnings = done.value.warnings.map((each) => words.reason(each))
    toast(
      [sayDone(made.input.next, done.value.effective.yes), ...warnings].join(' · '),
      warnings.length > 0 ? 'warn' : 'ok',
    )
    onDone()
  })
  const saveSettled = useSettledSave(() => save())

  const { failure } = execute
  useEffect(() => {
    if (failure !== null || problems.length > 0) focusFirstProblem(box.current)
  }, [failure, problems])
  useEffect(() => {
    // From the first moment a number chooses the result.
    box.current?.querySelector<HTMLElement>('#execution-result [tabindex="0"]')?.focus()
  }, [])
  const chooseResult = (result: (typeof results)[number]) => {
    change({ result })
    setProblems([])
    document.getElementById('execution-content')?.focus()
  }
  useShortcuts(t('execution.title'), [
    ...results.map((result, index) => ({
      keys: String(index + 1),
      label: t(`codes.result.${result}`),
      run: () => chooseResult(result),
    })),
    ...gradesInOrder(policy)
      .filter(({ code }) => /^[A-Z]$/.test(code))
      .map(({ code }) => ({
        keys: code.toLowerCase(),
        label: t('ui.gradeOf', { grade: code }),
        run: () => document.querySelector<HTMLElement>(`#execution-grade [data-value="${code}"]`)?.click(),
      })),
    {
      keys: 'mod+Enter',
      label: t('common.save'),
      run: saveSettled,
      inFields: true,
      when: failure?.code !== 'STALE_VERSION',
    },
    // After a click beside the fields the form itself hears no key.
    { keys: 'Escape', label: t('common.cancel'), run: onCancel },
  ])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    const opened =
      event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (opened || document.querySelector('[role="dialog"]')) return
    event.stopPropagation()
    onCancel()
  }
  return (
    <form
      ref={box}
      className={classes.form}
      aria-label={t('execution.title')}
      noValidate
      onKeyDown={leave}
      onSubmit={(event) => {
        event.preventDefault()
        saveSettled()
      }}
    >
      <FormHead
        card={card}
        bare={bare}
        opportunity={opportunity}
        plan={plan}
        restored={restored}
        onStartAgain={startAgain}
        onCancel={onCancel}
      />
      <div className={classes.body} data-bare={bare || undefined}>
        {!bare && (
          <aside className={classes.history} tabIndex={0} aria-label={t('customers.timeLine')}>
            <TimeLine card={card} opportunityId={opportunityId} pastOnly first={20} />
          </aside>
        )}
        <div className={classes.fields}>
          <ContactFields
            closed={card.customer.doNotContact}
            draft={draft}
            opportunity={opportunity}
            agreement={proposal.data}
            onChange={change}
            onResult={chooseResult}
            errors={errors}
          />
          <NextStep
            closed={card.customer.doNotContact}
            draft={draft}
            kept={kept}
            appointment={opportunity.appointment}
            proposal={proposal.data}
            onChange={change}
            errors={errors}
          />
        </div>
      </div>
      <SaveBar
        card={card}
        opportunity={opportunity}
        draft={draft}
        failure={execute.failure}
        pending={execute.pending}
        continues={continues}
        onChange={change}
        onSave={(settled) => void save(settled)}
        onReset={execute.reset}
        onCancel={onCancel}
        errors={errors}
      />
    </form>
  )
}
