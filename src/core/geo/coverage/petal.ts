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
  const sectors: Range[] = []
  for (const cover of covers) if (!isDisc(cover) && snap(cover.radius) > disc) sectors.push(rangeOf(cover))
  if (sectors.length === 0) return disc > 0 ? [discPetal(disc)] : []
  const ranges = outline(sectors, disc)
  const last = ranges.length - 1
  if (last === 0) return [discPetal(ranges[0]!.radius)]
  const petals: Petal[] = []
  for (let i = 0; i <= last; i++) {
    const range = ranges[i]!
    if (range.radius > 0) petals.push(petalOf(range, ranges[i === 0 ? last : i - 1]!, ranges[i === last ? 0 : i + 1]!))
  }
  return petals
}

/** Bearings run clockwise: the side that is first counter-clockwise is the one with the greater bearing. */
function petalOf({ from, to, radius }: Range, before: Range, after: Range): Petal {
  return {
    radius,
    kind: to - from > 180 + SAME_SIDE ? 'reflex' : 'wedge',
    first: direction(to),
    last: direction(from),
    firstSide: after.radius < radius ? after.radius : null,
    lastSide: before.radius < radius ? before.radius : null,
  }
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
  to: number
  readonly radius: number
}

function rangeOf({ azimuth, beamwidth, radius }: FieldCover): Range {
  const from = ((((azimuth ?? 0) - (beamwidth ?? 360) / 2) % 360) + 360) % 360
  return { from, to: from + (beamwidth ?? 360), radius: snap(radius) }
}

/** The farthest radius in every bearing: ranges round the full turn, neighbours different. */
function outline(sectors: readonly Range[], disc: number): Range[] {
  const cuts = bearingsOf(sectors)
  const ranges: Range[] = []
  let open: Range | null = null
  for (let i = 0; i < cuts.length; i++) {
    const from = cuts[i]!
    const to = i + 1 < cuts.length ? cuts[i + 1]! : cuts[0]! + 360
    let radius = disc
    for (const sector of sectors) {
      if (sector.radius > radius && holds(sector, (from + to) / 2)) radius = sector.radius
    }
    if (open && open.radius === radius) open.to = to
    else {
      open = { from, to, radius }
      ranges.push(open)
    }
  }
  const first = ranges[0]!
  const last = ranges[ranges.length - 1]!
  if (ranges.length > 1 && first.radius === last.radius) {
    ranges.pop()
    ranges[0] = { from: last.from, to: first.to + 360, radius: first.radius }
  }
  return ranges
}

/** Bearings of all sides, sorted; those nearer than `SAME_SIDE` made one. */
function bearingsOf(sectors: readonly Range[]): number[] {
  const bearings: number[] = []
  for (const { from, to } of sectors) {
    bearings.push(360 - from < SAME_SIDE ? 0 : from)
    const end = to % 360
    bearings.push(360 - end < SAME_SIDE ? 0 : end)
  }
  bearings.sort((a, b) => a - b)
  let kept = 1
  for (let i = 1; i < bearings.length; i++) {
    if (bearings[i]! - bearings[kept - 1]! > SAME_SIDE) bearings[kept++] = bearings[i]!
  }
  bearings.length = kept
  return bearings
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
  if (bearing % 90 === 0) return QUARTERS[(bearing / 90) % 4]!
  const radians = (bearing * Math.PI) / 180
  return [Math.sin(radians), Math.cos(radians)]
}

const QUARTERS = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
] as const
