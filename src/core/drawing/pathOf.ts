import type { Geometry, Position } from 'geojson'
import type { PlanarView } from './planarView'

/** Corners nearer to one another than this, in units of the drawing, are one. */
const NEAR = 0.4

const figure = (value: number): string => String(Math.round(value * 10) / 10)

/** Lines and rings of a geometry as the data of an SVG path; what lies outside the view altogether is left out. Empty: nothing is in it. */
export function pathOf(geometry: Geometry, view: PlanarView): string {
  switch (geometry.type) {
    case 'LineString':
      return linePath(geometry.coordinates, view)
    case 'MultiLineString':
      return geometry.coordinates.map((line) => linePath(line, view)).join('')
    case 'Polygon':
      return ringsPath(geometry.coordinates, view)
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => ringsPath(rings, view)).join('')
    case 'GeometryCollection':
      return geometry.geometries.map((part) => pathOf(part, view)).join('')
    default:
      return ''
  }
}

/** Points of a geometry that are in view, on the drawing. */
export function pointsOf(geometry: Geometry, view: PlanarView): readonly (readonly [number, number])[] {
  const positions =
    geometry.type === 'Point' ? [geometry.coordinates] : geometry.type === 'MultiPoint' ? geometry.coordinates : []
  return positions.map(view.place).filter(([x, y]) => x >= 0 && x <= view.width && y >= 0 && y <= view.height)
}

/** The stretches of a line that may be in view: a segment whose box is not is passed over. */
function linePath(line: readonly Position[], view: PlanarView): string {
  let path = ''
  let drawn: readonly [number, number] | null = null
  for (let at = 1; at < line.length; at++) {
    const from = line[at - 1]!
    const to = line[at]!
    if (!meets([from, to], view)) {
      drawn = null
      continue
    }
    const [x, y] = view.place(to)
    if (drawn === null) {
      const [fromX, fromY] = view.place(from)
      path += `M${figure(fromX)} ${figure(fromY)}`
    } else if (at < line.length - 1 && Math.hypot(x - drawn[0], y - drawn[1]) < NEAR) continue
    path += `L${figure(x)} ${figure(y)}`
    drawn = [x, y]
  }
  return path
}

function ringsPath(rings: readonly (readonly Position[])[], view: PlanarView): string {
  const [outer] = rings
  if (!outer || !meets(outer, view)) return ''
  return rings.map((ring) => ringPath(ring, view)).join('')
}

function ringPath(ring: readonly Position[], view: PlanarView): string {
  let path = ''
  let drawn: readonly [number, number] | null = null
  // The last position is the first again.
  for (const position of ring.slice(0, -1)) {
    const [x, y] = view.place(position)
    if (drawn !== null && Math.hypot(x - drawn[0], y - drawn[1]) < NEAR) continue
    path += `${drawn === null ? 'M' : 'L'}${figure(x)} ${figure(y)}`
    drawn = [x, y]
  }
  return path && `${path}Z`
}

function meets(positions: readonly Position[], { bounds: [west, south, east, north] }: PlanarView): boolean {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of positions) {
    w = Math.min(w, x)
    s = Math.min(s, y)
    e = Math.max(e, x)
    n = Math.max(n, y)
  }
  return w <= east && e >= west && s <= north && n >= south
}
