import { Autocomplete, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Entry.module.css'
import { useConsultantChoices } from './use-consultant-choices.ts'
import type { Board } from './visit.ts'
import type { VisitDraft } from './visit-draft.ts'

interface ConsultantFieldProps {
  readonly board: Board | undefined
  readonly draft: VisitDraft
  readonly onChange: (change: Partial<VisitDraft>) => void
  readonly errors: (field: string) => string | undefined
  /** Who would receive him by the rules, so that naming the same one needs no reason. */
  readonly expectedId: string | null
}

/** 销售顾问: whoever the rules say, or somebody else by hand, with the reason. */
export function ConsultantField({ board, draft, onChange, errors, expectedId }: ConsultantFieldProps) {
  const { t } = useTranslation()
  const choices = useConsultantChoices()
  const places = board?.places ?? []
  const expected = places.find(({ staffId }) => staffId === expectedId)
  const isByHand = draft.consultantId !== null && draft.consultantId !== expectedId
  const reasons = [t('showroom.byHand.asked'), t('showroom.byHand.met'), t('showroom.byHand.arranged')]
  return (
    <>
      <Select
        id="entry-consultant"
        className={classes.consultant}
        label={t('showroom.consultant')}
        placeholder={expected ? t('showroom.byRule', { name: expected.name }) : t('showroom.byRuleNobody')}
        value={draft.consultantId}
        onChange={(consultantId) => onChange({ consultantId })}
        data={choices(places)}
        comboboxProps={{ width: 300, position: 'bottom-end' }}
        error={errors('consultantId')}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={t('common.none')}
      />
      {isByHand && (
        <Autocomplete
          id="entry-reason"
          className={classes.consultant}
          label={t('showroom.byHandReason')}
          value={draft.byHandReason}
          onChange={(byHandReason) => onChange({ byHandReason })}
          data={reasons}
          error={errors('byHandReason')}
          withAsterisk
        />
      )}
    </>
  )
}
