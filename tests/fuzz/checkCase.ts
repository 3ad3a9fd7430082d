import { coverageField, type FieldCoverage } from '../../src/core/geo/coverage/coverageField'
import { fieldSubject } from '../../src/core/geo/coverage/fieldSubject'
import { gapOutline } from '../../src/core/geo/coverage/gapOutline'
import type { GeosEngine } from '../bench/peers/geosEngine'
import type { CoverageCase, Part } from './coverageCase'
import { evenOddSubject } from './evenOddSubject'
import { geosCovered } from './geosCovered'
import { type Box, boxOf } from './planeBox'
import { scanlineCovered } from './scanlineCovered'

/** What became of one case. */
export interface Verdict {
  /** What is wrong, in words; empty when all is right. */
  readonly faults: readonly string[]
  /** False: the engine said that its gap did not close, and the caller must fall back to a library. */
  readonly closed: boolean
  /** Chords to a circle at which GEOS agreed; 0 when GEOS could not be made to agree. */
  readonly segments: number
  /** Covered area against GEOS, relative to the subject's area. */
  readonly difference: number
}

/** Relative to the subject's area. */
const TOLERANCE = 1e-6
/** Metres: the plane's lattice. Only under a thickness of 24 cm does it outweigh the tolerance. */
const LATTICE = 2 ** -24
const SEGMENTS = [256, 1024, 8192, 32_768]
/** Above so many covers the scanlines, which look at every pair, are not asked. */
const SCANLINE_COVERS = 60

/** Measures one case and holds it against GEOS with ever more chords, and against itself. */
export function checkCase(geos: GeosEngine, { parts, covers }: CoverageCase): Verdict {
  let ours: FieldCoverage
  let drawn: number | null
  let plain: FieldCoverage
  try {
    const subject = fieldSubject(parts)
    ours = coverageField(covers).measure(subject, true)
    plain = coverageField(covers).measure(subject, false)
    const fine = 1e-7 * Math.sqrt(ours.area)
    drawn = ours.gap && fine > 0 ? areaOf(gapOutline(ours.gap, fine)) : null
  } catch (fault) {
    return { faults: [`threw ${String(fault)}`], closed: true, segments: 0, difference: Number.NaN }
  }
  if (!ours.closed) return { faults: [], closed: false, segments: 0, difference: 0 }
  const subject = evenOddSubject(geos, parts)
  const area = geos.area(subject)
  const allowed = TOLERANCE * area + LATTICE * lengthOf(parts)
  const faults: string[] = []
  if (!(Math.abs(ours.area - area) <= allowed)) faults.push(`area ${ours.area}, GEOS ${area}`)
  if (!(ours.covered >= 0 && ours.covered <= ours.area)) faults.push(`covered ${ours.covered} of ${ours.area}`)
  if (!(Math.abs(plain.covered - ours.covered) <= 1e-9 * area)) {
    faults.push(`covered ${ours.covered} with gap, ${plain.covered} without`)
  }
  const open = ours.area - ours.covered
  if (drawn !== null && !(Math.abs(drawn - open) <= allowed)) faults.push(`gap drawn ${drawn}, uncovered ${open}`)
  if (drawn === null && open > allowed) faults.push(`no gap, uncovered ${open}`)
  const settled = settle(geos, { kind: '', parts, covers }, subject, boxOf(parts), ours.covered, allowed)
  geos.destroy(subject)
  if (settled.segments === 0) faults.push(`covered ${ours.covered}, ${settled.said}`)
  return { faults, closed: true, segments: settled.segments, difference: settled.difference / (area || 1) }
}

interface Settled {
  readonly segments: number
  readonly difference: number
  readonly said: string
}

/** More chords until GEOS is within the tolerance; when the finest is not, the scanlines are asked and say what they find. */
function settle(
  geos: GeosEngine,
  made: CoverageCase,
  subject: number,
  box: Box,
  covered: number,
  allowed: number,
): Settled {
  const said: string[] = []
  let difference = Number.NaN
  for (const segments of SEGMENTS) {
    if (segments * made.covers.length > 4_000_000) break
    const found = geosCovered(geos, subject, box, made.covers, segments)
    difference = Math.abs(found - covered)
    if (difference <= allowed) return { segments, difference, said: '' }
    said.push(`GEOS ${segments}: ${found}`)
  }
  if (made.covers.length <= SCANLINE_COVERS) said.push(`scanlines: ${scanlineCovered(made.parts, made.covers).covered}`)
  return { segments: 0, difference, said: said.join(', ') }
}

/** Of drawn polygons, holes taken off. */
function areaOf(polygons: readonly Part[]): number {
  let sum = 0
  for (const [outer, ...holes] of polygons) {
    sum += Math.abs(ringArea(outer ?? []))
    for (const hole of holes) sum -= Math.abs(ringArea(hole))
  }
  return sum
}

/** Signed; from the ring's first position, so that digits survive far from the origin. */
function ringArea(ring: Part[number]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!
    const [bx = 0, by = 0] = ring[i]!
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return twice / 2
}

function lengthOf(parts: readonly Part[]): number {
  let length = 0
  for (const ring of parts.flat()) {
    for (let i = 1; i < ring.length; i++) {
      length += Math.hypot(ring[i]![0]! - ring[i - 1]![0]!, ring[i]![1]! - ring[i - 1]![1]!)
    }
  }
  return length
}
