import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Policy } from '#shared/policy/policy.ts'
import type { ShownFailure } from '../../api/failure.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { missingFields } from '../../ui/fields/field-values.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import classes from './Register.module.css'
import type { RegisterDraft } from './register-draft.ts'

interface RegisterBarProps {
  readonly draft: RegisterDraft
  readonly policy: Policy
  readonly failure: ShownFailure | null
  readonly pending: boolean
  readonly saveLabel: string
  readonly onSave: () => void
  readonly onClear: () => void
}

/** The button, and beside it once all important fields that are empty; each leads to its field. */
export function RegisterBar({
  draft,
  policy,
  failure,
  pending,
  saveLabel,
  onSave,
  onClear,
}: RegisterBarProps) {
  const { t } = useTranslation()
  const important = missingFields(policy, { customer: draft.fields, opportunity: draft.fields }).filter(
    ({ level }) => level === 'important',
  )
  const lead = (field: string) => {
    const more = document.getElementById('register-more')
    if (more?.getAttribute('aria-expanded') === 'false') more.click()
    // The folded part is drawn first.
    requestAnimationFrame(() => document.getElementById(`register-${field}`)?.focus())
  }
  return (
    <footer className={classes.bar}>
      <FailureAlert failure={failure} />
      <div className={classes.barLine}>
        <div className={classes.reminder}>
          {important.length > 0 && (
            <>
              {t('register.missing')}
              {important.map(({ field }) => (
                <Button
                  key={field}
                  variant="subtle"
                  size="compact-xs"
                  tabIndex={-1}
                  onClick={() => lead(field)}
                >
                  {t(`codes.field.${field}`)}
                </Button>
              ))}
            </>
          )}
        </div>
        <Button variant="default" onClick={onClear} tabIndex={0}>
          {t('register.clear')}
        </Button>
        <Button onClick={onSave} loading={pending} rightSection={<KeyHint keys="mod+Enter" />}>
          {saveLabel}
        </Button>
      </div>
    </footer>
  )
}
