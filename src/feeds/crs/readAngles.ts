/** Degrees, and which they are of where that is said: with the sign of their hemisphere. */
interface Angle {
  readonly degrees: number
  readonly axis: 'lon' | 'lat' | null
}

export interface AnglePair {
  readonly angles: readonly [Angle, Angle]
  /** Has a fraction, a degree sign or a hemisphere: nobody writes two mere numbers so. */
  readonly sure: boolean
}

const AXES: readonly (readonly [RegExp, 'lon' | 'lat', 1 | -1])[] = [
  [/^(东经?|e)$/i, 'lon', 1],
  [/^(西经?|w)$/i, 'lon', -1],
  [/^(北纬?|n)$/i, 'lat', 1],
  [/^(南纬?|s)$/i, 'lat', -1],
  [/^(经度|lon|lng|long|longitude)$/i, 'lon', 1],
  [/^(纬度|lat|latitude)$/i, 'lat', 1],
]

const MARK = '(东经?|西经?|北纬?|南纬?|经度|纬度|longitude|long|lon|lng|latitude|lat|[nsew])'
const FIGURE = '\\d{1,3}(?:\\.\\d+)?'
/** 117.05, 117°, 117°3', 117°3'12.5". */
const SIGNED = `([+-]?${FIGURE})\\s*(?:°\\s*(?:(${FIGURE})\\s*'\\s*(?:(${FIGURE})\\s*"?\\s*)?)?)?`
/** 117 3 12.5 */
const SPACED = `(\\d{1,3})\\s+(${FIGURE})(?:\\s+(${FIGURE}))?\\s*`
const BETWEEN = '[\\s,;/、]'

const PATTERNS: readonly { readonly pattern: RegExp; readonly mark: 'before' | 'after' | 'none' }[] = [
  ...[SIGNED, SPACED].flatMap((angle) => [
    { pattern: whole(`${MARK}[:=\\s]*${angle}${BETWEEN}*${MARK}[:=\\s]*${angle}`), mark: 'before' as const },
    { pattern: whole(`${angle}${MARK}${BETWEEN}*${angle}${MARK}`), mark: 'after' as const },
  ]),
  { pattern: whole(`${SIGNED}${BETWEEN}+${SIGNED}`), mark: 'none' },
]

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'i')
}

/** Two angles in one text (half-width, `°'"` for the parts of a degree); null where it is something else. */
export function readAngles(text: string): AnglePair | null {
  for (const { pattern, mark } of PATTERNS) {
    const found = pattern.exec(text)?.slice(1)
    if (!found) continue
    const width = found.length / 2
    const [one, other] = [found.slice(0, width), found.slice(width)].map((parts) => angleOf(parts, mark))
    if (!one || !other || (one.axis !== null && one.axis === other.axis)) return null
    return { angles: [one, other], sure: mark !== 'none' || /[.°]/.test(text) }
  }
  return null
}

function angleOf(parts: readonly (string | undefined)[], mark: 'before' | 'after' | 'none'): Angle | null {
  const word = mark === 'none' ? undefined : mark === 'before' ? parts[0] : parts.at(-1)
  const [degrees = '', minutes = '0', seconds = '0'] = mark === 'before' ? parts.slice(1) : parts
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600
  const [, axis = null, turn = 1] = AXES.find(([pattern]) => word !== undefined && pattern.test(word)) ?? []
  return { degrees: size * turn * (degrees.startsWith('-') ? -1 : 1), axis }
}
