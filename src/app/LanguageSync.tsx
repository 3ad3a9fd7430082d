import { useLayoutEffect } from 'react'
import { i18next } from '#i18n/i18n.ts'
import { useDisplay } from '#state/display.ts'

/** Speaks the chosen language, and tells the browser which it is. */
export function LanguageSync(): null {
  const language = useDisplay((display) => display.language)
  useLayoutEffect(() => {
    document.documentElement.lang = language
    void i18next.changeLanguage(language)
  }, [language])
  return null
}
