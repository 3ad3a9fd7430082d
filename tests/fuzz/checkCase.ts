import { coverageField, type FieldCoverage } from '#core/geo/coverage/coverageField.ts'
import { fieldSubject } from '#core/geo/coverage/fieldSubject.ts'
import { gapOutline } from '#core/geo/coverage/gapOutline.ts'
import type { GeosEngine } from '../bench/peers/geosEngine'
import type { CoverageCase, Part } from './coverageCase'
import { evenOddSubject } from './evenOddSubject'
import { gapShapeFault } from './gapShapeFault'
import { geosCovered } from './geosCovered'
import { lengthOf } from './lengthOf'
import { type Box, boxOf } from './planeBox'
import { scanlineCovered } from './scanlineCovered'
import { sumGapRings } from './sumGapRings'

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
  /** The subject is so thin, under 24 cm, that the plane's lattice outweighs the relative tolerance. */
  readonly thin: boolean
  /** Neither wholly covered nor wholly open. */
  readonly partly: boolean
}

const UNSETTLED = { segments: 0, difference: Number.NaN, thin: false, partly: false }

/** Relative to the subject's area. */
const TOLERANCE = 1e-6
/** Metres: the plane's lattice. Only under a thickness of 24 cm does it outweigh the tolerance. */
const LATTICE = 2 ** -24
/** Metres: what a drawn gap may stand off from its arcs. */
const DRAWN = 0.05
/** Metres: pieces of a ring meet within it. */
const CLOSE = 1e-3
const SEGMENTS = [256, 1024, 8192, 32_768]
/** Above so many covers the scanlines, which look at every pair, are not asked. */
const SCANLINE_COVERS = 60

/** Measures one case, holds it against GEOS with ever more chords, and its gap against GEOS's by place. */
export function checkCase(geos: GeosEngine, { parts, covers }: CoverageCase): Verdict {
  let ours: FieldCoverage
  let polygons: Part[]
  let plain: FieldCoverage
  try {
    const subject = fieldSubject(parts)
    ours = coverageField(covers).measure(subject, true)
    plain = coverageField(covers).measure(subject, false)
    polygons = ours.gap ? gapOutline(ours.gap, DRAWN) : []
  } catch (fault) {
    return { faults: [`threw ${String(fault)}`], closed: true, ...UNSETTLED }
  }
  if (!ours.closed) return { faults: [], closed: false, ...UNSETTLED }
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
  const gap = ours.gap ? sumGapRings(ours.gap) : { area: 0, arcLength: 0, widest: 0 }
  if (!(Math.abs(gap.area - open) <= allowed)) faults.push(`gap rings ${gap.area}, uncovered ${open}`)
  if (!(gap.widest <= CLOSE)) faults.push(`gap ring open by ${gap.widest} m`)
  const drawn = areaOf(polygons)
  if (!(Math.abs(drawn - open) <= DRAWN * gap.arcLength + allowed)) faults.push(`gap drawn ${drawn}, uncovered ${open}`)
  const settled = settle(geos, { kind: '', parts, covers }, subject, boxOf(parts), ours.covered, allowed)
  const shape = gapShapeFault(geos, subject, covers, polygons, open, allowed, gap.arcLength)
  if (shape) faults.push(shape)
  geos.destroy(subject)
  if (settled.segments === 0) faults.push(`covered ${ours.covered}, ${settled.said}`)
  return {
    faults,
    closed: true,
    segments: settled.segments,
    difference: settled.difference / (area || 1),
    thin: allowed > 2 * TOLERANCE * area,
    partly: ours.covered > TOLERANCE * area && open > TOLERANCE * area,
  }
}

interface Settled {
  readonly segments: number
  readonly difference: number
  readonly said: string
}

/** In place of a number of chords: GEOS has it otherwise, and the scanlines, which share nothing with either, decided. */
export const BY_SCANLINES = -1

/** More chords until GEOS is within the tolerance; when the finest is not, the scanlines are asked and decide. */
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
  if (made.covers.length <= SCANLINE_COVERS) {
    const found = scanlineCovered(made.parts, made.covers).covered
    if (Math.abs(found - covered) <= allowed) {
      return { segments: BY_SCANLINES, difference: Math.abs(found - covered), said: '' }
    }
    said.push(`scanlines: ${found}`)
  }
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
