import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { Random } from '#seeds/random.ts'
import type { CoverageCase, Part } from '../coverageCase'
import { closed, disc, onCircle65, plainSubject, rectangle, someOnCircle65 } from './shapes'

/** Discs at one place, of one or several radii, some of them many times over. */
export function colocatedCase(random: Random): CoverageCase {
  const covers: FieldCover[] = []
  for (let place = random.whole(1, 4); place > 0; place--) {
    const x = random.whole(-3, 3) * 50
    const y = random.whole(-3, 3) * 50
    const same = random.chance(0.5)
    const radius = random.pick([65, 100, 130, 200])
    for (let i = random.whole(2, 6); i > 0; i--)
      covers.push(disc(x, y, same ? radius : radius + random.whole(-2, 2) * 20))
  }
  return { kind: 'co-located', parts: plainSubject(random, random.pick([80, 150, 260])), covers }
}

/** Discs that touch from outside or inside, one inside another, edges of the subject along tangents. */
export function tangentCase(random: Random): CoverageCase {
  const radius = 65
  const covers: FieldCover[] = [disc(0, 0, radius)]
  for (let i = random.whole(1, 5); i > 0; i--) {
    const [ux, uy] = random.pick(onCircle65)
    const other = random.pick([13, 26, 39, 65, 130])
    const inside = random.chance(0.5) ? -1 : 1
    // Centre at distance radius ± other along a whole-number direction of length 65.
    const apart = (radius + inside * other) / 65
    covers.push(disc(ux * apart, uy * apart, other))
    if (random.chance(0.3)) covers.push(disc(ux * apart * 0.3, uy * apart * 0.3, other / 4))
  }
  const edges = random.pick([
    [[rectangle(-65, -65, 65, 65)]],
    [[rectangle(-130, 65, 130, 195)]],
    [[rectangle(-130, -130, 0, 130)]],
    [[rectangle(-65, -130, 195, 0)]],
    plainSubject(random, 120),
  ] satisfies Part[][])
  return { kind: 'tangent', parts: edges, covers }
}

/** Subjects whose vertices lie exactly on circles, inscribed ones among them. */
export function vertexOnCircleCase(random: Random): CoverageCase {
  const scale = random.pick([0.25, 1, 4])
  const points = someOnCircle65(random, 3).map(([x, y]): [number, number] => [x * scale, y * scale])
  const covers: FieldCover[] = []
  if (random.chance(0.6)) covers.push(disc(0, 0, 65 * scale))
  // Circles of the same radius about a vertex pass through the centre; about a vertex less a point, through that vertex.
  for (let i = random.whole(1, 4); i > 0; i--) {
    const [x, y] = random.pick(points)
    const [dx, dy] = random.pick(onCircle65)
    const size = random.pick([1, 0.5, 2]) * scale
    covers.push(disc(x + dx * size, y + dy * size, 65 * size))
    if (random.chance(0.3)) covers.push(disc(x, y, 65 * size))
  }
  const ring = closed(points)
  const hole = closed(points.map(([x, y]): [number, number] => [x / 2, y / 2]).reverse())
  return { kind: 'vertices on circles', parts: [random.chance(0.3) ? [ring, hole] : [ring]], covers }
}

/** Three and more circles through one point, which may also be a vertex of the subject. */
export function throughOnePointCase(random: Random): CoverageCase {
  const covers = Array.from({ length: random.whole(3, 7) }, () => {
    const [x, y] = random.pick(onCircle65)
    const size = random.pick([0.5, 1, 1, 2])
    return disc(x * size, y * size, 65 * size)
  })
  const corner = random.chance(0.5)
  const parts = corner
    ? [[rectangle(0, 0, random.between(30, 150), random.between(30, 150))]]
    : plainSubject(random, 110)
  return { kind: 'through one point', parts, covers }
}

/** Many discs, or nearly the same disc many times. */
export function crowdCase(random: Random, count: number): CoverageCase {
  const nearly = random.chance(0.3)
  const spread = random.pick([100, 300, 800])
  const covers = Array.from({ length: count }, () =>
    nearly
      ? disc(random.between(-1e-3, 1e-3), random.between(-1e-3, 1e-3), 100 + random.between(-1e-3, 1e-3))
      : disc(random.between(-spread, spread), random.between(-spread, spread), random.between(1, 120)),
  )
  return { kind: `crowd of ${count}`, parts: plainSubject(random, random.pick([90, 140, 300])), covers }
}
