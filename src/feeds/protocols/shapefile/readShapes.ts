import type { Geometry, Position } from 'geojson'
import { signedDoubleArea } from '../../geometry/hasArea'

/** A shape of a .shp file; null: a null shape, or one of a kind that has no place on the ground. */
type Shape = Geometry | null

export type ShapesRead =
  | { readonly ok: true; readonly shapes: readonly Shape[] }
  /** `byte` from 0; `wants` says what should stand there. */
  | { readonly ok: false; readonly byte: number; readonly wants: 'header' | 'record' }

const HEADER = 100
const FILE_CODE = 9994

/** Kinds with Z or M are those without, 10 or 20 further. */
const POINT = 1
const LINE = 3
const POLYGON = 5
const MULTIPOINT = 8

/** The shapes of a .shp file (ESRI, July 1998), in its order. Z and M are read past. A file that ends early is refused with its byte. */
export function readShapes(bytes: Uint8Array): ShapesRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getInt32(0) !== FILE_CODE) return { ok: false, byte: 0, wants: 'header' }
  const end = Math.min(bytes.length, view.getInt32(24) * 2)
  if (view.getInt32(24) * 2 > bytes.length) return { ok: false, byte: bytes.length, wants: 'record' }
  const shapes: Shape[] = []
  for (let at = HEADER; at < end; ) {
    const content = at + 8
    if (content + 4 > end) return { ok: false, byte: at, wants: 'record' }
    const next = content + view.getInt32(at + 4) * 2
    if (next > end || next < content + 4) return { ok: false, byte: at, wants: 'record' }
    try {
      shapes.push(shapeIn(new DataView(bytes.buffer, bytes.byteOffset + content, next - content)))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { ok: false, byte: at, wants: 'record' }
    }
    at = next
  }
  return { ok: true, shapes }
}

/** @throws RangeError when the record is shorter than what it says of itself. */
function shapeIn(view: DataView): Shape {
  const kind = view.getInt32(0, true) % 10
  const positionAt = (at: number): Position => [view.getFloat64(at, true), view.getFloat64(at + 8, true)]
  if (kind === POINT) return { type: 'Point', coordinates: positionAt(4) }
  if (kind === MULTIPOINT) {
    const count = countAt(view, 36, 16)
    return { type: 'MultiPoint', coordinates: Array.from({ length: count }, (_, i) => positionAt(40 + 16 * i)) }
  }
  if (kind !== LINE && kind !== POLYGON) return null
  const parts = countAt(view, 36, 4)
  const points = countAt(view, 40, 16)
  const starts = Array.from({ length: parts }, (_, i) => view.getInt32(44 + 4 * i, true))
  const first = 44 + 4 * parts
  const lines = starts.map((start, i) => {
    const stop = starts[i + 1] ?? points
    if (start < 0 || stop < start || stop > points) throw new RangeError('a part outside of the points')
    return Array.from({ length: stop - start }, (_, nth) => positionAt(first + 16 * (start + nth)))
  })
  if (kind === POLYGON) return polygonOf(lines)
  const [only] = lines
  return only && lines.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: lines }
}

/** A count that the record has room for. */
function countAt(view: DataView, at: number, size: number): number {
  const count = view.getInt32(at, true)
  if (count < 0 || count * size > view.byteLength) throw new RangeError('more than the record holds')
  return count
}

/** Rings run clockwise round ground, and counter-clockwise round a hole, which belongs to the smallest ring about it. */
function polygonOf(rings: readonly Position[][]): Geometry {
  const sized = rings.map((ring) => ({ ring, area: signedDoubleArea(ring) }))
  const outers = sized.filter(({ area }) => area <= 0).sort((a, b) => b.area - a.area)
  const polygons = outers.map(({ ring }) => [ring])
  for (const { ring, area } of sized) {
    if (area <= 0) continue
    const around = outers.findIndex((outer) => -outer.area >= area && holds(outer.ring, ring))
    // A hole in nothing is ground that was drawn the wrong way round.
    if (around < 0) polygons.push([ring])
    else polygons[around]!.push(ring)
  }
  const [only] = polygons
  return only && polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** Whether most corners of one ring lie in another: some may lie on it. */
function holds(outer: readonly Position[], inner: readonly Position[]): boolean {
  const inside = inner.filter((corner) => isInside(corner as [number, number], outer)).length
  return inside * 2 >= inner.length
}

function isInside([x, y]: [number, number], ring: readonly Position[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[ax, ay], [bx, by]] = [ring[j] as [number, number], ring[i] as [number, number]]
    if (ay > y !== by > y && (bx - ax) * (y - ay) < (x - ax) * (by - ay) === by > ay) inside = !inside
  }
  return inside
}
