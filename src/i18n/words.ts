import type { zhCN } from './zh-CN/index'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** The shape every language must fill: a missing key is a type error, so it fails the build. */
export type Words = Texts<typeof zhCN>
