import { TextInput, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../ui/words/i18n.ts'
import { salutationsShown, withSalutation } from '#shared/text/salutation.ts'
import classes from './Entry.module.css'

interface CallerFieldProps {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** 称呼: a name, or at least 先生 / 女士, which a click puts behind what is typed. */
export function CallerField({ id, value, onChange, error }: CallerFieldProps) {
  const { t } = useTranslation()
  const { locale } = useLocale()
  return (
    <TextInput
      id={id}
      label={t('codes.field.callerName')}
      placeholder={t('showroom.callerHint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autoComplete="off"
      rightSectionWidth={76}
      rightSection={
        <span className={classes.salutations}>
          {salutationsShown.map((each) => (
            <UnstyledButton
              key={each.gender}
              className={classes.salutation}
              tabIndex={-1}
              onClick={() => onChange(withSalutation(value, each, locale))}
            >
              {locale === 'zh-CN' ? each.zh : each.en}
            </UnstyledButton>
          ))}
        </span>
      }
    />
  )
}
