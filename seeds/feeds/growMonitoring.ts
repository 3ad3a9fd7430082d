import type { Polygon, Position } from 'geojson'
import type { Path, Point } from '../city/plane'
import { toPlane, toPolygon } from '../city/plane'
import { centreOf } from '../geometry/centreOf'
import { offset } from '../geometry/offset'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'
import { samples } from './survey'

/** Areas served by automatic air, water and noise monitoring, as the environment branch draws them. */
export function growMonitoring(facts: Survey, dice: Random): FeedFile {
  const zone = facts.city.scopes.find((scope) => scope.id === 'built-up')!
  const points = samples(zone.polygon)
  const centre = centreOf(zone.polygon)
  const air = spread(centre, [1700, 3300], 11).map((at) => round('空气', at, dice.between(1500, 1950), dice))
  const water = spread(centre, [1100, 3100], 9).map((at) => round('水体', at, dice.between(1300, 1700), dice))
  const noise = dice
    .shuffle(points)
    .slice(0, 58)
    .map((at) => round('噪声', at, dice.between(420, 800), dice))
  const towns = facts.city.towns
    .filter((town) => !facts.builtUp(town.seat))
    .map((town) => round('空气', town.seat, 2400, dice))
  const features = [...air, ...water, ...noise, ...towns].map(({ kind, polygon }, index) =>
    areaFeature(kind, polygon, index),
  )
  return { id: 'monitoring', asOf: minutesBefore(60 * 20), features }
}

function areaFeature(kind: string, polygon: Polygon, index: number): FeedFeature {
  const id = `JC${numbered(index + 1, 3)}`
  const english = { 空气: 'Air', 水体: 'Water', 噪声: 'Noise' }[kind] ?? 'Monitoring'
  return feature(id, polygon, {
    name: `${kind}监测区${id.slice(2)}`,
    name_en: `${english} monitoring zone ${id.slice(2)}`,
    kind,
  })
}

/** Positions on two rings about the centre. */
function spread(centre: Position, radii: readonly number[], count: number): Position[] {
  return Array.from({ length: count }, (_, index) =>
    offset(centre, (index * 360) / count + 15, radii[index % radii.length]!),
  )
}

/** A rounded area with a gently uneven edge. */
function round(kind: string, at: Position, radius: number, dice: Random): { kind: string; polygon: Polygon } {
  const [east, north] = toPlane(at)
  const phase = dice.between(0, 6)
  const ring: Path = Array.from({ length: 36 }, (_, index): Point => {
    const angle = (index * Math.PI) / 18
    const reach = radius * (1 + 0.08 * Math.sin(angle * 3 + phase) + 0.05 * Math.sin(angle * 5))
    return [east + reach * Math.cos(angle), north + reach * Math.sin(angle)]
  })
  return { kind, polygon: toPolygon(ring) }
}
