import { polyphonic } from 'pinyin-pro'
import type { Readings } from './spells'

const known = new Map<string, readonly string[]>()

/** Every reading of a character, those with ü as `v` and as `u`. Loaded when letters are first searched for: a dictionary. */
export const readingsOf: Readings = (character) => {
  const before = known.get(character)
  if (before) return before
  const [found = []] = /\p{Script=Han}/u.test(character)
    ? polyphonic(character, { toneType: 'none', type: 'array', nonZh: 'removed' })
    : []
  const read = [
    ...new Set(
      found.flatMap((sound) => (sound.includes('ü') ? ['v', 'u'].map((u) => sound.replaceAll('ü', u)) : [sound])),
    ),
  ]
  known.set(character, read)
  return read
}
