import type { Position } from 'geojson'
import outline from '../boundary.json'
import { type Path, toPlane } from './plane'

/** The county's outline as an open counter-clockwise ring in metres; see `seeds/boundary.json` for its source. */
export function growBoundary(): Path {
  const ring: Position[] = outline.ring
  return ring.slice(0, -1).map(toPlane)
}
