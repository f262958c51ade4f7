import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '#shared/contract/setup.ts'
import { texts, type Text } from '#shared/text/index.ts'
import { firstLocale, rememberLocale } from './locale.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    returnNull: false
    resources: { translation: Text }
  }
}

function follow(locale: string) {
  document.documentElement.lang = locale
  const language: Locale = locale === 'en' ? 'en' : 'zh-CN'
  document.getElementById('overlays')?.setAttribute('aria-label', texts[language].frame.overlays)
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en')
}

const first = firstLocale()
i18next.on('languageChanged', follow)
void i18next.use(initReactI18next).init({
  lng: first,
  fallbackLng: false,
  supportedLngs: ['zh-CN', 'en'],
  resources: { 'zh-CN': { translation: texts['zh-CN'] }, en: { translation: texts.en } },
  interpolation: { escapeValue: false },
  initAsync: false,
})
follow(first)

const languageOf = (): Locale => (i18next.language === 'en' ? 'en' : 'zh-CN')

/** What the words of one language are said with: a text that has no holes is looked up once. */
function sayIn(locale: Locale): TFunction {
  const said = new Map<string, string>()
  const t = i18next.getFixedT(locale)
  const say = (key: string, data?: object) => {
    if (data !== undefined) return t(key as never, data as never)
    const known = said.get(key)
    if (known !== undefined) return known
    const text = t(key as never) as string
    said.set(key, text)
    return text
  }
  // The one seam: the types of the keys are those of the library.
  return say as unknown as TFunction
}
const sayers = new Map<Locale, { readonly t: TFunction }>()
function sayer(): { readonly t: TFunction } {
  const locale = languageOf()
  const made = sayers.get(locale) ?? { t: sayIn(locale) }
  sayers.set(locale, made)
  return made
}
function onLanguage(tell: () => void): () => void {
  i18next.on('languageChanged', tell)
  return () => i18next.off('languageChanged', tell)
}

/**
 * The words of the screens, for what is drawn by the dozen: all texts are there from the start, so that nothing of what the hook of
 * the library keeps for each of its callers (a state, four effects, a function of its own) is needed.
 */
export const useTexts = (): { readonly t: TFunction } => useSyncExternalStore(onLanguage, sayer)

const setLocale = (locale: Locale) => {
  rememberLocale(locale)
  void i18next.changeLanguage(locale)
}

/** The language of the screens, and how to change it; the choice is remembered on this machine. */
export function useLocale(): { locale: Locale; setLocale: (locale: Locale) => void } {
  return { locale: useSyncExternalStore(onLanguage, languageOf), setLocale }
}
