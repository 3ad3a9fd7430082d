import type { LocalText } from './feature'
import { textOf } from './values'

/** Characters of a name that are shown; the whole of it stays in the data, in exports and in evidence. */
const LONGEST = 120

/**
 * A name as it is shown: one line, no longer than a screen has room for. What is left out is marked by an ellipsis, and no
 * character is cut in two.
 */
export function shownName(name: string): string {
  if (name.length <= LONGEST) return name
  const last = name.codePointAt(LONGEST - 2) ?? 0
  return `${name.slice(0, last > 0xffff ? LONGEST - 2 : LONGEST - 1)}…`
}

/** What a feature is called; null where it has no name. */
export function localName({ name, name_en: english }: Readonly<Record<string, unknown>>): LocalText | null {
  const [own, other] = [textOf(name), textOf(english)]
  return own === null ? null : { zh: shownName(own), ...(other !== null && { en: shownName(other) }) }
}
