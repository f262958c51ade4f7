import { Button, Select, Textarea, TextInput, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { channels, results, type Channel, type Result } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { focusFirstProblem } from '../../ui/keys/focus-problem.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Ownership.module.css'
import { PhoneOwner } from './PhoneOwner.tsx'

/** What is typed of a contact; it stays when the form is left by mistake. */
export interface ContactDraft {
  readonly phone: string
  readonly result: Result | null
  readonly channel: Channel
  readonly content: string
  /** Not set: today. */
  readonly contactedOn?: BusinessDate | null
  /** Saved without a result. */
  readonly unsaid?: boolean
}
export const emptyContact: ContactDraft = { phone: '', result: null, channel: 'phone', content: '' }

interface ContactFormProps {
  readonly draft: ContactDraft
  readonly onChange: (draft: ContactDraft) => void
  readonly onCancel: () => void
  readonly onDone: (followUpId: string) => void
}

/** 记录与他人客户的联系: the phone first, then what came of it. It changes neither owner, nor grade, nor plan. */
export function ContactForm({ draft, onChange, onCancel, onDone }: ContactFormProps) {
  const { t } = useTranslation()
  const today = useToday()
  const record = useCommand('followUps.recordForAnother')
  const errors = useFieldErrors(record.failure)
  const form = useRef<HTMLFormElement>(null)
  const { phone, result, channel, content, contactedOn = today, unsaid = false } = draft
  const change = (part: Partial<ContactDraft>) => onChange({ ...draft, ...part })
  useEffect(() => {
    if (record.failure || unsaid) focusFirstProblem(form.current)
  }, [record.failure, unsaid])
  const save = async () => {
    if (result === null) return change({ unsaid: true })
    const asked = { phone: phone.trim(), result, channel, content: content.trim() }
    const done = await record.run({ ...asked, ...(contactedOn ? { contactedOn } : {}) })
    if (done.ok) onDone(done.value.followUpId)
  }
  useShortcuts(t('ownership.contact.recordTitle'), [
    { keys: 'mod+Enter', label: t('common.save'), run: () => void save(), inFields: true },
    ...results.map((code, index) => ({
      keys: String(index + 1),
      label: t(`codes.result.${code}`),
      run: () => {
        change({ result: code, unsaid: false })
        document.getElementById('foreign-content')?.focus()
      },
    })),
  ])
  const isLate = contactedOn !== null && contactedOn < today
  return (
    <>
      <header className={classes.head}>
        <Title order={2}>{t('ownership.contact.recordTitle')}</Title>
      </header>
      <form
        ref={form}
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
          onChange={(event) => change({ phone: event.currentTarget.value })}
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
          onChange={(code) => change({ result: code, unsaid: false })}
          error={unsaid && result === null ? t('issues.required') : errors('result')}
          required
        />
        <Textarea
          id="foreign-content"
          label={t('ui.field.content')}
          value={content}
          onChange={(event) => change({ content: event.currentTarget.value })}
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
            onChange={(code) => code && change({ channel: code })}
            data={channels.map((code) => ({ value: code, label: t(`codes.channel.${code}`) }))}
            allowDeselect={false}
            error={errors('channel')}
          />
          <DateField
            id="foreign-contacted"
            label={t('ui.field.contactedOn')}
            value={contactedOn}
            onChange={(day) => change({ contactedOn: day })}
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
