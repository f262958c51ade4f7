import { Checkbox, MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { closableChannels } from '#shared/domain/codes.ts'
import { openChannel } from '../../ui/choice/closed-channels.ts'
import classes from './Register.module.css'
import type { RegisterDraft } from './register-draft.ts'

interface ConsentFieldsProps {
  readonly draft: RegisterDraft
  readonly onChange: (change: Partial<RegisterDraft>) => void
}

/** S7 What a new customer was told and agreed to today, and how he does not want to be contacted. */
export function ConsentFields({ draft, onChange }: ConsentFieldsProps) {
  const { t } = useTranslation()
  const { closed = [], plan } = draft
  return (
    <div className={classes.consent} role="group" aria-label={t('privacy.title')}>
      <strong>{t('privacy.title')}</strong>
      <Checkbox
        id="register-notice"
        label={t('privacy.noticeToday')}
        checked={draft.noticeGiven ?? false}
        onChange={(event) => onChange({ noticeGiven: event.currentTarget.checked })}
      />
      <Checkbox
        id="register-consent"
        label={t('privacy.consentToday')}
        checked={draft.consented ?? false}
        onChange={(event) => onChange({ consented: event.currentTarget.checked })}
      />
      <MultiSelect
        id="register-closed"
        aria-label={t('privacy.closedFields')}
        placeholder={closed.length > 0 ? '' : t('privacy.closedFields')}
        data={closableChannels.map((value) => ({ value, label: t(`codes.channel.${value}`) }))}
        value={[...closed]}
        onChange={(values) => {
          const chosen = closableChannels.filter((each) => values.includes(each))
          onChange({ closed: chosen, plan: { ...plan, channel: openChannel(plan.channel, chosen) } })
        }}
      />
    </div>
  )
}
