import { withoutSecrets } from './withoutSecrets'

const LONGEST = 80
/** Characters of a text that are looked through for secrets; what follows is never shown. */
const LOOKED_AT = 4000

/** A value as JSON on one line, shortened; `nothing` for undefined. Of a large or deep value only the beginning is looked at. */
export function foundText(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = beginning(value, LONGEST + 1)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** The first characters of a value as JSON, at least `most` of them where there are so many. A bracket is one, so calls go no deeper. */
function beginning(value: unknown, most: number): string {
  if (most <= 0) return ''
  if (typeof value === 'string') return JSON.stringify(withoutSecrets(value.slice(0, LOOKED_AT)).slice(0, most))
  // JSON would write null for what is infinite.
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value)
  const isList = Array.isArray(value)
  let text = isList ? '[' : '{'
  const add = (key: string, inner: unknown): boolean => {
    if (!isList && inner === undefined) return true
    if (text.length > 1) text += ','
    if (!isList) text += `${JSON.stringify(key.slice(0, most))}:`
    text += beginning(inner ?? null, most - text.length)
    return text.length < most
  }
  for (const key in value) {
    if (Object.hasOwn(value, key) && !add(key, Object.getOwnPropertyDescriptor(value, key)?.value)) return text
  }
  return text + (isList ? ']' : '}')
}
