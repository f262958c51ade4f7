import type { Locale } from '#shared/contract/setup.ts'

const key = 'showroom.locale'
export const locales: readonly Locale[] = ['zh-CN', 'en']
const isLocale = (text: string | null): text is Locale => text === 'zh-CN' || text === 'en'

/** The language to start with: the last one chosen here, else the one the shell names (`?lang=`), else the system's. */
export function firstLocale(): Locale {
  const chosen = localStorage.getItem(key)
  if (isLocale(chosen)) return chosen
  const named = new URLSearchParams(location.search).get('lang')
  if (isLocale(named)) return named
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export const rememberLocale = (locale: Locale) => localStorage.setItem(key, locale)
