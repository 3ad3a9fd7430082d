import { type Bounds, boundsOf } from '#core/geo/boundsOf.ts'
import { EARTH_RADIUS, greatCircleDistance, RADIANS_PER_DEGREE } from '#core/geo/sphere.ts'
import type { CityFeature, RecordKind } from '#core/model/feature.ts'

/** Features that are one thing in pieces; most are a thing of one. */
export interface Pieces {
  /** The largest first. */
  readonly features: readonly CityFeature[]
  readonly bounds: Bounds | null
}

/** Pieces of one name with less than this between their boxes are one thing, metres. */
const APART = 500

/** What is drawn in pieces: ways, waters and areas. Each case, warning and device is its own, whatever its name. */
const IN_PIECES: ReadonlySet<RecordKind> = new Set(['road', 'generic', 'zone'])

/** Whether a feature may be a piece of something larger that bears its name. */
export const mayBePiece = (record: RecordKind, { geometry, properties }: CityFeature): boolean =>
  IN_PIECES.has(record) &&
  typeof properties.name === 'string' &&
  geometry !== null &&
  geometry.type !== 'Point' &&
  geometry.type !== 'MultiPoint'

interface Piece {
  readonly feature: CityFeature
  readonly bounds: Bounds
  readonly reach: Bounds
}

/** Features of one name and feed as the things they are pieces of: what lies close together is one. */
export function joinPieces(features: readonly CityFeature[]): readonly Pieces[] {
  const things: Piece[][] = []
  const pieces = features.flatMap((feature): readonly Piece[] => {
    if (!feature.geometry) return []
    const bounds = boundsOf(feature.geometry)
    return [{ feature, bounds, reach: reachOf(bounds) }]
  })
  for (const piece of pieces) {
    const near = things.filter((thing) => thing.some(({ reach }) => meet(reach, piece.reach)))
    const [first] = near
    if (first) first.push(piece, ...near.slice(1).flatMap((thing) => thing.splice(0)))
    else things.push([piece])
  }
  return things
    .filter((thing) => thing.length > 0)
    .map((thing) => ({
      features: thing.toSorted((a, b) => size(b.bounds) - size(a.bounds)).map(({ feature }) => feature),
      bounds: thing.map(({ bounds }) => bounds).reduce(around),
    }))
}

const around = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

const size = ([west, south, east, north]: Bounds): number => greatCircleDistance([west, south], [east, north])

/** A box with half of `APART` added on every side: two such boxes meet where things are not apart. */
function reachOf([west, south, east, north]: Bounds): Bounds {
  const high = APART / 2 / (EARTH_RADIUS * RADIANS_PER_DEGREE)
  const wide = high / Math.max(0.01, Math.cos(((south + north) / 2) * RADIANS_PER_DEGREE))
  return [west - wide, south - high, east + wide, north + high]
}

const meet = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
