import type { Reason } from '#core/model/feedReport.ts'
import { shanghaiTime } from '#core/model/time.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { encodePolyline } from '../vehicles/polyline'
import type { DemoEvents, DemoSettings, DemoTimers } from './demoTransport'
import type { DemoFeature, DemoMessage } from './demoWorld'

/** Tuesday 1 September 2026, 08:00 in Shanghai. */
export const START = Date.UTC(2026, 8, 1)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const source = { type: 'geojson', url: 'x.geojson' }
const live = { type: 'demo' }

export const catalog = deepFreeze(
  wholeCatalog({
    version: 1,
    city: {
      code: '370883',
      name: '邹城市',
      bounds: [116.73, 35.12, 117.48, 35.57],
      clock: { start: '2026-09-01T08:00:00+08:00' },
    },
    feeds: [
      {
        id: 'cases',
        record: 'case',
        source,
        live,
        clock: {
          limits: {
            上报: 30,
            受理: 30,
            立案: 30,
            派遣: 60,
            处置: ['case', ['==', ['get', 'grade'], '紧急'], 60, 600],
            核查: 90,
          },
          roundTheClock: ['==', ['get', 'grade'], '紧急'],
        },
        calendar: {
          hours: [
            ['08:30', '12:00'],
            ['13:30', '17:30'],
          ],
        },
      },
      { id: 'devices', record: 'device', source, live, fields: { time: 'lastSeen' } },
      { id: 'vehicles', record: 'vehicle', source, live },
      { id: 'hazards', record: 'hazard', source, live },
      { id: 'warnings', record: 'warning', source, live },
    ],
    indicators: [],
  }),
)

const point = (index: number) => ({ type: 'Point' as const, coordinates: [116.95 + index * 0.002, 35.4] })
const feature = (id: string, index: number, properties: Readonly<Record<string, unknown>>): DemoFeature => ({
  type: 'Feature',
  id,
  geometry: point(index),
  properties,
})
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index))

const kinds = ['暴露垃圾', '井盖丢失', '占道经营'] as const
const units = ['市综合执法局', '市城乡水务局', '市公安局'] as const

/** What each feed holds when the clock starts. */
export const snapshots: Readonly<Record<string, readonly DemoFeature[]>> = deepFreeze({
  // One every two hours of the last five days.
  cases: many(60, (index) => {
    const reported = shanghaiTime(START - (60 - index) * 2 * HOUR)
    return feature(`AJ${String(index).padStart(3, '0')}`, index % 12, {
      name: `峄山路${kinds[index % 3]}`,
      name_en: `Kind ${index % 3}, Yishan Road`,
      kind: kinds[index % 3],
      grade: index % 3 === 1 ? '紧急' : '一般',
      unit: units[index % 3],
      stage: '上报',
      clock: '正常',
      reported,
      time: reported,
      history: [{ at: reported, verb: 'report', stage: '上报' }],
    })
  }),
  devices: many(40, (index) =>
    feature(`SB${index}`, index, {
      kind: ['水位', '积水', '噪声', '大棚温度'][index % 4],
      cycle: [300, 600, 3600][index % 3],
      state: '在线',
      value: 1,
      lastSeen: shanghaiTime(START - 2 * MINUTE),
    }),
  ),
  vehicles: many(12, (index) =>
    feature(`CL${index}`, index, {
      state: '待命',
      heading: 90,
      time: shanghaiTime(START),
      // Some 2.7 km east and 1.1 km north.
      route: encodePolyline([
        [116.95, 35.4],
        [116.98, 35.4],
        [116.98, 35.41],
      ]),
    }),
  ),
  hazards: many(9, (index) =>
    feature(`YH${index}`, index, {
      state: ['未整改', '整改中', '待验收'][index % 3],
      overdue: false,
      time: shanghaiTime(START - DAY),
    }),
  ),
  warnings: [
    feature('370883_1_1', 0, {
      name: '暴雨橙色预警',
      name_en: 'Orange rainstorm warning',
      level: '橙',
      time: shanghaiTime(START - HOUR),
      until: shanghaiTime(START + 3 * HOUR),
    }),
  ],
})

/** A connection to a feed of a session, with its clock turned by hand. */
export interface Listening {
  /** Lets the city's clock go to a moment and the simulator take one step. */
  to(now: number): void
  readonly messages: DemoMessage[]
  readonly batches: number[]
  readonly closed: Reason[]
  opened: number
  /** What a reader of snapshot and messages holds, by id. */
  held(): ReadonlyMap<string, DemoFeature>
}

interface Opening {
  open(settings: DemoSettings, events: DemoEvents): Promise<{ close(): void }>
}

/** Opens a feed of a session at a moment. */
export async function listenTo(session: Opening, id: string, now = START): Promise<Listening> {
  let clock = now
  const due = new Set<() => void>()
  const timers: DemoTimers = {
    set: (run) => {
      due.add(run)
      return run
    },
    clear: (handle) => {
      for (const run of due) if (run === handle) due.delete(run)
    },
  }
  const listening: Listening = {
    messages: [],
    batches: [],
    closed: [],
    opened: 0,
    to(moment) {
      clock = moment
      for (const run of [...due]) {
        due.delete(run)
        run()
      }
    },
    held() {
      const features = new Map((snapshots[id] ?? []).map((each) => [each.id, each]))
      for (const message of listening.messages) {
        if ('deleted' in message) features.delete(message.id)
        else features.set(message.id, message)
      }
      return features
    },
  }
  const feed = catalog.feeds.find((each) => each.id === id)
  if (!feed) throw new Error(`no feed ${id}`)
  await session.open(
    { feed, city: catalog.city, now: () => clock, timers, snapshot: async () => snapshots[id] ?? [] },
    {
      opened: () => {
        listening.opened++
      },
      message: (data) => {
        listening.batches.push(data.length)
        listening.messages.push(...(data as readonly DemoMessage[]))
      },
      alive: () => {},
      closed: (reason) => listening.closed.push(reason),
    },
  )
  return listening
}
