import { useTranslation } from 'react-i18next'
import classes from './FormPaper.module.css'

interface OptionsProps<T extends string> {
  readonly of: readonly T[]
  readonly chosen: T | null
  readonly wordOf: (option: T) => string
}

/** The boxes of a paper form, the chosen one ticked: □ 男 ☑ 女. */
export function Options<T extends string>({ of, chosen, wordOf }: OptionsProps<T>) {
  const { t } = useTranslation()
  return (
    <span className={classes.options}>
      {of.map((option) => (
        <span key={option}>
          {t(option === chosen ? 'forms.card.yes' : 'forms.card.no', { word: wordOf(option) })}
        </span>
      ))}
    </span>
  )
}
