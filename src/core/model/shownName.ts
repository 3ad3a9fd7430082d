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
