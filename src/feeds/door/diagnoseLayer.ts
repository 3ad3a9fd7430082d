import type { CatalogFeed } from '#catalog/schema.ts'
import { CRS_NAMES } from '#catalog/vocabulary.ts'
import { greatCircleDistance } from '#core/geo/sphere.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { type Convert, converterOf, sameCrs } from '../crs/converterOf'
import { type Box, isInside } from '../geometry/cityLimit'
import { type LikelySystem, NOTICES } from './reasons'

type Pair = readonly [number, number]

/** So many positions, evenly spread, speak for the layer. */
const SAMPLE = 400
/** Share of positions that an explanation must bring into the city. */
const MOST = 0.9
const SCALES: readonly { readonly factor: number; readonly zh: string; readonly en: string }[] = [
  { factor: 1e-5, zh: '十万分之一度', en: 'hundred-thousandths of a degree' },
  { factor: 1e-6, zh: '百万分之一度', en: 'millionths of a degree' },
  { factor: 1e-7, zh: '千万分之一度', en: 'ten-millionths of a degree' },
  { factor: 1 / 3600, zh: '角秒', en: 'seconds of arc' },
  { factor: 180 / Math.PI, zh: '弧度', en: 'radians' },
]

/** 6° zones, the surveys of small scale, share meridians with 3° zones; the latter are what a county uses. */
const SIX_DEGREES = /^EPSG:(449[1-9]|450\d|451[0-2])$/
const LIKELIEST_FIRST = [
  ...CRS_NAMES.filter((name) => !SIX_DEGREES.test(name)),
  ...CRS_NAMES.filter((name) => SIX_DEGREES.test(name)),
]

/**
 * The likely cause when a layer as a whole lies outside the city: swapped axes, another coordinate system, another
 * unit, a wrong sign, no coordinates at all, projected positions of a system that is not known, or a shift. `all` are positions as written, one of each feature refused for
 * its place; there is at least one. Said once; nothing is moved on the strength of it.
 */
export function diagnoseLayer(all: readonly Pair[], feed: CatalogFeed, limit: Box): Reason {
  const step = Math.ceil(all.length / SAMPLE)
  const positions = all.filter((_, index) => index % step === 0)
  const declared = converterOf(feed.crs) ?? ((x: number, y: number): Pair => [x, y])
  const fits = (convert: Convert): boolean => {
    const inside = positions.filter(([x, y]) => {
      const [longitude, latitude] = convert(x, y)
      return isInside(limit, longitude, latitude)
    })
    return inside.length >= MOST * positions.length
  }
  if (positions.every(([x, y]) => Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6)) return NOTICES.layerNull()
  if (fits((x, y) => declared(y, x))) return NOTICES.layerSwapped()
  const scale = SCALES.find(({ factor }) => fits((x, y) => [x * factor, y * factor]))
  if (scale) return NOTICES.layerScaled(scale.zh, scale.en)
  const signs: readonly Pair[] = [
    [-1, 1],
    [1, -1],
    [-1, -1],
  ]
  if (signs.some(([east, north]) => fits((x, y) => declared(east * x, north * y)))) return NOTICES.layerSign()
  for (const swapped of [false, true]) {
    for (const crs of LIKELIEST_FIRST.filter((name) => !sameCrs(name, feed.crs))) {
      const convert = converterOf(crs)
      if (convert && fits((x, y) => (swapped ? convert(y, x) : convert(x, y)))) {
        return NOTICES.layerOtherCrs(feed.crs, crs, swapped)
      }
    }
  }
  const isProjected =
    positions.filter(([x, y]) => Math.abs(x) > 360 || Math.abs(y) > 360).length >= MOST * positions.length
  if (isProjected && declared === converterOf('wgs84')) {
    return NOTICES.layerProjected(feed.crs, nearestSystems(positions, limit))
  }
  return shifted(positions, declared, limit)
}

/** Kilometres: a system that puts the layer farther from the city than this is no likely one. */
const NEAR = 300
const MOST_NAMED = 3

/** The systems that put the middle of the layer nearest to the city's, and how far from it. */
function nearestSystems(positions: readonly Pair[], [west, south, east, north]: Box): readonly LikelySystem[] {
  const x = middle(positions.map(([first]) => first))
  const y = middle(positions.map(([, second]) => second))
  const centre = [(west + east) / 2, (south + north) / 2]
  const systems = [false, true].flatMap((swapped) =>
    LIKELIEST_FIRST.flatMap((crs): LikelySystem[] => {
      const convert = converterOf(crs)
      const place = convert?.(swapped ? y : x, swapped ? x : y)
      const kilometres = place?.every(Number.isFinite) ? greatCircleDistance(centre, [...place]) / 1000 : Number.NaN
      return kilometres <= NEAR ? [{ crs, swapped, kilometres }] : []
    }),
  )
  return systems.sort((one, other) => one.kilometres - other.kilometres).slice(0, MOST_NAMED)
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function shifted(positions: readonly Pair[], declared: Convert, [west, south, east, north]: Box): Reason {
  const places = positions.map(([x, y]) => declared(x, y))
  const offset = (values: readonly number[], centre: number): string => (middle(values) - centre).toFixed(3)
  return NOTICES.layerShifted(
    offset(
      places.map(([longitude]) => longitude),
      (west + east) / 2,
    ),
    offset(
      places.map(([, latitude]) => latitude),
      (south + north) / 2,
    ),
  )
}
