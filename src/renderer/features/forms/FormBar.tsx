import { ActionIcon, Button, Select, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { DayWalk } from '../../ui/page/DayWalk.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { CustomerPick, customerPickId } from './CustomerPick.tsx'
import { addMonths, formKinds } from './form.ts'
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
  const icon = { size: 15, 'aria-hidden': true }
  useShortcuts(t('forms.title'), [
    ...formKinds.map((each, place) => ({
      keys: String(place + 1),
      label: t(`forms.form.${each}`),
      run: () => choice.setKind(each),
    })),
    { keys: 'mod+P', label: t('forms.printPage'), run: onPrint, inFields: true, when: ready },
    { keys: 'mod+E', label: t('paper.excel'), run: book.save, inFields: true, when: ready && exports },
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
        <>
          {exports && (
            <Button
              variant="default"
              disabled={!ready}
              loading={book.pending}
              onClick={book.save}
              leftSection={<IconFileSpreadsheet {...icon} />}
              rightSection={<KeyHint keys="mod+E" />}
              aria-label={t('paper.excel')}
            >
              Excel
            </Button>
          )}
          <Button
            variant="default"
            disabled={!ready}
            onClick={onPrint}
            leftSection={<IconPrinter {...icon} />}
            rightSection={<KeyHint keys="mod+P" />}
          >
            {t('forms.printPage')}
          </Button>
        </>
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
      {kind === 'progress_sheet' && <MonthWalk month={choice.month} onChange={choice.setMonth} />}
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

function MonthWalk({
  month,
  onChange,
}: {
  readonly month: string
  readonly onChange: (month: string) => void
}) {
  const { t } = useTranslation()
  const step = (count: number) => onChange(addMonths(month, count))
  useShortcuts(t('forms.month'), [
    { keys: 'alt+ArrowLeft', label: t('forms.previous'), run: () => step(-1), inFields: true },
    { keys: 'alt+ArrowRight', label: t('forms.next'), run: () => step(1), inFields: true },
  ])
  return (
    <>
      <Tooltip label={<KeyHint keys="alt+ArrowLeft" />}>
        <ActionIcon onClick={() => step(-1)} aria-label={t('forms.previous')}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <strong>{month}</strong>
      <Tooltip label={<KeyHint keys="alt+ArrowRight" />}>
        <ActionIcon onClick={() => step(1)} aria-label={t('forms.next')}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
