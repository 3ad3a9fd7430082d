import type { MultiPolygon, Polygon, Position } from 'geojson'
import { toPosition } from '../city/plane'
import { containment } from './contains'
import { extent, outline } from './outline'

/** Positions of a square grid of `spacing` metres that are inside the surface, row by row from the south-west. */
export function gridInside(surface: Polygon | MultiPolygon, spacing: number): Position[] {
  const [west, south, east, north] = extent(outline(surface).flat(2))
  const inside = containment(surface)
  const positions: Position[] = []
  for (let y = south + spacing / 2; y < north; y += spacing) {
    for (let x = west + spacing / 2; x < east; x += spacing) {
      const position = toPosition([x, y])
      if (inside(position)) positions.push(position)
    }
  }
  return positions
}
