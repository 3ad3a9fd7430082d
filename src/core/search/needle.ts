/** What somebody typed into a search box, made ready to be looked for. */
export interface Needle {
  /** As one piece, without blanks. */
  readonly whole: string
  /** What blanks and commas divide, in any order. */
  readonly words: readonly string[]
  /** Holds letters that may spell Chinese characters. */
  readonly latin: boolean
}

/** Half-width, lower case, without accents and blanks: what people type and what data writes are compared as this. */
export const plainText = (text: string): string => (PLAIN.test(text) ? text : withoutAccents(text).replace(/\s+/gu, ''))

/** Nothing to change in these: most names, found out a hundred times as fast as they are normalised. */
const PLAIN = /^[\u4e00-\u9fffa-z0-9]*$/

const withoutAccents = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase()

/** Null for a text that holds nothing to look for. An input method's own marks between syllables are left out. */
export function readNeedle(text: string): Needle | null {
  const spaced = withoutAccents(text).replace(/(?<=[a-z])['’](?=[a-z])/gu, '')
  const words = spaced.split(/[\s,;、，；]+/u).filter((word) => word !== '')
  if (words.length === 0) return null
  return { whole: words.join(''), words, latin: /[a-z]/u.test(spaced) }
}
