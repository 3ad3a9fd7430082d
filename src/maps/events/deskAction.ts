import type { Action } from '#core/model/feedDefinitions.ts'
import { shanghaiTime } from '#core/model/time.ts'

/** What a form asks for. */
export interface Wish {
  readonly feed: string
  readonly feature: string
  readonly verb: string
  readonly unit?: string | undefined
  readonly note?: string | undefined
  readonly to?: string | undefined
  readonly by: string
}

/** A wish as an action, asked at `now` (epoch milliseconds, kept to the second). */
export const deskAction = (wish: Wish, now: number): Action => ({
  ...wish,
  id: newId(),
  at: shanghaiTime(Math.floor(now / 1000) * 1000) ?? '',
})

/** A random UUID; `crypto.randomUUID` is missing on plain http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
