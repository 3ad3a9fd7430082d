import type { MultiPolygon, Polygon } from 'geojson'
import { edgeLayer } from '#core/geo/edges/edgeLayer.ts'
import { gapGeometry } from '#core/geo/edges/gapGeometry.ts'
import type { Lattice } from '#core/geo/edges/lattice.ts'
import type { EdgeLayer } from '#core/geo/edges/layer.ts'
import { overlay } from '#core/geo/edges/overlay.ts'
import type { Geom, GeosEngine } from '../../bench/peers/geosEngine'
import type { Part } from '../coverageCase'
import { evenOddSubject } from '../evenOddSubject'
import { lengthOf } from '../lengthOf'
import type { PolygonCase } from './polygonCase'
import { scanlineCommon, scanlineOpen } from './scanlineOpen'

/** What became of one case. */
export interface PolygonVerdict {
  /** What is wrong, in words; empty when all is right. */
  readonly faults: readonly string[]
  /** False: the engine said that its pieces do not close, and the caller falls back to a library. */
  readonly closed: boolean
  /** False: likewise of the gap's drawing. */
  readonly drawn: boolean
  /** Open area against the scanlines, relative to the subject's area. */
  readonly difference: number
  /** Neither wholly covered nor wholly open. */
  readonly partly: boolean
}

/** Steps to a metre. */
const STEPS = 2 ** 24
const PLANE: Lattice = {
  toX: (x) => Math.round(x * STEPS),
  toY: (y) => Math.round(y * STEPS),
  toPosition: (x, y) => [x / STEPS, y / STEPS],
}
/** Relative to the subject's area, and metres round all rings. */
const TOLERANCE = 1e-9
const ROUNDED = 2 / STEPS
/** Metres: GEOS at times drops a whole piece where areas nearly coincide; moved apart a little it does not. */
const SHIFTS = [0, 1e-4, -2e-4]

/** Measures one case, and holds it against scanlines, which share nothing with it, and its gap against GEOS by place. */
export function checkPolygonCase(geos: GeosEngine, made: PolygonCase): PolygonVerdict {
  const { parts, covers } = made
  const given = covers.flat()
  const layersOf = (all: readonly Part[]): EdgeLayer[] =>
    all.map((rings) => edgeLayer(rings as number[][][], PLANE)).filter((layer) => layer !== null)
  let found: ReturnType<typeof overlay>
  let gap: Polygon | MultiPolygon | null
  try {
    const subject = layersOf(parts)
    if (subject.length === 0) return { faults: [], closed: true, drawn: true, difference: 0, partly: false }
    found = overlay({ parts: subject, limits: null }, layersOf(given))
    gap = found.closed ? gapGeometry(found, PLANE) : null
  } catch (fault) {
    return { faults: [`threw ${String(fault)}`], closed: true, drawn: true, difference: Number.NaN, partly: false }
  }
  if (!found.closed) return { faults: [], closed: false, drawn: false, difference: Number.NaN, partly: false }
  const expected = scanlineOpen(made)
  const faults: string[] = []
  const area = found.area / STEPS ** 2
  const open = found.open / STEPS ** 2
  const allowed = TOLERANCE * expected.area + ROUNDED * (lengthOf(parts) + lengthOf(given))
  if (!(Math.abs(area - expected.area) <= allowed)) faults.push(`area ${area}, scanlines ${expected.area}`)
  if (!(Math.abs(open - expected.open) <= allowed)) faults.push(`open ${open}, scanlines ${expected.open}`)
  if (gap && faults.length === 0) {
    const polygons = gap.type === 'Polygon' ? [gap.coordinates] : gap.coordinates
    const drawn = polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0)
    const strip = allowed + 1e-6 * lengthOf(polygons)
    if (!(Math.abs(drawn - open) <= strip)) faults.push(`gap drawn ${drawn}, open ${open}`)
    const shape = placeFault(geos, made, polygons, open, strip)
    if (shape) faults.push(shape)
  }
  return {
    faults,
    closed: true,
    drawn: gap !== null || open <= allowed,
    difference: Math.abs(open - expected.open) / (expected.area || 1),
    partly: open > 1e-6 * area && open < (1 - 1e-6) * area,
  }
}

/** A polygon's outer ring less its holes. */
function areaOf(polygon: readonly (readonly (readonly number[])[])[]): number {
  return polygon.reduce((sum, ring, index) => sum + (index === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0)
}

function ringArea(ring: readonly (readonly number[])[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!
    const [bx = 0, by = 0] = ring[i]!
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return twice / 2
}

/** Whether the gap lies where GEOS says the ground is open, and not merely has its size. In words, or null. */
function placeFault(
  geos: GeosEngine,
  { parts, covers }: PolygonCase,
  drawn: readonly Part[],
  open: number,
  strip: number,
): string | null {
  if (open <= strip) return null
  const subject = evenOddSubject(geos, parts)
  const cover = evenOddSubject(geos, covers.flat())
  const theirs = geos.difference(subject, cover)
  let common = 0
  for (const shift of SHIFTS) {
    const ours = evenOddSubject(
      geos,
      drawn.map((part) => part.map((ring) => ring.map(([x = 0, y = 0]) => [x + shift, y - shift / 3]))),
    )
    const both: Geom = geos.intersection(ours, theirs)
    common = Math.max(common, geos.area(both) + 1.1 * Math.abs(shift) * lengthOf(drawn))
    for (const geometry of [ours, both]) geos.destroy(geometry)
    if (common >= open - strip) break
  }
  for (const geometry of [subject, cover, theirs]) geos.destroy(geometry)
  if (common >= open - strip) return null
  // Rings that all but coincide are too much for GEOS at times; scanlines decide.
  const byLines = scanlineCommon({ kind: '', parts, covers }, drawn)
  if (byLines >= open - strip) return null
  return `the gap drawn and GEOS's have ${common} in common, that of scanlines ${byLines}, of ${open}`
}
