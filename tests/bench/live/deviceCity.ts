import { type Random, random } from '#seeds/random.ts'

/** [west, south, east, north] of the bench's city, the extent of a county. */
export const BOUNDS = [116.73, 35.12, 117.48, 35.57] as const
const STATUSES = ['正常', '关注', '报警', '离线'] as const
const KINDS = ['水位', '液位', '燃气', '烟感', '井盖'] as const

export interface DeviceFeature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: { readonly type: 'Point'; coordinates: [number, number] }
  readonly properties: {
    readonly name: string
    readonly kind: string
    readonly unit: string
    readonly value: number
    readonly status: string
    /** ISO. */
    readonly time: string
  }
}

/** Devices that change: the same seed gives the same devices and the same changes, but for the times, which are given. */
export interface DeviceCity {
  /** Every device as it is now. */
  features(): readonly DeviceFeature[]
  /** Changes `count` devices, some perhaps twice, and answers what each has become, in order. */
  change(count: number, at: number): readonly DeviceFeature[]
}

/** Share of changes that also move the device, and that give it another status. */
const MOVES = 0.1
const TURNS = 0.3
/** Degrees; about 100 m. */
const STEP = 0.001
/** Values go up and down by so much at most, so that one in a hundred devices is above 99 at any time. */
const VALUE_STEP = 2

/** `at`: when all was last seen, epoch milliseconds. */
export function deviceCity(count: number, seed: number, at: number): DeviceCity {
  const draw = random('live bench', seed)
  const held = Array.from({ length: count }, (_, index) => firstDevice(index, draw, at))
  return {
    features: () => held,
    change(wanted, now) {
      return Array.from({ length: wanted }, () => {
        const index = draw.whole(0, count - 1)
        const changed = changedDevice(held[index]!, draw, now)
        held[index] = changed
        return changed
      })
    },
  }
}

function firstDevice(index: number, draw: Random, at: number): DeviceFeature {
  const [west, south, east, north] = BOUNDS
  const number = String(index + 1).padStart(5, '0')
  const kind = draw.pick(KINDS)
  return {
    type: 'Feature',
    id: `D${number}`,
    geometry: {
      type: 'Point',
      coordinates: [degrees(draw.between(west, east)), degrees(draw.between(south, north))],
    },
    properties: {
      name: `${kind}监测点 ${number}`,
      kind,
      unit: kind === '水位' ? 'm' : '%',
      value: tenths(draw.between(0, 100)),
      status: draw.pick(STATUSES),
      time: new Date(at).toISOString(),
    },
  }
}

function changedDevice(device: DeviceFeature, draw: Random, at: number): DeviceFeature {
  const { geometry, properties } = device
  const [x, y] = geometry.coordinates
  const [west, south, east, north] = BOUNDS
  const moves = draw.chance(MOVES)
  const to = moves
    ? ([step(x, west, east, draw), step(y, south, north, draw)] satisfies [number, number])
    : geometry.coordinates
  return {
    ...device,
    geometry: { type: 'Point', coordinates: to },
    properties: {
      ...properties,
      value: tenths(Math.min(100, Math.max(0, properties.value + draw.between(-VALUE_STEP, VALUE_STEP)))),
      status: draw.chance(TURNS) ? draw.pick(STATUSES) : properties.status,
      time: new Date(at).toISOString(),
    },
  }
}

const step = (from: number, least: number, most: number, draw: Random): number =>
  degrees(Math.min(most, Math.max(least, from + draw.between(-STEP, STEP))))
const degrees = (value: number): number => Math.round(value * 1e6) / 1e6
const tenths = (value: number): number => Math.round(value * 10) / 10
