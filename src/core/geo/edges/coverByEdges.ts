import type { MultiPolygon, Polygon } from 'geojson'
import type { PolygonCoverage } from '../polygonCoverage'
import { gapGeometry } from './gapGeometry'
import type { EdgeLayer } from './layer'
import { layersOf } from './layersOf'
import { type Ground, overlay } from './overlay'

/** A gap or a covered part below this share of the subject is rounding, not ground. */
const ROUNDING = 1e-9

/** Coverage whose gap is drawn when asked for. */
type EdgeCoverage = Omit<PolygonCoverage, 'gap'> & {
  /** Null where nothing is left open, or where the pieces do not link to rings: then it is to be drawn another way. */
  readonly drawGap: () => Polygon | MultiPolygon | null
}

/**
 * How much of a subject of that many square metres the union of polygons covers, and what it leaves open, by the pieces of
 * their edges. Null when the pieces do not close: then it is to be found another way.
 */
export function coverByEdges(
  ground: Ground,
  area: number,
  polygons: readonly (Polygon | MultiPolygon)[],
): EdgeCoverage | null {
  if (ground.parts.length === 0) return null
  const found = overlay(ground, nearLayers(ground, polygons))
  if (!found.closed || !(found.area > 0)) return null
  const open = found.open / found.area
  if (open <= ROUNDING) return { share: 1, covered: area, uncovered: 0, drawGap: () => null }
  const share = 1 - open <= ROUNDING ? 0 : 1 - open
  return { share, covered: share * area, uncovered: (1 - share) * area, drawGap: () => gapGeometry(found) }
}

function nearLayers({ parts }: Ground, polygons: readonly (Polygon | MultiPolygon)[]): EdgeLayer[] {
  const near = ({ box }: EdgeLayer) =>
    parts.some(({ box: own }) => box[0] <= own[2] && box[2] >= own[0] && box[1] <= own[3] && box[3] >= own[1])
  return polygons.flatMap((polygon) => layersOf(polygon).filter(near))
}
