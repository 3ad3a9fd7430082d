import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { Random } from '#seeds/random.ts'
import type { CoverageCase, Part } from '../coverageCase'
import { blob, closed, disc, plainSubject, rectangle, sector } from './shapes'

/** Masts of three sectors: closing exactly (3 × 120), usual (3 × 65), overlapping, of one radius or three. */
export function mastCase(random: Random): CoverageCase {
  const covers: FieldCover[] = []
  for (let mast = random.whole(1, 5); mast > 0; mast--) {
    const x = random.whole(-4, 4) * 50
    const y = random.whole(-4, 4) * 50
    const start = random.pick([0, 30, 60, 90, random.between(0, 360), -30, 390])
    const beamwidth = random.pick([120, 65, 150, 119.999999, 120.000001, 90, 180])
    const radius = random.pick([100, 200, 300])
    const step = random.chance(0.25) ? 50 : 0
    for (let i = 0; i < 3; i++) covers.push(sector(x, y, radius + i * step, start + 120 * i, beamwidth))
    if (random.chance(0.15)) covers.push(disc(x, y, radius))
  }
  return { kind: 'masts', parts: plainSubject(random, random.pick([60, 150, 250])), covers }
}

/** Masts in a row or grid whose sector edges lie on common lines, overlap there, or meet apex to tip. */
export function alignedMastCase(random: Random): CoverageCase {
  const radius = random.pick([100, 200])
  const spacing = radius * random.pick([0.5, 1, 2])
  const beamwidth = random.pick([90, 180, 60, 120])
  // One edge of each sector lies along +x or -x for these azimuths.
  const azimuths = [90 + beamwidth / 2, 90 - beamwidth / 2, 270 + beamwidth / 2, 270 - beamwidth / 2]
  const covers: FieldCover[] = []
  for (let i = -2; i <= 2; i++) {
    for (const azimuth of azimuths)
      if (random.chance(0.5)) covers.push(sector(i * spacing, 0, radius, azimuth, beamwidth))
    if (random.chance(0.2)) covers.push(sector(i * spacing, spacing, radius, 180, beamwidth))
  }
  const parts = random.pick([
    [[rectangle(-spacing, 0, spacing, radius)]],
    [[rectangle(-spacing, -radius / 2, spacing, radius / 2)]],
    [[rectangle(-3 * radius, -radius, 3 * radius, radius)]],
    plainSubject(random, 1.5 * radius),
  ] satisfies Part[][])
  return { kind: 'aligned masts', parts, covers }
}

/** Apex on a vertex or an edge of the subject, edges of the subject along edges of the sector. */
export function apexCase(random: Random): CoverageCase {
  const radius = random.pick([100, 150])
  const beamwidth = random.pick([90, 45, 60, 120, 180, 270])
  const azimuth = random.pick([0, 90, 180, 270, 45, 135, 90 - beamwidth / 2, 90 + beamwidth / 2])
  const covers: FieldCover[] = [sector(0, 0, radius, azimuth, beamwidth)]
  if (random.chance(0.4)) covers.push(sector(0, 0, radius * random.pick([0.5, 1, 2]), azimuth + beamwidth, beamwidth))
  if (random.chance(0.3)) covers.push(sector(100, 0, radius, azimuth + 180, beamwidth))
  if (random.chance(0.3)) covers.push(disc(random.whole(-2, 2) * 50, random.whole(-2, 2) * 50, radius))
  const edge = ((azimuth - beamwidth / 2) * Math.PI) / 180
  const parts = random.pick([
    [[rectangle(0, 0, 100, 100)]],
    [[rectangle(-100, 0, 100, 100)]],
    [[rectangle(-100, -100, 0, 100)]],
    [
      [
        closed([
          [0, 0],
          [100, 0],
          [100, 100],
        ]),
      ],
    ],
    // One side runs along the sector's first edge and beyond its end.
    [
      [
        closed([
          [0, 0],
          [200 * Math.sin(edge), 200 * Math.cos(edge)],
          [200 * Math.sin(edge + 1), 200 * Math.cos(edge + 1)],
        ]),
      ],
    ],
    [[blob(random, 0, 0, 120, 4, 0)]],
  ] satisfies Part[][])
  return { kind: 'apex on the subject', parts, covers }
}

/** Beams of every width, and covers that cover nothing. */
export function beamCase(random: Random): CoverageCase {
  const covers = Array.from({ length: random.whole(1, 7) }, () => {
    const radius = random.pick([0, 50, 100, 150, 150])
    const beamwidth = random.pick([1e-6, 0.01, 1, 179.999, 180, 180.001, 270, 359, 359.999, 360, 400, 720])
    return sector(
      random.whole(-2, 2) * 40,
      random.whole(-2, 2) * 40,
      radius,
      random.pick([0, 90, 45, -45, 720, random.between(0, 360)]),
      beamwidth,
    )
  })
  return { kind: 'beams', parts: plainSubject(random, random.pick([50, 120, 200])), covers }
}
