import type { Polygon, Position } from 'geojson'
import { type Random, random } from '#seeds/random.ts'

/** Areas and zones with very many corners, as floods and landslides are drawn: how many, and of how many corners each. */
export interface HeavyPlan {
  readonly areas: number
  readonly zones: number
  /** Corners of a zone before its edges are broken, and how often they are. */
  readonly zoneCorners: number
  readonly zoneBreaks: number
}

/** 66 areas of 18,944 corners by 4 zones of 83,968. */
export const fewZones: HeavyPlan = { areas: 66, zones: 4, zoneCorners: 41, zoneBreaks: 11 }
/** 22 areas of 18,944 corners by 25 zones of 33,792. */
export const manyZones: HeavyPlan = { areas: 22, zones: 25, zoneCorners: 33, zoneBreaks: 10 }

const WEST = 116.9
const SOUTH = 35.3
const WIDTH = 0.3
const HEIGHT = 0.2
/** Each break moves an edge's middle aside by up to so much of the edge: rough enough to be a coast, and no crossings. */
const ROUGHNESS = 0.1

/** Fractal outlines: areas in rows over the county, zones scattered over it, overlapping. */
export function heavyInput({ areas, zones, zoneCorners, zoneBreaks }: HeavyPlan): {
  readonly areas: Polygon[]
  readonly zones: Polygon[]
} {
  const stream = random(`bench heavy ${areas} ${zones}`)
  const columns = Math.round(Math.sqrt(areas * 1.83))
  const rows = Math.ceil(areas / columns)
  const step = WIDTH / columns
  return {
    areas: Array.from({ length: areas }, (_, i) =>
      outline(
        stream,
        [WEST + ((i % columns) + 0.5) * step, SOUTH + ((Math.floor(i / columns) + 0.5) * HEIGHT) / rows],
        Math.min(step, HEIGHT / rows) * 0.55,
        37,
        9,
      ),
    ),
    zones: Array.from({ length: zones }, (_, i) => {
      const place = [WEST + WIDTH * ((i + 0.5) / zones), SOUTH + HEIGHT * stream.between(0.3, 0.7)]
      return outline(stream, place, zones > 10 ? 0.035 : 0.06, zoneCorners, zoneBreaks)
    }),
  }
}

function outline(stream: Random, [x, y]: Position, size: number, corners: number, breaks: number): Polygon {
  let ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * (i + 0.3 * (stream.next() - 0.5))) / corners
    const reach = size * (0.92 + 0.08 * stream.next())
    return [x! + reach * Math.cos(angle), y! + 0.8 * reach * Math.sin(angle)]
  })
  for (let round = 0; round < breaks; round++) {
    ring = ring.flatMap(([ax, ay], i): Position[] => {
      const [bx, by] = ring[(i + 1) % ring.length]!
      const aside = ROUGHNESS * (2 * stream.next() - 1)
      return [
        [ax!, ay!],
        [(ax! + bx!) / 2 - aside * (by! - ay!), (ay! + by!) / 2 + aside * (bx! - ax!)],
      ]
    })
  }
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}
