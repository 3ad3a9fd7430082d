import { type FieldCover, snap } from './fieldCover'

/**
 * A sector of one radius, or a whole disc. The petals of a mast do not overlap and meet at most along their sides, so
 * footprints with one apex never have to be compared with each other.
 */
export interface Petal {
  readonly radius: number
  /** `reflex`: more than half a turn. */
  readonly kind: 'disc' | 'wedge' | 'reflex'
  /** Unit vector of the first side, counter-clockwise. */
  readonly first: readonly [x: number, y: number]
  /** Unit vector of the last side. */
  readonly last: readonly [x: number, y: number]
  /** Where the first side is edge of the mast: from this distance out to `radius`; null where it is not. */
  readonly firstSide: number | null
  readonly lastSide: number | null
}

/** Degrees: sides nearer than this are one side. */
const SAME_SIDE = 1e-8

const EAST = [1, 0] as const

/** The union of discs and sectors with one apex, as petals: the farthest radius in every direction. */
export function petalsOf(covers: readonly FieldCover[]): Petal[] {
  let disc = 0
  for (const cover of covers) if (isDisc(cover)) disc = Math.max(disc, snap(cover.radius))
  const sectors = covers.filter((cover) => !isDisc(cover) && snap(cover.radius) > disc).map(rangeOf)
  if (sectors.length === 0) return disc > 0 ? [discPetal(disc)] : []
  const ranges = outline(sectors, disc)
  const [only] = ranges
  if (ranges.length === 1 && only) return only.radius > 0 ? [discPetal(only.radius)] : []
  return ranges.flatMap((range, index) => {
    if (range.radius === 0) return []
    const before = ranges[(index + ranges.length - 1) % ranges.length]!
    const after = ranges[(index + 1) % ranges.length]!
    // Bearings run clockwise: the side that is first counter-clockwise is the one with the greater bearing.
    return [
      {
        radius: range.radius,
        kind: range.to - range.from > 180 + SAME_SIDE ? ('reflex' as const) : ('wedge' as const),
        first: direction(range.to),
        last: direction(range.from),
        firstSide: after.radius < range.radius ? after.radius : null,
        lastSide: before.radius < range.radius ? before.radius : null,
      },
    ]
  })
}

/** Whether a cover is a full disc: it has no azimuth, no beamwidth, or one of a full turn. */
export function isDisc({ azimuth, beamwidth }: FieldCover): boolean {
  return azimuth === null || beamwidth === null || beamwidth >= 360 - SAME_SIDE
}

function discPetal(radius: number): Petal {
  return { radius, kind: 'disc', first: EAST, last: EAST, firstSide: null, lastSide: null }
}

interface Range {
  /** Bearings, 0 ≤ from < 360, from < to ≤ from + 360. */
  readonly from: number
  readonly to: number
  readonly radius: number
}

function rangeOf({ azimuth, beamwidth, radius }: FieldCover): Range {
  const from = ((((azimuth ?? 0) - (beamwidth ?? 360) / 2) % 360) + 360) % 360
  return { from, to: from + (beamwidth ?? 360), radius: snap(radius) }
}

/** The farthest radius in every bearing: ranges round the full turn, neighbours different. */
function outline(sectors: readonly Range[], disc: number): Range[] {
  const cuts = distinct(sectors.flatMap(({ from, to }) => [from, to % 360]))
  const ranges: Range[] = []
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1] ?? cuts[0]! + 360
    const middle = (from + to) / 2
    let radius = disc
    for (const sector of sectors) if (holds(sector, middle)) radius = Math.max(radius, sector.radius)
    const last = ranges.at(-1)
    if (last && last.radius === radius) ranges[ranges.length - 1] = { ...last, to }
    else ranges.push({ from, to, radius })
  }
  const [first] = ranges
  const last = ranges.at(-1)
  if (first && last && ranges.length > 1 && first.radius === last.radius) {
    ranges.pop()
    ranges[0] = { ...first, from: last.from, to: first.to + 360 }
  }
  return ranges
}

/** Sorted bearings, those nearer than `SAME_SIDE` made one. */
function distinct(bearings: readonly number[]): number[] {
  const sorted = bearings.map((bearing) => (360 - bearing < SAME_SIDE ? 0 : bearing)).sort((a, b) => a - b)
  return sorted.filter((bearing, index) => index === 0 || bearing - sorted[index - 1]! > SAME_SIDE)
}

function holds({ from, to }: Range, bearing: number): boolean {
  const turned = bearing - 360
  return (
    (from <= bearing && bearing <= to) ||
    (from <= bearing + 360 && bearing + 360 <= to) ||
    (from <= turned && turned <= to)
  )
}

/** Unit vector of a bearing; exact for quarter turns. */
function direction(bearing: number): readonly [number, number] {
  const quarter = bearing / 90
  if (Number.isInteger(quarter)) {
    const [x, y] = [
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ][((quarter % 4) + 4) % 4]!
    return [x!, y!]
  }
  const radians = (bearing * Math.PI) / 180
  return [Math.sin(radians), Math.cos(radians)]
}
