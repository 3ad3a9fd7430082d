import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { Random } from '#seeds/random.ts'
import type { CoverageCase, Part } from '../coverageCase'
import { blob, disc, plainSubject, rectangle, sector } from './shapes'

/**
 * Equal covers on a square or hexagonal lattice. With spacing √2 r (square) and √3 r (hexagonal) circles meet in fours and
 * threes at one point; with 2 r they touch; with r each passes through its neighbours' centres.
 */
export function latticeCase(random: Random): CoverageCase {
  const radius = random.pick([10, 50, 100, 250, 300, 333.3])
  const ratio = random.pick([0.5, 1, Math.SQRT2, Math.sqrt(3), 2, 2 / Math.sqrt(3), random.between(0.5, 2.2)])
  const spacing = radius * ratio
  const hexagonal = random.chance(0.5)
  const count = ratio < 0.8 ? 3 : 2
  const covers: FieldCover[] = []
  const azimuth = random.pick([0, 30, 45, 90, 180])
  const beamwidth = random.pick([60, 90, 120, 180])
  const sectors = random.chance(0.3)
  for (let row = -count; row <= count; row++) {
    for (let column = -count; column <= count; column++) {
      const x = spacing * (column + (hexagonal && row % 2 !== 0 ? 0.5 : 0))
      const y = spacing * row * (hexagonal ? Math.sqrt(3) / 2 : 1)
      if (random.chance(0.08)) continue
      covers.push(sectors ? sector(x, y, radius, azimuth, beamwidth) : disc(x, y, radius))
    }
  }
  return { kind: hexagonal ? 'hexagonal lattice' : 'square lattice', parts: subject(random, spacing, radius), covers }
}

function subject(random: Random, spacing: number, radius: number): Part[] {
  const kind = random.whole(0, 4)
  // Corners on centres, edges through centres.
  if (kind === 0) return [[rectangle(-spacing, -spacing, spacing, spacing)]]
  // Edges along the tangents of the outer circles.
  if (kind === 1) return [[rectangle(-spacing - radius, -radius, spacing + radius, radius)]]
  // Corners where four circles of the square lattice meet.
  if (kind === 2) return [[rectangle(-spacing / 2, -spacing / 2, spacing / 2, spacing / 2)]]
  if (kind === 3) return [[blob(random, 0, 0, 1.5 * spacing, 6, 0)]]
  return plainSubject(random, 1.5 * spacing)
}
