import type { zhCN } from './zh-CN/index'

export type Language = 'zh-CN' | 'en'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** The shape every language must fill: a missing key is a type error, so it fails the build. */
export type Words = Texts<typeof zhCN>
