import { useTranslation } from 'react-i18next'

/** What a call does, in words; a call that has none yet is named as it is. */
export function useCallWords() {
  const { t, i18n } = useTranslation()
  return (call: string): string => {
    const key = `audit.calls.${call.replace('.', '_')}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : call
  }
}
