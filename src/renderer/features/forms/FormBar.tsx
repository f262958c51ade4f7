import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { DayWalk } from '../../ui/page/DayWalk.tsx'
import { MonthWalk } from '../../ui/page/MonthWalk.tsx'
import { SheetButtons } from '../../ui/paper/SheetButtons.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { CustomerPick, customerPickId } from './CustomerPick.tsx'
import { formKinds } from './form.ts'
import type { FormChoice } from './use-form-choice.ts'

interface FormBarProps {
  readonly choice: FormChoice
  readonly customerName: string | undefined
  /** There is a sheet to print. */
  readonly ready: boolean
  readonly onPrint: () => void
  readonly book: { readonly save: () => void; readonly pending: boolean }
}

/** Above the sheet: which form, of which date, month, person or customer, and how it leaves the program. */
export function FormBar({ choice, customerName, ready, onPrint, book }: FormBarProps) {
  const { t } = useTranslation()
  const exports = useCan('form.export')
  const { kind } = choice
  useShortcuts(t('forms.title'), [
    ...formKinds.map((each, place) => ({
      keys: String(place + 1),
      label: t(`forms.form.${each}`),
      run: () => choice.setKind(each),
    })),
    {
      keys: '/',
      label: t('forms.customer'),
      run: () => document.getElementById(customerPickId)?.focus(),
      when: kind === 'customer_card',
    },
  ])
  return (
    <ListToolbar
      actions={
        <SheetButtons
          label={t('forms.title')}
          ready={ready}
          onPrint={onPrint}
          book={exports ? book : undefined}
        />
      }
    >
      <ChoiceGroup
        label={t('forms.which')}
        labelHidden
        choices={formKinds.map((value, place) => ({
          value,
          label: t(`forms.form.${value}`),
          keys: String(place + 1),
        }))}
        value={kind}
        onChange={choice.setKind}
      />
      {(kind === 'visit_register' || kind === 'daily_report') && (
        <DayWalk label={t('forms.date')} on={choice.on} onChange={choice.setOn} />
      )}
      {kind === 'progress_sheet' && (
        <MonthWalk label={t('forms.month')} month={choice.month} onChange={choice.setMonth} />
      )}
      {kind === 'customer_card' && (
        <CustomerPick value={choice.customerId} name={customerName} onChange={choice.setCustomerId} />
      )}
      {(kind === 'progress_sheet' || kind === 'daily_report') && !choice.isOwn && (
        <Select
          aria-label={t('forms.person')}
          value={choice.staffId ?? ''}
          onChange={(staffId) => choice.setStaffId(staffId || null)}
          data={[
            { value: '', label: t('forms.everybody') },
            ...choice.people.map(({ staffId, name }) => ({ value: staffId, label: name })),
          ]}
          allowDeselect={false}
          searchable
          size="xs"
          w={140}
        />
      )}
    </ListToolbar>
  )
}
