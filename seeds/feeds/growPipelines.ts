import type { LineString } from 'geojson'
import { pathLength } from '../city/measure'
import { toPlane } from '../city/plane'
import type { RoadClass, RoadSegment } from '../city/types'
import { bearing, offset } from '../geometry/offset'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

interface Network {
  readonly kind: '水' | '电' | '气'
  readonly classes: readonly RoadClass[]
  /** Metres to the right of the road's axis; negative: left. */
  readonly aside: number
  /** Share of the length that is monitored. */
  readonly monitored: number
  readonly owner: string
  readonly bore: readonly number[]
}

const networks: readonly Network[] = [
  {
    kind: '水',
    classes: ['primary', 'secondary', 'tertiary'],
    aside: 6,
    monitored: 0.91,
    owner: '邹城市自来水公司',
    bore: [200, 300, 600],
  },
  {
    kind: '电',
    classes: ['trunk', 'primary', 'secondary'],
    aside: -7,
    monitored: 0.93,
    owner: '市供电公司',
    bore: [10, 35, 110],
  },
  {
    kind: '气',
    classes: ['primary', 'secondary', 'tertiary'],
    aside: -4,
    monitored: 0.77,
    owner: '邹城燃气公司',
    bore: [110, 160, 315],
  },
]

/** Water, power and gas lines beside the streets of the built-up area; which are monitored goes by length. */
export function growPipelines(facts: Survey, dice: Random): FeedFile {
  const features = networks.flatMap((network) => {
    const streets = facts.roads(...network.classes).filter((segment) => facts.lineBuiltUp(segment.line))
    const watched = watchedStreets(streets, network.monitored, dice)
    return streets.map((street, index) => line(network, street, watched.has(street), index, dice))
  })
  return { id: 'pipelines', asOf: minutesBefore(60 * 31), features }
}

function watchedStreets(streets: readonly RoadSegment[], share: number, dice: Random): ReadonlySet<RoadSegment> {
  const metres = (street: RoadSegment) => pathLength(street.line.coordinates.map(toPlane))
  const total = streets.reduce((sum, street) => sum + metres(street), 0)
  const watched = new Set<RoadSegment>()
  let length = 0
  for (const street of dice.shuffle(streets)) {
    if (length >= share * total) break
    watched.add(street)
    length += metres(street)
  }
  return watched
}

function line(network: Network, street: RoadSegment, monitored: boolean, index: number, dice: Random): FeedFeature {
  const code = { 水: 'GS', 电: 'GD', 气: 'RQ' }[network.kind]
  return feature(`${code}${numbered(index + 1, 4)}`, beside(street.line, network.aside), {
    kind: network.kind,
    monitored,
    bore: dice.pick(network.bore),
    year: dice.whole(1998, 2025),
    owner: network.owner,
  })
}

function beside(axis: LineString, metres: number): LineString {
  const { coordinates } = axis
  return {
    type: 'LineString',
    coordinates: coordinates.map((position, index) => {
      const from = coordinates[Math.max(0, index - 1)]!
      const to = coordinates[Math.min(coordinates.length - 1, index + 1)]!
      return offset(position, bearing(from, to) + 90, metres)
    }),
  }
}
