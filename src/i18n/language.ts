import type { LocalText } from '#core/model/feature.ts'
import type { zhCN } from './zh-CN/index'

export type Language = 'zh-CN' | 'en'

/** The text in the wanted language; Chinese stands in where English is missing. */
export function sayIn(text: LocalText, language: Language): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh
}

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** The shape every language must fill: a missing key is a type error, so it fails the build. */
export type Words = Texts<typeof zhCN>
