import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Locale } from '#shared/contract/setup.ts'
import { texts, type Text } from '#shared/text/index.ts'
import { firstLocale, rememberLocale } from './words/locale.ts'

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

/** The language of the screens, and how to change it; the choice is remembered on this machine. */
export function useLocale(): { locale: Locale; setLocale: (locale: Locale) => void } {
  const { i18n } = useTranslation()
  return {
    locale: i18n.language === 'en' ? 'en' : 'zh-CN',
    setLocale: (locale) => {
      rememberLocale(locale)
      void i18n.changeLanguage(locale)
    },
  }
}
