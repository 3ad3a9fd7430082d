import { useLayoutEffect } from 'react'
import { i18next, speak } from '#i18n/i18n.ts'
import { setDisplay, useDisplay } from '#state/display.ts'

/** Speaks the chosen language, and tells the browser which it is. A choice whose words cannot be had is taken back. */
export function LanguageSync(): null {
  const language = useDisplay((display) => display.language)
  useLayoutEffect(() => {
    const follow = async (): Promise<void> => {
      await speak(language).catch((error: unknown) => {
        console.warn(`no words for ${language}:`, error)
        setDisplay({ language: 'zh-CN' })
      })
      document.documentElement.lang = i18next.language
    }
    void follow()
  }, [language])
  return null
}
