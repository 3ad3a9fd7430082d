import { type Random, random } from '#seeds/random.ts'
import type { CoverageCase } from './coverageCase'
import { colocatedCase, crowdCase, tangentCase, throughOnePointCase, vertexOnCircleCase } from './generators/circleCase'
import { latticeCase } from './generators/latticeCase'
import { alignedMastCase, apexCase, beamCase, mastCase } from './generators/sectorCase'
import { invalidCase, plainCase, sliverCase, untidyCase, wildCase } from './generators/subjectCase'

const KINDS: readonly ((random: Random) => CoverageCase)[] = [
  latticeCase,
  latticeCase,
  colocatedCase,
  tangentCase,
  tangentCase,
  vertexOnCircleCase,
  vertexOnCircleCase,
  throughOnePointCase,
  mastCase,
  mastCase,
  alignedMastCase,
  alignedMastCase,
  apexCase,
  apexCase,
  beamCase,
  invalidCase,
  invalidCase,
  wildCase,
  sliverCase,
  untidyCase,
  plainCase,
]

/** Metres; the lattice of the plane (60 nm) lies between the second and the third. */
const JITTERS = [1e-12, 1e-9, 1e-6, 1e-4, 1e-3]

/** The case of that number; the same seed and number give the same case. One in 250 is a crowd, one in 2,500 a large one. */
export function makeCase(seed: number, number: number): CoverageCase {
  const stream = random(`coverage ${number}`, seed)
  const made =
    number % 2500 === 2499
      ? crowdCase(stream, stream.pick([1000, 3000]))
      : number % 250 === 249
        ? crowdCase(stream, stream.pick([100, 300]))
        : stream.pick(KINDS)(stream)
  const moved = stream.chance(0.5)
    ? shifted(made, stream.between(-30_000, 30_000), stream.between(-30_000, 30_000))
    : made
  return stream.chance(0.45) ? jittered(stream, moved, stream.pick(JITTERS)) : moved
}

/** Away from the origin, where neighbouring numbers lie further apart. */
function shifted(made: CoverageCase, dx: number, dy: number): CoverageCase {
  return {
    kind: `${made.kind}, far`,
    parts: made.parts.map((part) => part.map((ring) => ring.map(([x = 0, y = 0]) => [x + dx, y + dy]))),
    covers: made.covers.map((cover) => ({ ...cover, x: cover.x + dx, y: cover.y + dy })),
  }
}

/** Moves covers, vertices or both a little; the closing position follows the first. */
function jittered(stream: Random, made: CoverageCase, size: number): CoverageCase {
  const which = stream.pick(['covers', 'vertices', 'both'])
  const off = (): number => stream.between(-size, size)
  const covers = made.covers.map((cover) => ({
    ...cover,
    x: cover.x + off(),
    y: cover.y + off(),
    radius: cover.radius === 0 ? 0 : cover.radius + off(),
  }))
  const parts = made.parts.map((part) =>
    part.map((ring) => {
      const open = ring.slice(0, -1).map(([x = 0, y = 0]) => [x + off(), y + off()])
      return [...open, open[0]!]
    }),
  )
  return {
    kind: `${made.kind}, jitter ${size}`,
    parts: which === 'covers' ? made.parts : parts,
    covers: which === 'vertices' ? made.covers : covers,
  }
}
