import KDBush from 'kdbush'
import { boundsOf } from '../geo/boundsOf'
import { insidePolygon } from '../geo/inside'
import type { CityFeature } from '../model/feature'

/** What senses in one grid. */
export interface GridSense {
  readonly grid: CityFeature
  readonly devices: number
  /** Devices that are not known to be silent or late. */
  readonly online: number
  /** Kinds of the devices in the grid, and of those online. */
  readonly kinds: ReadonlySet<string>
  readonly onlineKinds: ReadonlySet<string>
}

/** `sensed`: something reports from there; `dark`: devices, but none online; `bare`: no device at all. */
export type GridState = 'sensed' | 'dark' | 'bare'

/**
 * Devices inside each grid (polygons; others are left out); a device on an edge counts on both sides. A device whose
 * `state` is 在线, or that says nothing of its state, is online.
 */
export function senseGrids(grids: readonly CityFeature[], devices: readonly CityFeature[]): readonly GridSense[] {
  const placed = devices.flatMap((device) =>
    device.geometry?.type === 'Point' ? [{ device, place: device.geometry.coordinates }] : [],
  )
  const tree = new KDBush(placed.length)
  for (const { place } of placed) tree.add(place[0]!, place[1]!)
  tree.finish()
  return grids.flatMap((grid) => {
    const { geometry } = grid
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return []
    const near = placed.length > 0 ? tree.range(...boundsOf(geometry)) : []
    const inside = near.flatMap((index) => {
      const { device, place } = placed[index]!
      return insidePolygon(place, geometry) ? [device] : []
    })
    const online = inside.filter(isOnline)
    return [
      { grid, devices: inside.length, online: online.length, kinds: kindsOf(inside), onlineKinds: kindsOf(online) },
    ]
  })
}

/** How a grid stands, for devices of one kind or of any (null). */
export function gridState({ kinds, onlineKinds, devices, online }: GridSense, kind: string | null): GridState {
  const some = kind === null ? devices > 0 : kinds.has(kind)
  const speaks = kind === null ? online > 0 : onlineKinds.has(kind)
  return speaks ? 'sensed' : some ? 'dark' : 'bare'
}

const isOnline = ({ properties: { state } }: CityFeature): boolean => state === '在线' || state === undefined

function kindsOf(devices: readonly CityFeature[]): ReadonlySet<string> {
  return new Set(devices.flatMap(({ properties: { kind } }) => (typeof kind === 'string' ? kind : [])))
}
