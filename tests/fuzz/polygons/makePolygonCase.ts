import { type Random, random } from '#seeds/random.ts'
import type { Part } from '../coverageCase'
import { blob, closed, type Point, plainSubject, type Ring, rectangle } from '../generators/shapes'
import { invalidSubjects, wildRing } from '../generators/subjectCase'
import { fractalBlob, fractalRing } from './fractalRing'
import type { PolygonCase } from './polygonCase'

const KINDS: readonly ((random: Random) => PolygonCase)[] = [
  plainCase,
  latticeSheetsCase,
  latticeSheetsCase,
  cutCase,
  cutCase,
  sameEdgeCase,
  sameEdgeCase,
  wildCase,
  wildCase,
  invalidCase,
  invalidCase,
  fractalCase,
  spikeCase,
  onePointCase,
]
const JITTERS = [1e-12, 1e-8, 1e-7, 1e-6, 1e-4]

/** The case of that number; the same seed and number give the same case. */
export function makePolygonCase(seed: number, number: number): PolygonCase {
  const stream = random(`polygons ${number}`, seed)
  const made = stream.pick(KINDS)(stream)
  const moved = stream.chance(0.3) ? shifted(made, stream.between(-3e4, 3e4), stream.between(-3e4, 3e4)) : made
  return stream.chance(0.3) ? jittered(stream, moved, stream.pick(JITTERS)) : moved
}

const whole = (stream: Random): Point => [stream.whole(-4, 4) * 25, stream.whole(-4, 4) * 25]
const anywhere = (stream: Random): Point => [stream.between(-150, 150), stream.between(-150, 150)]

function plainCase(stream: Random): PolygonCase {
  const covers = Array.from({ length: stream.whole(1, 8) }, (): Part[] => {
    const [x, y] = anywhere(stream)
    return [[blob(stream, x, y, stream.between(20, 130), stream.whole(3, 14), 0.5)]]
  })
  return { kind: 'plain', parts: plainSubject(stream, stream.pick([40, 100])), covers }
}

/** Sheets of a lattice, some missing, some twice, against a subject on the same lattice. */
function latticeSheetsCase(stream: Random): PolygonCase {
  const step = stream.pick([25, 50])
  const slant = stream.pick([0, 0, 0.5, 1])
  const covers: Part[][] = []
  for (let x = -100; x < 100; x += step) {
    for (let y = -100; y < 100; y += step) {
      if (stream.chance(0.25)) continue
      const sheet = rectangle(x, y, x + step * stream.pick([1, 1, 2]), y + step).map(([a, b]) => [a! + slant * b!, b!])
      covers.push([[sheet]])
      if (stream.chance(0.1)) covers.push([[[...sheet].reverse()]])
    }
  }
  const subject = stream.pick([
    [[rectangle(-100, -100, 100, 100)]],
    [[rectangle(-75, -50, 75, 100)]],
    [[wildRing(stream)]],
    plainSubject(stream, 90),
  ])
  return { kind: 'sheets', parts: subject, covers }
}

/** A ring cut along a broken line through it: its two halves share that line, corner by corner or with corners of their own. */
function cutCase(stream: Random): PolygonCase {
  const ring = fractalBlob(stream, 0, 0, 100, stream.whole(0, 2)).slice(0, -1) as unknown as Point[]
  const from = stream.whole(0, ring.length - 2)
  const to = stream.whole(from + 1, ring.length - 1)
  const line = Array.from({ length: stream.whole(0, 4) }, () => whole(stream))
  const half = (corners: readonly Point[]): Part[] => [[closed(stream.chance(0.3) ? denser(stream, corners) : corners)]]
  const one = half([...ring.slice(from, to + 1), ...line])
  const other = half([...ring.slice(to), ...ring.slice(0, from + 1), ...line.toReversed()])
  const all = stream.pick([[one, other], [one], [other, one, other], [[...one, ...other]]])
  return { kind: 'cut in two', parts: [[closed(ring)]], covers: all }
}

/** Middles of some edges as further corners: exactly on the edge or as near as doubles come. */
function denser(stream: Random, corners: readonly Point[]): Point[] {
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length]!
    if (stream.chance(0.5)) return [corner]
    const share = stream.pick([0.5, 0.25, 1 / 3])
    return [corner, [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])] as const]
  })
}

/** Polygons all of whose corners are among a few: edges and corners are shared, edges lie on each other. */
function sameEdgeCase(stream: Random): PolygonCase {
  const corners = Array.from({ length: stream.whole(4, 9) }, () => whole(stream))
  const ring = (): Ring => closed(stream.shuffle(corners).slice(0, stream.whole(3, Math.min(6, corners.length))))
  const covers = Array.from({ length: stream.whole(1, 5) }, (): Part[] =>
    Array.from({ length: stream.whole(1, 2) }, (): Part => [ring()]),
  )
  return { kind: 'few corners', parts: [[ring()]], covers }
}

function wildCase(stream: Random): PolygonCase {
  const part = (): Part => Array.from({ length: stream.whole(1, 2) }, () => wildRing(stream))
  return {
    kind: 'wild rings',
    parts: Array.from({ length: stream.whole(1, 2) }, part),
    covers: Array.from({ length: stream.whole(1, 5) }, () => Array.from({ length: stream.whole(1, 2) }, part)),
  }
}

/** Rings that cross or touch, holes outside, parts in parts: as subject and as covers. */
function invalidCase(stream: Random): PolygonCase {
  const [kind, parts] = stream.pick(invalidSubjects(stream))
  const covers = Array.from({ length: stream.whole(1, 3) }, (): Part[] => {
    const [, cover] = stream.pick(invalidSubjects(stream))
    const [x, y] = stream.pick([[0, 0] as Point, whole(stream)])
    const size = stream.pick([1, 0.5])
    return cover.map((part) => part.map((ring) => ring.map(([a, b]) => [x + a! * size, y + b! * size])))
  })
  return { kind, parts, covers }
}

function fractalCase(stream: Random): PolygonCase {
  const breaks = stream.whole(2, 5)
  const covers = Array.from({ length: stream.whole(1, 3) }, (): Part[] => {
    const [x, y] = anywhere(stream)
    return [[fractalBlob(stream, x, y, stream.between(50, 150), breaks)]]
  })
  return { kind: 'fractal', parts: [[fractalBlob(stream, 0, 0, 100, breaks)]], covers }
}

/** Out and back along a line, and corners along straight edges. */
function spikeCase(stream: Random): PolygonCase {
  const spiked = (): Ring => {
    const ring = blob(stream, 0, 0, 100, stream.whole(3, 7), 0.3).slice(0, -1) as unknown as Point[]
    const rounded = ring.map(([x, y]): Point => [Math.round(x / 25) * 25, Math.round(y / 25) * 25])
    return closed(rounded.flatMap((corner) => (stream.chance(0.4) ? [corner, whole(stream), corner] : [corner])))
  }
  return {
    kind: 'spikes',
    parts: [[spiked()]],
    covers: Array.from({ length: stream.whole(1, 3) }, (): Part[] => [[spiked()]]),
  }
}

/** Many edges through one point. */
function onePointCase(stream: Random): PolygonCase {
  const through = (): Ring => {
    const [x, y] = whole(stream)
    return fractalRing(stream, [[x, y], [-x, -y], whole(stream)], stream.whole(0, 1), 0)
  }
  return {
    kind: 'through one point',
    parts: [[through()]],
    covers: Array.from({ length: stream.whole(2, 6) }, (): Part[] => [[through()]]),
  }
}

function mapped(made: PolygonCase, kind: string, move: (x: number, y: number) => Point): PolygonCase {
  const part = (rings: Part): Part => rings.map((ring) => closed(ring.slice(0, -1).map(([x, y]) => move(x!, y!))))
  return {
    kind: `${made.kind}, ${kind}`,
    parts: made.parts.map(part),
    covers: made.covers.map((cover) => cover.map(part)),
  }
}

function shifted(made: PolygonCase, dx: number, dy: number): PolygonCase {
  return mapped(made, 'far', (x, y) => [x + dx, y + dy])
}

function jittered(stream: Random, made: PolygonCase, size: number): PolygonCase {
  return mapped(made, `jitter ${size}`, (x, y) => [x + stream.between(-size, size), y + stream.between(-size, size)])
}
