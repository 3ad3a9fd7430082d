import type { zhCN } from './zh-CN/index'

export type Language = 'zh-CN' | 'en'

/** A text with a `count` may have another form for one, which Chinese does not need. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> } & {
  readonly [K in keyof T & string as `${K}_one`]?: string
}

/** The shape every language must fill: a missing key is a type error, so it fails the build. */
export type Words = Texts<typeof zhCN>
