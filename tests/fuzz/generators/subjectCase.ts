import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { Random } from '#seeds/random.ts'
import type { CoverageCase, Part } from '../coverageCase'
import { blob, closed, disc, type Point, plainSubject, type Ring, rectangle, sector } from './shapes'

function someCovers(random: Random): FieldCover[] {
  return Array.from({ length: random.whole(1, 10) }, () => {
    const x = random.between(-150, 150)
    const y = random.between(-150, 150)
    const radius = random.between(20, 130)
    return random.chance(0.3)
      ? sector(x, y, radius, random.between(0, 360), random.pick([65, 120, random.between(5, 350)]))
      : disc(x, y, radius)
  })
}

/** Nothing special: the control. */
export function plainCase(random: Random): CoverageCase {
  return { kind: 'plain', parts: plainSubject(random, random.pick([40, 100, 160])), covers: someCovers(random) }
}

/** Long and thin, zero-length edges, spikes, points along a straight edge. */
export function sliverCase(random: Random): CoverageCase {
  const width = random.pick([0.01, 0.1, 0.5, 2])
  const length = random.pick([100, 300])
  const turn = random.pick([0, random.between(0, Math.PI)])
  const rotate = ([x, y]: Point): Point => [
    x * Math.cos(turn) - y * Math.sin(turn),
    x * Math.sin(turn) + y * Math.cos(turn),
  ]
  const box: Point[] = [
    [-length, 0],
    [length, 0],
    [length, width],
    [-length, width],
  ]
  const wedge: Point[] = [
    [-length, 0],
    [length, 0],
    [length, width],
  ]
  const outline = random.chance(0.5) ? box : wedge
  return { kind: 'sliver', parts: [[closed(outline.map(rotate))]], covers: someCovers(random) }
}

export function untidyCase(random: Random): CoverageCase {
  const points: Point[] = []
  const ring = blob(random, 0, 0, 120, random.whole(4, 10)).slice(0, -1) as Point[]
  ring.forEach((point, i) => {
    const next = ring[(i + 1) % ring.length]!
    points.push(point)
    if (random.chance(0.3)) points.push(point)
    if (random.chance(0.3)) points.push([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])
    // A spike of no width: out along the ray and back.
    if (random.chance(0.15)) points.push([point[0] * 1.5, point[1] * 1.5], point)
  })
  return { kind: 'untidy ring', parts: [[closed(points)]], covers: someCovers(random) }
}

const S = 100

/** Rings that cross or touch themselves or each other, holes outside, parts that overlap: read even-odd, parts united. */
export function invalidCase(random: Random): CoverageCase {
  const [kind, parts] = random.pick(invalidSubjects(random))
  return { kind, parts, covers: someCovers(random) }
}

export function invalidSubjects(random: Random): readonly (readonly [string, Part[]])[] {
  const square = rectangle(-S, -S, S, S)
  const inner = rectangle(-S / 2, -S / 2, S / 2, S / 2)
  const shift = random.pick([0.5, 1, 1.5, 2]) * S
  return [
    [
      'bow-tie',
      [
        [
          closed([
            [-S, -S],
            [S, S],
            [S, -S],
            [-S, S],
          ]),
        ],
      ],
    ],
    [
      'bow-tie, uneven',
      [
        [
          closed([
            [-S, -S],
            [S, S * random.between(0.1, 1)],
            [S, -S],
            [-S, S * random.between(0.1, 1)],
          ]),
        ],
      ],
    ],
    ['pentagram', [[pentagram()]]],
    [
      'ring touching itself',
      [
        [
          closed([
            [-S, -S],
            [S, -S],
            [S, S],
            [0, 0],
            [-S, S],
            [0, 0],
          ]),
        ],
      ],
    ],
    [
      'figure of eight',
      [
        [
          closed([
            [0, 0],
            [S, S],
            [S, -S],
            [0, 0],
            [-S, S],
            [-S, -S],
          ]),
        ],
      ],
    ],
    [
      'keyhole',
      [
        [
          closed([
            [-S, -S],
            [S, -S],
            [S, S],
            [-S, S],
            [-S, -S],
            [-S / 2, -S / 2],
            [-S / 2, S / 2],
            [S / 2, S / 2],
            [S / 2, -S / 2],
            [-S / 2, -S / 2],
          ]),
        ],
      ],
    ],
    ['ring twice round', [[[...square.slice(0, -1), ...inner, ...square.slice(0, 1)]]]],
    ['the same ring twice', [[square, square]]],
    ['the same ring three times', [[square, square, [...square].reverse()]]],
    ['hole outside', [[square, rectangle(2 * S, 0, 3 * S, S)]]],
    ['hole half outside', [[square, rectangle(0, 0, 2 * S, S / 2)]]],
    ['hole along an edge', [[square, rectangle(-S, -S / 2, 0, S / 2)]]],
    ['hole that fills', [[square, rectangle(-S, -S, S, 0), rectangle(-S, 0, S, S)]]],
    ['holes overlapping', [[square, inner, rectangle(0, 0, 0.8 * S, 0.8 * S)]]],
    [
      'hole touching at a point',
      [
        [
          square,
          closed([
            [-S, 0],
            [0, -S / 2],
            [0, S / 2],
          ]),
        ],
      ],
    ],
    ['holes touching', [[square, rectangle(-S / 2, -S / 2, 0, 0), rectangle(0, 0, S / 2, S / 2)]]],
    ['parts overlapping', [[square], [rectangle(-S + shift, -S / 2, S + shift, S / 2)]]],
    ['parts sharing an edge', [[square], [rectangle(S, -S, 2 * S, S)]]],
    ['part in a part', [[square], [inner]]],
    ['part in a hole', [[square, inner], [rectangle(-S / 4, -S / 4, S / 4, S / 4)]]],
    ['part filling a hole', [[square, inner], [inner]]],
    ['the same part twice', [[square], [square]]],
  ]
}

/** Rings of any corners, half of them on a lattice, in one to three parts. */
export function wildCase(random: Random): CoverageCase {
  const parts = Array.from({ length: random.whole(1, 3) }, () =>
    Array.from({ length: random.whole(1, 2) }, () => wildRing(random)),
  )
  return { kind: 'wild rings', parts, covers: someCovers(random) }
}

function pentagram(): Ring {
  return closed(
    Array.from(
      { length: 5 },
      (_, i): Point => [S * Math.sin((i * 4 * Math.PI) / 5), S * Math.cos((i * 4 * Math.PI) / 5)],
    ),
  )
}

export function wildRing(random: Random): Ring {
  const whole = random.chance(0.5)
  return closed(
    Array.from(
      { length: random.whole(4, 8) },
      (): Point =>
        whole ? [random.whole(-4, 4) * 25, random.whole(-4, 4) * 25] : [random.between(-S, S), random.between(-S, S)],
    ),
  )
}
