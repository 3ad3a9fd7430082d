import { type Random, random } from '../random'
import { type Pattern, patternFor } from './buildingPattern'
import { inflate, outers } from './clip'
import type { BlockPlan } from './growBlocks'
import { distance } from './measure'
import type { Path, Point } from './plane'
import type { LandUse } from './types'

export interface BuildingPlan {
  readonly block: string
  readonly ring: Path
  readonly floors: number
  readonly height: number
  readonly use: LandUse
}

/** Direction of the ring's longest side, a unit vector, turned so that it points about east. */
function grain(ring: Path): Point {
  let best: Point = [1, 0]
  let longest = 0
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length]!
    const length = distance(a, b)
    if (length > longest) {
      longest = length
      best = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    }
  })
  const [east, north] = best
  const flat: Point = Math.abs(east) >= Math.abs(north) ? best : [north, -east]
  return flat[0] < 0 ? [-flat[0], -flat[1]] : flat
}

type Span = readonly [from: number, to: number]

/** Stretches of the line v = constant inside the ring. */
function spansAt(ring: Path, v: number): Span[] {
  const crossings: number[] = []
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length]!
    if (a[1] > v !== b[1] > v) crossings.push(a[0] + ((b[0] - a[0]) * (v - a[1])) / (b[1] - a[1]))
  })
  crossings.sort((a, b) => a - b)
  const spans: Span[] = []
  for (let index = 0; index + 1 < crossings.length; index += 2) spans.push([crossings[index]!, crossings[index + 1]!])
  return spans
}

function overlaps(some: readonly Span[], others: readonly Span[]): Span[] {
  return some.flatMap(([from, to]) =>
    others
      .map(([start, end]): Span => [Math.max(from, start), Math.min(to, end)])
      .filter(([start, end]) => end > start),
  )
}

/** Stretches of a whole row, `depth` deep, inside the ring. */
function rowSpans(ring: Path, v: number, depth: number): Span[] {
  return [0.02, 0.25, 0.5, 0.75, 0.98].map((share) => spansAt(ring, v + depth * share)).reduce(overlaps)
}

/** Widths of one row's buildings: they fill the stretch from end to end. */
function placeRow([from, to]: Span, { width, gap }: Pattern, stream: Random): Span[] {
  const length = to - from
  if (length < width * 0.5) return []
  const count = Math.max(1, Math.round((length + gap) / (width * stream.between(0.9, 1.1) + gap)))
  const each = Math.min(width * 1.3, (length - gap * (count - 1)) / count)
  if (each < width * 0.45) return []
  const spacing = count === 1 ? 0 : (length - each) / (count - 1)
  const start = count === 1 ? from + (length - each) / 2 : from
  return Array.from({ length: count }, (_, index): Span => [start + spacing * index, start + spacing * index + each])
}

/** Buildings in rows parallel to the block's long side, all inside the plot with the pattern's setback. */
function fillPlot(plot: Path, pattern: Pattern, stream: Random, found: (ring: Path) => void): void {
  const [east, north] = grain(plot)
  const turn = ([x, y]: Point): Point => [x * east + y * north, y * east - x * north]
  const back = ([u, v]: Point): Point => [u * east - v * north, u * north + v * east]
  const { depth, rowGap } = pattern
  for (const ring of outers(inflate([plot], -pattern.setback)).map((inner) => inner.map(turn))) {
    const vs = ring.map(([, v]) => v)
    const south = Math.min(...vs)
    const room = Math.max(...vs) - south
    if (room < depth) continue
    const rows = Math.max(1, Math.floor((room + rowGap) / (depth + rowGap)))
    const pitch = rows === 1 ? 0 : Math.min(depth + rowGap * 1.5, (room - depth) / (rows - 1))
    const first = south + (room - depth - pitch * (rows - 1)) / 2
    for (let row = 0; row < rows; row++) {
      const v = first + row * pitch
      for (const span of rowSpans(ring, v, depth)) {
        for (const [from, to] of placeRow(span, pattern, stream)) {
          const corners: Path = [
            [from, v],
            [to, v],
            [to, v + depth],
            [from, v + depth],
          ]
          if (stream.chance(pattern.fill)) found(corners.map(back))
        }
      }
    }
  }
}

const mostPerVillage = 5

/** All buildings, block by block. */
export function growBuildings(blocks: readonly BlockPlan[]): BuildingPlan[] {
  return blocks.flatMap((block) => {
    const stream = random(`buildings-${Math.round(block.centre[0])}-${Math.round(block.centre[1])}`)
    const pattern = patternFor(block, stream)
    if (!pattern) return []
    const buildings: BuildingPlan[] = []
    for (const plot of block.plots) {
      fillPlot(plot, pattern, stream, (ring) => {
        const tall = pattern.tower && stream.chance(pattern.tower.share)
        const [low, high] = tall ? pattern.tower.floors : pattern.floors
        const floors = stream.whole(low, high)
        const height = Math.round(floors * pattern.storey * 10) / 10
        buildings.push({ block: block.id, ring, floors, height, use: block.use })
      })
    }
    return block.place === 'village' ? stream.shuffle(buildings).slice(0, mostPerVillage) : buildings
  })
}
