import { Checkbox, SegmentedControl, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { penaltyUnits, type LadderName } from '#shared/domain/codes.ts'
import type { Ladder } from '#shared/policy/policy.ts'
import { useEditor } from './editor.ts'
import { WholeNumber } from './WholeNumber.tsx'
import classes from './Policy.module.css'

const fen = 100

/** One ladder: what it takes, what it is called, and from which occasion on what follows. */
export function LadderFields({ name }: { readonly name: LadderName }) {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const ladder = policy.penalties.ladders[name]
  const at = `penalties.ladders.${name}`
  const set = (patch: Partial<Ladder>) =>
    change((before) => ({
      ...before,
      penalties: {
        ...before.penalties,
        ladders: { ...before.penalties.ladders, [name]: { ...before.penalties.ladders[name], ...patch } },
      },
    }))
  return (
    <section className={classes.ladder} aria-label={t(`codes.ladder.${name}`)}>
      <div>
        <Title order={2}>{t(`codes.ladder.${name}`)}</Title>
        <Text size="xs" c="dimmed">
          {t('policy.kindsOf', {
            kinds: ladder.kinds.map((kind) => t(`codes.violationKind.${kind}`)).join(t('ui.and')),
          })}
        </Text>
      </div>
      <SegmentedControl
        aria-label={t('policy.unit')}
        size="xs"
        value={ladder.unit}
        onChange={(unit) => set({ unit })}
        data={penaltyUnits.map((value) => ({ value, label: t(`codes.penaltyUnit.${value}`) }))}
      />
      <TextInput
        label={t('policy.ladderLabelZh')}
        description={t('policy.ladderLabelHint')}
        value={ladder.label.zh}
        onChange={({ currentTarget: { value } }) => set({ label: { ...ladder.label, zh: value } })}
        error={problem(`${at}.label.zh`)}
      />
      <TextInput
        label={t('policy.ladderLabelEn')}
        value={ladder.label.en}
        onChange={({ currentTarget: { value } }) => set({ label: { ...ladder.label, en: value } })}
        error={problem(`${at}.label.en`)}
      />
      {ladder.unit !== 'none' && <Amounts ladder={ladder} at={at} set={set} />}
      <OptionalNumber
        label={t('policy.report')}
        none={t('policy.never')}
        value={ladder.reportFromOccasion}
        first={1}
        onChange={(reportFromOccasion) => set({ reportFromOccasion })}
        error={problem(`${at}.reportFromOccasion`)}
      />
      <OptionalNumber
        label={t('policy.suspension')}
        none={t('policy.never')}
        value={ladder.suspensionFromOccasion}
        first={3}
        onChange={(suspensionFromOccasion) => set({ suspensionFromOccasion })}
        error={problem(`${at}.suspensionFromOccasion`)}
      />
    </section>
  )
}

interface AmountsProps {
  readonly ladder: Ladder
  readonly at: string
  readonly set: (patch: Partial<Ladder>) => void
}

function Amounts({ ladder, at, set }: AmountsProps) {
  const { t } = useTranslation()
  const { problem } = useEditor()
  const { firstAmount, factor } = ladder
  const isMoney = ladder.unit === 'money'
  const amount = (occasion: number) => {
    const number = (firstAmount * factor ** (occasion - 1)) / (isMoney ? fen : 1)
    return Number.isFinite(number) ? String(number) : '–'
  }
  return (
    <>
      <WholeNumber
        per={isMoney ? fen : 1}
        label={t(isMoney ? 'policy.firstAmountMoney' : 'policy.firstAmountPoints')}
        value={firstAmount}
        onChange={(value) => set({ firstAmount: value })}
        error={problem(`${at}.firstAmount`)}
      />
      <WholeNumber
        label={t('policy.factor')}
        value={factor}
        onChange={(value) => set({ factor: value })}
        error={problem(`${at}.factor`)}
      />
      <Text size="xs" c="dimmed">
        {t('policy.example', { first: amount(1), second: amount(2), third: amount(3) })}
      </Text>
    </>
  )
}

interface OptionalNumberProps {
  readonly label: string
  /** What it means that there is none. */
  readonly none: string
  readonly value: number | null
  /** What it begins with when there is to be one. */
  readonly first: number
  readonly onChange: (value: number | null) => void
  readonly error?: string | undefined
  readonly description?: string
  readonly money?: boolean
}

/** A number that a policy may also do without. */
export function OptionalNumber({
  label,
  none,
  value,
  first,
  onChange,
  error,
  description,
  money,
}: OptionalNumberProps) {
  return (
    <div>
      <WholeNumber
        label={label}
        value={value}
        onChange={onChange}
        disabled={value === null}
        placeholder={none}
        error={error}
        per={money ? fen : 1}
        {...(description ? { description } : {})}
      />
      <Checkbox
        mt={6}
        label={none}
        aria-label={`${label} ${none}`}
        checked={value === null}
        onChange={({ currentTarget: { checked } }) => onChange(checked ? null : first)}
      />
    </div>
  )
}
