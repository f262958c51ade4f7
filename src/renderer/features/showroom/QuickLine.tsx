import { Button, TextInput } from '@mantine/core'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { visitKinds } from '#shared/domain/codes.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { CallerField } from './CallerField.tsx'
import classes from './Entry.module.css'
import { splitSize, type VisitDraft } from './visit-draft.ts'

interface QuickLineProps {
  readonly draft: VisitDraft
  readonly onChange: (change: Partial<VisitDraft>) => void
  readonly errors: (field: string) => string | undefined
  readonly pending: boolean
  readonly isOpened: boolean
  readonly onToggle: () => void
  readonly onPhoneLeft: () => void
  /** Who would receive him. */
  readonly next: ReactNode
}

const kindOfKey = { w: 'walk_in', c: 'call_in' } as const

/** The line of five seconds: how many, by what way, and whatever else is known. Enter registers. */
export function QuickLine(props: QuickLineProps) {
  const { draft, onChange, errors, pending, isOpened, onToggle, onPhoneLeft, next } = props
  const { t } = useTranslation()
  const phone = useRef<HTMLInputElement>(null)

  const chooseKind = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const key = event.key.toLowerCase()
    const kind =
      key === 'w' || key === 'c'
        ? kindOfKey[key]
        : key === 'arrowup' || key === 'arrowdown'
          ? draft.kind === 'walk_in'
            ? ('call_in' as const)
            : ('walk_in' as const)
          : undefined
    if (!kind) return
    event.preventDefault()
    onChange({ kind })
  }
  const typeSize = (text: string) => {
    const split = splitSize(text)
    if (!split) return onChange({ partySize: text })
    // The next digit comes at once: the phone must have the focus before it does.
    flushSync(() => onChange({ ...split, phone: split.phone + draft.phone }))
    const field = phone.current
    field?.focus()
    field?.setSelectionRange(split.phone.length, split.phone.length)
  }
  return (
    <div className={classes.line}>
      <ChoiceGroup
        id="entry-kind"
        label={t('showroom.kind')}
        choices={visitKinds.map((value) => ({
          value,
          label: t(`codes.visitKind.${value}`),
          keys: value === 'walk_in' ? 'w' : 'c',
        }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        error={errors('kind')}
      />
      <TextInput
        id="entry-size"
        className={classes.size}
        label={t('showroom.partySize')}
        value={draft.partySize}
        onChange={(event) => typeSize(event.currentTarget.value)}
        onKeyDown={chooseKind}
        onFocus={(event) => event.currentTarget.select()}
        error={errors('partySize')}
        placeholder={draft.kind === 'call_in' ? '1' : ''}
        inputMode="numeric"
        autoComplete="off"
        autoFocus
      />
      <TextInput
        ref={phone}
        id="entry-phone"
        className={classes.phone}
        label={t('codes.field.phone')}
        value={draft.phone}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
        onBlur={onPhoneLeft}
        error={errors('phone')}
        inputMode="tel"
        autoComplete="off"
      />
      <div className={classes.caller}>
        <CallerField
          id="entry-caller"
          value={draft.callerName}
          onChange={(callerName) => onChange({ callerName })}
          error={errors('callerName')}
        />
      </div>
      {next}
      <div className={classes.buttons}>
        <Button
          variant="default"
          aria-expanded={isOpened}
          aria-controls="entry-more"
          onClick={onToggle}
          rightSection={<KeyHint keys="F2" />}
        >
          {t(isOpened ? 'showroom.less' : 'showroom.more')}
        </Button>
        <Button type="submit" loading={pending} rightSection={<KeyHint keys="Enter" />}>
          {t('showroom.register')}
        </Button>
      </div>
    </div>
  )
}
