import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Path } from '../city/plane'
import { toPlane } from '../city/plane'

type Surface = Polygon | MultiPolygon

function openRing(ring: readonly Position[]): Path {
  return ring.slice(0, -1).map(toPlane)
}

/** Parts of a surface as lists of open rings in metres, outer ring first. */
export function outline(surface: Surface): readonly (readonly Path[])[] {
  const parts = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates
  return parts.map((rings) => rings.map(openRing))
}

/** The outer ring of the largest part, open, in metres. */
export function outerRing(surface: Surface): Path {
  const rings = outline(surface).map((part) => part[0]!)
  return rings.reduce((most, ring) => (spread(ring) > spread(most) ? ring : most))
}

function spread(ring: Path): number {
  const [west, south, east, north] = extent(ring)
  return (east - west) * (north - south)
}

/** West, south, east and north of a path, metres. */
export function extent(path: Path): readonly [number, number, number, number] {
  const east = path.map((point) => point[0])
  const north = path.map((point) => point[1])
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)]
}
