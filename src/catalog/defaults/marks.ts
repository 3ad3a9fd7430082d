/** Icon and colour of one line of a legend. */
interface Mark {
  readonly icon: string
  readonly color: string
}

/** Gives marks of which no two are alike, as long as there are any left. */
export interface Marks {
  /** The next free mark of a point, that of the record first. */
  point(icon: string, color: string): Mark
  /** The next free colour of an area or a line. */
  tone(color: string): string
}

const ICONS = ['circle', 'square', 'diamond', 'triangle', 'hexagon', 'star', 'ring', 'plus', 'cross']
/** Shades that say nothing about how something is: no level, no coverage, no selection. */
const SHADES = ['$text1', '$text2', '$text3']
/** Areas have no shape to tell them apart: two hues that have no other meaning. */
const TONES = [...SHADES, '$cat7', '$cat5']

/** The marks of one catalog. Points differ by shape before they differ by shade. */
export function createMarks(): Marks {
  const points = new Set<string>()
  const tones = new Set<string>()
  return {
    point(icon, color) {
      const icons = [...new Set([icon, ...ICONS])]
      const shades = [...new Set([color, ...SHADES])]
      const candidates = shades.flatMap((shade) => icons.map((one) => ({ icon: one, color: shade })))
      return nextFree(points, candidates, (mark) => `${mark.icon} ${mark.color}`)
    },
    tone: (color) => nextFree(tones, [...new Set([color, ...TONES])], (tone) => tone),
  }
}

/** The first candidate that is not taken, and takes it; where all are, they are given out once more. */
function nextFree<T>(taken: Set<string>, candidates: readonly T[], key: (candidate: T) => string): T {
  const free = candidates.find((candidate) => !taken.has(key(candidate)))
  if (free === undefined) taken.clear()
  const chosen = free ?? candidates[0]!
  taken.add(key(chosen))
  return chosen
}
