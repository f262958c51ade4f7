import { Button, Select, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channels, results, type Channel, type Result } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import classes from './Ownership.module.css'
import { PhoneOwner } from './PhoneOwner.tsx'

interface ContactFormProps {
  readonly onCancel: () => void
  readonly onDone: (followUpId: string) => void
}

/** 记录与他人客户的联系: the phone first, then what came of it. It changes neither owner, nor grade, nor plan. */
export function ContactForm({ onCancel, onDone }: ContactFormProps) {
  const { t } = useTranslation()
  const today = useToday()
  const record = useCommand('followUps.recordForAnother')
  const errors = useFieldErrors(record.failure)
  const [phone, setPhone] = useState('')
  const [result, setResult] = useState<Result | null>(null)
  const [channel, setChannel] = useState<Channel>('phone')
  const [content, setContent] = useState('')
  const [contactedOn, setContactedOn] = useState<BusinessDate | null>(today)
  const [unsaid, setUnsaid] = useState(false)
  const save = async () => {
    setUnsaid(result === null)
    if (result === null) return
    const asked = { phone: phone.trim(), result, channel, content: content.trim() }
    const done = await record.run({ ...asked, ...(contactedOn ? { contactedOn } : {}) })
    if (done.ok) onDone(done.value.followUpId)
  }
  useShortcuts(t('ownership.contact.recordTitle'), [
    { keys: 'mod+Enter', label: t('common.save'), run: () => void save(), inFields: true },
    ...results.map((code, index) => ({
      keys: String(index + 1),
      label: t(`codes.result.${code}`),
      run: () => setResult(code),
    })),
  ])
  const isLate = contactedOn !== null && contactedOn < today
  return (
    <>
      <header className={classes.head}>
        <Title order={2}>{t('ownership.contact.recordTitle')}</Title>
      </header>
      <form
        className={`${classes.form} ${classes.scroll}`}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          id="foreign-phone"
          label={t('ownership.contact.phone')}
          placeholder={t('ownership.contact.phoneHint')}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
          error={errors('phone')}
          inputMode="tel"
          withAsterisk
          autoFocus
        />
        <PhoneOwner phone={phone} />
        <ChoiceGroup
          id="foreign-result"
          label={t('ui.field.result')}
          choices={results.map((code, index) => ({
            value: code,
            label: t(`codes.result.${code}`),
            keys: String(index + 1),
          }))}
          columns={4}
          value={result}
          onChange={setResult}
          error={unsaid && result === null ? t('issues.required') : errors('result')}
          required
        />
        <Textarea
          id="foreign-content"
          label={t('ui.field.content')}
          value={content}
          onChange={(event) => setContent(event.currentTarget.value)}
          withAsterisk={result === null || result === 'reached'}
          error={errors('content')}
          autosize
          minRows={3}
        />
        <div className={classes.pair}>
          <Select
            id="foreign-channel"
            label={t('ui.field.channel')}
            value={channel}
            onChange={(code) => code && setChannel(code)}
            data={channels.map((code) => ({ value: code, label: t(`codes.channel.${code}`) }))}
            allowDeselect={false}
            error={errors('channel')}
          />
          <DateField
            id="foreign-contacted"
            label={t('ui.field.contactedOn')}
            value={contactedOn}
            onChange={setContactedOn}
            lean="past"
            max={today}
            {...(isLate ? { description: t('ownership.contact.late') } : {})}
            error={errors('contactedOn')}
          />
        </div>
        <FailureAlert failure={record.failure} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onCancel} rightSection={<KeyHint keys="Escape" />}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={record.pending} rightSection={<KeyHint keys="mod+Enter" />}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </>
  )
}
