import type { MultiPolygon, Position } from 'geojson'
import { type CoverShape, coverShapes } from '../geo/coverShape'
import { nestedRings, ringArea } from '../geo/edges/nestedRings'
import type { LocalPlane } from '../geo/localPlane'
import { RADIANS_PER_DEGREE } from '../geo/sphere'
import { type Obstacles, standsIn } from '../geo/visibility/obstacles'
import { visibilityPolygon } from '../geo/visibility/visibilityPolygon'
import type { Viewer } from '../geo/visibility/wallCurves'
import type { CityFeature } from '../model/feature'

/** How a feature looks: metres above the ground, degrees below the horizon, degrees of the whole view upright; null unknown. */
export interface Gaze {
  readonly height: number | null
  readonly tilt: number | null
  readonly verticalAngle: number | null
}

/** What one feature sees. */
export interface SeenGround {
  /** WGS84; without polygons it sees nothing. */
  readonly geometry: MultiPolygon
  /** Square metres in the plane: of the footprint as declared, and of what is seen. */
  readonly declared: number
  readonly seen: number
  /** It stands in an obstacle, which does not hide anything from it. */
  readonly inside: boolean
}

/** Metres: one that stands on an outline stands in it. */
const ON_EDGE = 1e-6

/**
 * The ground that a feature sees within its footprint, cut by what stands in the way. With height, tilt and upright angle it
 * begins where the lower edge of the view meets the ground, and ends at the latest where the upper edge does. Null: it has no
 * footprint that looks from a point.
 */
export function seenGround(
  { geometry, footprint }: Pick<CityFeature, 'geometry' | 'footprint'>,
  gaze: Gaze,
  obstacles: Obstacles,
  plane: LocalPlane,
): SeenGround | null {
  if (geometry?.type !== 'Point' && geometry?.type !== 'MultiPoint') return null
  const shapes = coverShapes(geometry, footprint)
  if (!shapes) return null
  const polygons: Position[][][] = []
  let [declared, seen] = [0, 0]
  let inside = false
  for (const shape of shapes) {
    if (shape.kind !== 'footprint') continue
    const whole = viewerOf(shape, plane)
    const rings = visibilityPolygon({ ...whole, ...reachOf(whole.far, gaze), height: gaze.height }, obstacles)
    declared += (whole.far ** 2 * whole.sweep) / 2
    for (const ring of rings) seen += ringArea(ring)
    inside ||= obstacles(whole.x, whole.y, whole.x, whole.y).some((each) => standsIn(each, whole.x, whole.y, ON_EDGE))
    polygons.push(...nested(rings, plane))
  }
  return { geometry: { type: 'MultiPolygon', coordinates: polygons }, declared, seen, inside }
}

function viewerOf(shape: Extract<CoverShape, { kind: 'footprint' }>, plane: LocalPlane): Omit<Viewer, 'height'> {
  const { centre, radius, azimuth, beamwidth } = shape
  const [x, y] = plane.toPlane(centre)
  const far = plane.circle(centre, radius).radius
  if (azimuth === null || beamwidth === null) return { x, y, near: 0, far, from: 0, sweep: 2 * Math.PI }
  const last = azimuth + plane.turn(centre) + beamwidth / 2
  return { x, y, near: 0, far, from: (90 - last) * RADIANS_PER_DEGREE, sweep: beamwidth * RADIANS_PER_DEGREE }
}

/** Where the view meets the ground. */
function reachOf(far: number, { height, tilt, verticalAngle }: Gaze): { readonly near: number; readonly far: number } {
  if (height === null || tilt === null || verticalAngle === null || !(height > 0)) return { near: 0, far }
  const lower = tilt + verticalAngle / 2
  const upper = tilt - verticalAngle / 2
  const groundAt = (degrees: number) => height / Math.tan(degrees * RADIANS_PER_DEGREE)
  // Never from the horizon upwards: the ground is not in view there.
  if (lower <= 0) return { near: far, far }
  return { near: lower >= 90 ? 0 : groundAt(lower), far: upper > 0 ? Math.min(far, groundAt(upper)) : far }
}

/** Rings of the plane as polygons with their holes, to 10⁻⁹ degrees. A hole that rounding put outside takes all away. */
function nested(rings: readonly Float64Array[], plane: LocalPlane): Position[][][] {
  if (rings.length === 0) return []
  const lattice = rings.map((ring) => {
    const flat = new Float64Array(ring.length)
    for (let i = 0; i < ring.length; i += 2) {
      const [longitude, latitude] = plane.toPosition(ring[i]!, ring[i + 1]!)
      flat[i] = Math.round(longitude! * 1e9)
      flat[i + 1] = Math.round(latitude! * 1e9)
    }
    return flat
  })
  const geometry = nestedRings(lattice)
  if (!geometry) return []
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}
