/** The ways to read a Chinese character, in letters without tones; none for any other character. */
export type Readings = (character: string) => readonly string[]

/** The whole name is spelled, its beginning, or a part further in. */
export type Spelled = 'whole' | 'begins' | 'inside'

/** Fewer letters than this begin too many names. */
const LEAST = 2

/**
 * Whether letters spell a name or a part of it: each character by a whole reading or by its initial, the last by any
 * beginning of a reading; characters that have no reading stand for themselves. Both texts are plain.
 */
export function spells(name: string, letters: string, readings: Readings): Spelled | null {
  if (letters.length < LEAST) return null
  const characters = [...name]
  const failed = new Set<number>()
  /** Where in the name the letters from `at` on end, spelling it from character `from` on; null where they do not. */
  const endOf = (from: number, at: number): number | null => {
    if (at === letters.length) return from
    const character = characters[from]
    if (character === undefined || failed.has(from * letters.length + at)) return null
    for (const sound of [...readings(character), character]) {
      if (sound.startsWith(letters.slice(at))) return from + 1
      for (const part of new Set([sound, initialOf(sound), sound.slice(0, 1)])) {
        const end = letters.startsWith(part, at) ? endOf(from + 1, at + part.length) : null
        if (end !== null) return end
      }
    }
    failed.add(from * letters.length + at)
    return null
  }
  for (let from = 0; from < characters.length; from++) {
    if (!mayBegin(characters[from]!, letters, readings)) continue
    const end = endOf(from, 0)
    if (end !== null) return from > 0 ? 'inside' : end === characters.length ? 'whole' : 'begins'
  }
  return null
}

/** Most characters do not, and need no closer look. */
function mayBegin(character: string, letters: string, readings: Readings): boolean {
  if (letters.startsWith(character)) return true
  for (const sound of readings(character)) if (sound.charCodeAt(0) === letters.charCodeAt(0)) return true
  return false
}

/** The consonant that a syllable begins with, or its first letter. */
const initialOf = (sound: string): string => (/^[zcs]h/.test(sound) ? sound.slice(0, 2) : sound.slice(0, 1))
