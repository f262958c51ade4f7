import { useTranslation } from 'react-i18next'
import { useWords } from '../../ui/words/use-words.ts'

/** What a table holds and a column means, in words; what has none yet is named as it is. */
export function useRowWords() {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const say = (key: string) => (i18n.exists(key) ? (t as (key: string) => string)(key) : undefined)
  return {
    table: (name: string): string => say(`audit.tables.${name}`) ?? name,
    column: (name: string): string => say(`audit.columns.${name}`) ?? words.field(name),
  }
}
