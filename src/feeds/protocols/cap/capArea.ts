import type { MultiPolygon, Polygon, Position } from 'geojson'
import { destination } from '#core/geo/sphere.ts'
import { CAP_REFUSALS, CapRefusal } from './capReasons'
import { nodesOf, textIn, textsOf, type XmlNode } from './readXml'

/** Where an `info` holds. */
export interface CapArea {
  /** All polygons and circles of its areas; null where there are none. */
  readonly geometry: Polygon | MultiPolygon | null
  /** `areaDesc` of each area. */
  readonly names: readonly string[]
  /** `areaDesc` of the areas that are told by words or codes alone. */
  readonly unplaced: readonly string[]
  /** `valueName=value` of each geocode. */
  readonly geocodes: readonly string[]
}

const PAIR = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/
const CIRCLE_POINTS = 96

/** Reads the areas of an `info`; positions become [longitude, latitude] from CAP's latitude,longitude. */
export function capArea(info: XmlNode, field: string): CapArea {
  const polygons: Position[][][] = []
  const names: string[] = []
  const unplaced: string[] = []
  const geocodes: string[] = []
  for (const [index, area] of nodesOf(info, 'area').entries()) {
    const at = `${field}.area[${index}]`
    const name = textIn(area, 'areaDesc')
    const own = [
      ...textsOf(area, 'polygon').map((text) => [polygonRing(text, `${at}.polygon`)]),
      ...textsOf(area, 'circle').map((text) => [circleRing(text, `${at}.circle`)]),
    ]
    polygons.push(...own)
    if (name !== null) names.push(name)
    if (name !== null && own.length === 0) unplaced.push(name)
    for (const code of nodesOf(area, 'geocode')) {
      geocodes.push(`${textIn(code, 'valueName') ?? ''}=${textIn(code, 'value') ?? ''}`)
    }
  }
  return { geometry: geometryOf(polygons), names, unplaced, geocodes }
}

function geometryOf(polygons: readonly Position[][][]): Polygon | MultiPolygon | null {
  const [first] = polygons
  if (!first) return null
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: [...polygons] }
}

/** `latitude,longitude` of one pair, turned round; null where it is none. */
function positionOf(text: string | undefined): Position | null {
  const pair = PAIR.exec(text ?? '')
  return pair && [Number(pair[2]), Number(pair[1])]
}

/** CAP says nothing of the direction of a polygon: the ring goes anticlockwise, as GeoJSON wants. */
function polygonRing(text: string, field: string): Position[] {
  const pairs = text.trim().split(/\s+/)
  const ring = pairs.map(positionOf).filter((position) => position !== null)
  if (ring.length < 4 || ring.length < pairs.length) throw new CapRefusal(field, CAP_REFUSALS.polygon(short(text)))
  return clockwise(ring) ? ring.reverse() : ring
}

function clockwise(ring: readonly Position[]): boolean {
  let twice = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    twice += x! * nextY! - nextX! * y!
  }
  return twice < 0
}

/** A circle as a ring of 96 corners, each a little outside it, so that the ring has the circle's area. */
function circleRing(text: string, field: string): Position[] {
  const [pair, kilometres, ...rest] = text.trim().split(/\s+/)
  const centre = positionOf(pair)
  const radius = Number(kilometres) * 1000
  if (!centre || !(radius > 0) || !Number.isFinite(radius) || rest.length > 0) {
    throw new CapRefusal(field, CAP_REFUSALS.circle(short(text)))
  }
  const step = (2 * Math.PI) / CIRCLE_POINTS
  const reach = radius * Math.sqrt(step / Math.sin(step))
  const ring = Array.from({ length: CIRCLE_POINTS }, (_, index) =>
    destination(centre, -(360 * index) / CIRCLE_POINTS, reach),
  )
  return [...ring, ring[0]!]
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
