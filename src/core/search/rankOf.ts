import type { Needle } from './needle'
import { type Readings, spells } from './spells'

/** What can be found by: all plain (`plainText`). */
export interface Searchable {
  readonly names: readonly string[]
  /** Empty: has none that people know. */
  readonly id: string
}

const WORDS = 4
const ID_END = 5
const ID_PART = 6
const SPELLED_INSIDE = 7
/** A part of an id is at least as long. */
const LEAST_OF_ID = 4

/**
 * How well something answers a needle, 0 the best; null not at all. Its name is the needle, begins with it or holds it
 * (0, 1, 2; 1 and 3 where letters spell all of it or its beginning); its id is the needle (3); every word of the needle
 * is somewhere in names (4); its id ends with the needle or holds it (5, 6); letters spell a part of its name (7).
 */
export function rankOf({ names, id }: Searchable, needle: Needle, readings: Readings | null): number | null {
  const whole = rankOfPiece(names, id, needle.whole, readings)
  if (needle.words.length === 1 || (whole !== null && whole < WORDS)) return whole
  let worst = WORDS
  for (const word of needle.words) {
    const rank = rankOfPiece(names, id, word, readings)
    if (rank === null) return whole
    worst = Math.max(worst, rank)
  }
  return Math.min(worst, whole ?? worst)
}

function rankOfPiece(names: readonly string[], id: string, piece: string, readings: Readings | null): number | null {
  let best = rankOfId(id, piece)
  for (const name of names) {
    const rank = rankOfName(name, piece, readings)
    if (rank !== null && (best === null || rank < best)) best = rank
  }
  return best
}

function rankOfName(name: string, piece: string, readings: Readings | null): number | null {
  if (name.includes(piece)) return name === piece ? 0 : name.startsWith(piece) ? 1 : 2
  if (!readings || !/[a-z]/.test(piece)) return null
  const spelled = spells(name, piece, readings)
  return spelled && { whole: 1, begins: 3, inside: SPELLED_INSIDE }[spelled]
}

function rankOfId(id: string, piece: string): number | null {
  if (id === piece) return id === '' ? null : 3
  if (piece.length < LEAST_OF_ID || !/\d/.test(piece) || !id.includes(piece)) return null
  return id.endsWith(piece) ? ID_END : ID_PART
}
