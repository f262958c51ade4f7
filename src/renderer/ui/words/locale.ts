import type { Locale } from '#shared/contract/setup.ts'

const key = 'showroom.locale'
const isLocale = (text: string | null): text is Locale => text === 'zh-CN' || text === 'en'

/** The language to start with: the last one chosen here, else the one the shell names (`?lang=`), else the system's. */
export function firstLocale(): Locale {
  const named = takeNamed()
  const chosen = localStorage.getItem(key)
  if (isLocale(chosen)) return chosen
  if (isLocale(named)) return named
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** The language the shell names. It leaves the address, because the router takes every `?` for a search of its own. */
function takeNamed(): string | null {
  const named = new URLSearchParams(location.search).get('lang')
  if (named === null) return sessionStorage.getItem(key)
  sessionStorage.setItem(key, named)
  history.replaceState(history.state, '', location.pathname + location.hash)
  return named
}

export const rememberLocale = (locale: Locale) => localStorage.setItem(key, locale)
