import type { Feature } from 'geojson'
import type { DeviceFeature } from './deviceCity'

/** How a set of features differs from what was sent; all 0 where it does not. */
export interface Difference {
  /** Devices that are not there, that nobody sent, and that have another place or other properties than last sent. */
  readonly missing: number
  readonly strange: number
  readonly wrong: number
  /** How much older the newest of the features is than the newest sent, milliseconds. */
  readonly behind: number
}

/** What of a device is compared: its place, and its properties, or of these alone those that the map's layer reads. */
export interface Compared {
  readonly places: boolean
  readonly properties: 'all' | 'drawn'
}

/** The layer's colours are by status: a map need not be told of other properties. */
const DRAWN: ReadonlySet<string> = new Set(['status'])

/**
 * Holds features against the last state of every device. The identity is the property `id`, and a device may be there more
 * than once (tiles overlap), each time right. How far behind they are is told where all properties are compared.
 */
export function compareDevices(
  sent: readonly DeviceFeature[],
  features: readonly Pick<Feature, 'properties'>[],
  compared: Compared,
): Difference {
  const byId = new Map(sent.map((device) => [device.id, device]))
  const seen = new Set<string>()
  let strange = 0
  const wrong = new Set<string>()
  for (const feature of features) {
    const id = String(feature.properties?.id)
    const device = byId.get(id)
    if (!device) {
      strange += 1
      continue
    }
    seen.add(id)
    if (!isSame(device, feature, compared)) wrong.add(id)
  }
  const behind = compared.properties === 'all' ? newest(sent) - newest(features) : 0
  return { missing: byId.size - seen.size, strange, wrong: wrong.size, behind: Number.isNaN(behind) ? 0 : behind }
}

const newest = (features: readonly Pick<Feature, 'properties'>[]): number =>
  features.reduce((latest, { properties }) => Math.max(latest, Date.parse(properties?.time)), Number.NEGATIVE_INFINITY)

export const differs = ({ missing, strange, wrong }: Difference): number => missing + strange + wrong

function isSame(
  device: DeviceFeature,
  feature: Pick<Feature, 'properties'>,
  { places, properties: which }: Compared,
): boolean {
  const { properties } = feature
  const wanted = Object.entries(device.properties).filter(([name]) => which === 'all' || DRAWN.has(name))
  if (wanted.some(([name, value]) => properties?.[name] !== value)) return false
  if (!places) return true
  const geometry: unknown = Reflect.get(feature, 'geometry')
  return JSON.stringify(geometry) === JSON.stringify(device.geometry)
}
