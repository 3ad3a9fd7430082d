import type { MultiPolygon, Polygon, Position } from 'geojson'
import { destination } from '#core/geo/sphere.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { AlertArea } from '../protocol'
import { CAP_REMARKS } from './capReasons'
import { nodesOf, textIn, textsOf, type XmlNode } from './readXml'

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`
const PAIR = new RegExp(`^(${NUMBER}),(${NUMBER})$`)
const CIRCLE_POINTS = 96
/** Metres. A circle of radius 0 is a point; it is drawn as a disc of this radius, so that it can be seen and holds something. */
export const POINT_RADIUS = 100
/** Metres; beyond it a ring is none on the map. */
const MOST_RADIUS = 5_000_000

/** Reads the areas of an `info`; positions become [longitude, latitude] from CAP's latitude,longitude. */
export function capArea(info: XmlNode): AlertArea {
  const polygons: Position[][][] = []
  const names: string[] = []
  const unplaced: string[] = []
  const geocodes: string[] = []
  const remarks: Reason[] = []
  for (const area of nodesOf(info, 'area')) {
    const name = textIn(area, 'areaDesc')
    let [figures, unread] = [0, 0]
    const take = (text: string, ring: Position[] | null, remark: (found: string) => Reason) => {
      figures += 1
      if (ring) polygons.push([ring])
      else {
        unread += 1
        remarks.push(remark(short(text)))
      }
    }
    for (const text of textsOf(area, 'polygon')) take(text, polygonRing(text), CAP_REMARKS.polygon)
    for (const text of textsOf(area, 'circle')) take(text, circleRing(text, remarks), CAP_REMARKS.circle)
    if (name !== null) names.push(name)
    if (name !== null && (figures === 0 || unread > 0)) unplaced.push(name)
    // A code is a pair of elements; GB/T 35965 writes its value alone.
    geocodes.push(...textsOf(area, 'geocode').map((value) => `=${value}`))
    for (const code of nodesOf(area, 'geocode')) {
      geocodes.push(`${textIn(code, 'valueName') ?? ''}=${textIn(code, 'value') ?? ''}`)
    }
  }
  return { geometry: geometryOf(polygons), names, unplaced, geocodes, remarks }
}

function geometryOf(polygons: readonly Position[][][]): Polygon | MultiPolygon | null {
  const [first] = polygons
  if (!first) return null
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: [...polygons] }
}

/** The words of a figure; blanks beside a comma are none of its own. */
const wordsOf = (text: string): readonly string[] =>
  text
    .trim()
    .replace(/\s*[,，]\s*/g, ',')
    .split(/[\s;]+/)
    .filter(Boolean)

/** `latitude,longitude` of one pair, turned round; null where it is none. */
function positionOf(text: string | undefined): Position | null {
  const pair = PAIR.exec(text ?? '')
  return pair && [Number(pair[2]), Number(pair[1])]
}

/** CAP says nothing of the direction of a polygon: the ring goes anticlockwise, as GeoJSON wants. Null: no ring. */
function polygonRing(text: string): Position[] | null {
  const pairs = wordsOf(text)
  const ring = pairs.map(positionOf).filter((position) => position !== null)
  if (ring.length < 4 || ring.length < pairs.length) return null
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

/** A circle as a ring of 96 corners, each a little outside it, so that the ring has the circle's area. Null: no circle. */
function circleRing(text: string, remarks: Reason[]): Position[] | null {
  const [pair, kilometres, ...rest] = wordsOf(text)
  const centre = positionOf(pair)
  const written = kilometres === undefined || kilometres.includes(',') ? Number.NaN : Number(kilometres) * 1000
  if (!centre || !(written >= 0) || written > MOST_RADIUS || rest.length > 0) return null
  if (written === 0) remarks.push(CAP_REMARKS.point(POINT_RADIUS))
  const radius = written === 0 ? POINT_RADIUS : written
  const step = (2 * Math.PI) / CIRCLE_POINTS
  const reach = radius * Math.sqrt(step / Math.sin(step))
  const ring = Array.from({ length: CIRCLE_POINTS }, (_, index) =>
    destination(centre, -(360 * index) / CIRCLE_POINTS, reach),
  )
  return [...ring, ring[0]!]
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
