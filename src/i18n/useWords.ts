import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalText } from '#core/model/feature.ts'
import type { Language } from './language'
import { rememberTexts } from './rememberTexts'
import { sayIn } from './sayIn'

export interface Words {
  readonly t: TFunction
  readonly language: Language
  /** A text of the data (catalog, standard) in the present language. */
  readonly say: (text: LocalText) => string
}

/** The app's words and the data's words in the present language. */
export function useWords(): Words {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN'
  return useMemo(
    () => ({ t: rememberTexts(t, language), language, say: (text) => sayIn(text, language) }),
    [t, language],
  )
}
