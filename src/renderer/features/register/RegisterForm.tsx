import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { normalisePhone } from '#shared/domain/phone.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { usePolicy, useSession, useToday } from '../../api/use-session.ts'
import {
  customerInputOf,
  missingFields,
  opportunityInputOf,
  type AnyField,
} from '../../ui/fields/field-values.ts'
import { LikeStrip } from '../../ui/duplicates/LikeStrip.tsx'
import { focusFirstProblem } from '../../ui/keys/focus-problem.ts'
import { planInputOf } from '../../ui/planner/plan-draft.ts'
import { useProposal } from '../../ui/planner/use-proposal.ts'
import { useSettledSave } from '../../ui/planner/use-settled-save.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { usePairing } from '../../ui/planner/use-pairing.ts'
import { CustomerColumn } from './CustomerColumn.tsx'
import { KnownCustomer } from './KnownCustomer.tsx'
import { KnownVisitor } from './KnownVisitor.tsx'
import type { Registration } from './Registered.tsx'
import classes from './Register.module.css'
import { RegisterBar } from './RegisterBar.tsx'
import { choicesOf, type RegisterDraft } from './register-draft.ts'
import { useLookup } from './use-lookup.ts'
import { useOwners } from './use-owners.ts'
import { WishColumn } from './WishColumn.tsx'

interface RegisterFormProps {
  /** The visit of which the card is made: its consultant is the owner, and nobody else is asked for. */
  readonly visit?: CallOutput<'visits.get'>
  readonly draft: RegisterDraft
  readonly onChange: (change: Partial<RegisterDraft>) => void
  readonly onClear: () => void
  readonly onDone: (registration: Registration) => void
}

/** One page, two columns, Tab as people speak: phone first. */
export function RegisterForm({ visit, draft, onChange, onClear, onDone }: RegisterFormProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { policy, staff } = useSession()
  const today = useToday()
  const registers = useCommand('customers.register')
  const cards = useCommand('visits.card')
  const register = visit ? cards : registers
  const box = useRef<HTMLFormElement>(null)
  const [isPhoneLeft, setPhoneLeft] = useState(false)
  const mobile = draft.fields.mobile ?? ''
  const found = useLookup(mobile)
  // R-3.4a For this number alone somebody said why two customers use it.
  const [shared, setShared] = useState<{ readonly mobile: string; readonly reason: string } | null>(null)
  const isShared = found.kind === 'known' && shared?.mobile === mobile
  const phone = isShared ? ({ kind: 'free' } as const) : found
  const owners = useOwners(visit)
  const ownerId = visit ? visit.consultantId : owners.choosesFor ? (draft.ownerId ?? owners.only) : null
  const canPlan = draft.grade !== null && (!owners.choosesFor || ownerId !== null)
  const proposal = useProposal(
    {
      ...(ownerId ? { ownerId } : {}),
      ...(draft.grade ? { grade: draft.grade } : {}),
      ...(draft.expected ? { expectedPurchaseDate: draft.expected } : {}),
    },
    canPlan,
  )
  const saveLabel = t(visit ? 'register.cardTitle' : 'register.save')
  const refused = useFieldErrors(register.failure)
  const errors = (field: string): string | undefined => {
    if (field === 'customer.mobile' && phone.kind === 'wrong' && isPhoneLeft)
      return words.reason(phone.reason)
    // Refused for other fields before his turn comes: who is missing is said with them, not after them.
    if (field === 'ownerId' && register.failure && owners.choosesFor && ownerId === null)
      return refused(field) ?? t('issues.required')
    return refused(field)
  }
  const change = (field: AnyField, value: string) => onChange({ fields: { ...draft.fields, [field]: value } })
  const isKnown = phone.kind === 'known'

  const share = (reason: string) => {
    setShared({ mobile, reason })
    // The form takes the place of what was known: it goes on with the name.
    requestAnimationFrame(() => document.getElementById('register-name')?.focus())
  }
  const save = useOneAtATime(async () => {
    if (isKnown) return
    const { birthday, ...customer } = customerInputOf(draft.fields)
    const plan = planInputOf(draft.plan, await proposal.settled())
    const input = {
      customer: { ...customer, ...(birthday ? { birthday } : {}) },
      opportunity: {
        ...opportunityInputOf(draft.fields),
        ...(draft.grade ? { grade: draft.grade } : {}),
        ...(draft.expected ? { expectedPurchaseDate: draft.expected } : {}),
        ...(draft.remark.trim() ? { remark: draft.remark.trim() } : {}),
      },
      ...(isShared && shared ? { overrideReason: shared.reason } : {}),
      ...choicesOf(draft, today),
      // Without a grade nothing is proposed, and the grade is what is refused; else the empty date is.
      plan: plan ?? { on: canPlan ? '' : '1970-01-01', channel: 'phone' as const, purpose: '' },
    }
    const done = visit
      ? await cards.run({ visitId: visit.visitId, ...input })
      : await registers.run({ ...input, ...(ownerId ? { ownerId } : {}) })
    if (!done.ok) return
    onDone({
      ...done.value,
      name: draft.fields.name ?? '',
      grade: draft.grade ?? '',
      ownerName:
        visit?.consultantName ?? owners.all.find((each) => each.staffId === ownerId)?.name ?? staff.name,
      planOn: plan ? (parseBusinessDate(plan.on) ?? null) : null,
    })
  })
  const saveSettled = useSettledSave(save)

  useCarriedOver(visit !== undefined, draft, onChange)
  useEffect(() => {
    if (register.failure) focusFirstProblem(box.current)
  }, [register.failure])
  useShortcuts(t('register.title'), [
    {
      keys: 'mod+Enter',
      label: saveLabel,
      run: saveSettled,
      inFields: true,
      when: !isKnown,
    },
  ])
  return (
    <form
      ref={box}
      className={classes.form}
      aria-label={t('register.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <div className={classes.columns}>
        <CustomerColumn
          draft={draft}
          phone={phone}
          policy={policy}
          isLocked={isKnown}
          onField={change}
          onChange={onChange}
          onPhoneLeft={() => setPhoneLeft(normalisePhone(mobile).ok || mobile.trim() !== '')}
          errors={errors}
        />
        {isKnown ? (
          visit ? (
            <KnownVisitor visit={visit} known={phone.customer} mobile={mobile} onShare={share} />
          ) : (
            <KnownCustomer known={phone.customer} mobile={mobile} onShare={share} />
          )
        ) : (
          <WishColumn
            draft={draft}
            policy={policy}
            owners={owners}
            ownerId={ownerId}
            proposal={proposal.data}
            onField={change}
            onChange={onChange}
            errors={errors}
          />
        )}
      </div>
      {!isKnown && <LikeStrip typed={draft.fields} withoutPhone={!isShared} />}
      {!isKnown && (
        <RegisterBar
          draft={draft}
          policy={policy}
          failure={register.failure}
          pending={register.pending}
          saveLabel={saveLabel}
          onSave={saveSettled}
          onClear={onClear}
        />
      )}
    </form>
  )
}

/** What came with a visit stands there already: its grade proposes the date, and the first field that is empty has the keyboard. */
function useCarriedOver(
  isCarried: boolean,
  draft: RegisterDraft,
  onChange: (change: Partial<RegisterDraft>) => void,
) {
  const policy = usePolicy()
  const pairing = usePairing({ pair: draft, onChange })
  const isNew = useRef(isCarried)
  useEffect(() => {
    if (!isNew.current) return
    isNew.current = false
    if (draft.grade !== null && draft.expected === null) pairing.chooseGrade(draft.grade, null)
    const empty = missingFields(policy, { customer: draft.fields, opportunity: draft.fields })
    const wanted = empty.map(({ field }) => `#register-${field}`).join(', ')
    // The first as the eye goes, not as the policy lists them.
    const field = wanted === '' ? null : document.querySelector<HTMLElement>(wanted)
    const place = field?.matches('[role=radiogroup]')
      ? field.querySelector<HTMLElement>('[tabindex="0"]')
      : field
    place?.focus()
  }, [draft, pairing, policy])
}
