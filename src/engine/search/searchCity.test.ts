import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const feature = (id: string, geometry: Geometry, properties: object) => ({ type: 'Feature', id, geometry, properties })
const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] })
const line = (...coordinates: [number, number][]): Geometry => ({ type: 'LineString', coordinates })
const box = (west: number, south: number, east: number, north: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

/** Twelve pieces of a road eastwards, 0.001° (91 m) each with as much between them, and one of its name 10 km north. */
const ROAD = Array.from({ length: 12 }, (_, n) =>
  feature(`r${n}`, line([117.1 + n * 0.002, 35.2], [117.101 + n * 0.002 + (n === 5 ? 0.0004 : 0), 35.2]), {
    name: '建设路',
    name_en: 'Jianshe Road',
  }),
)
const FAR = feature('far', line([117.1, 35.29], [117.11, 35.29]), { name: '建设路' })

const FEEDS: Readonly<Record<string, readonly [record: string, features: readonly object[]]>> = {
  zones: [
    'zone',
    [
      feature('w', box(117, 35, 117.5, 36), { name: '西镇', name_en: 'West Town' }),
      feature('e', box(117.5, 35, 118, 36), { name: '东镇' }),
    ],
  ],
  schools: [
    'place',
    [
      feature('s1', point(117.15, 35.15), { name: '西小学' }),
      feature('s2', point(117.75, 35.75), { name: '东小学', name_en: 'East Primary School' }),
      feature('s3', point(117.16, 35.16), { name: '小学' }),
    ],
  ],
  cams: [
    'camera',
    [
      feature('37088300001320000123', point(117.05, 35.05), { name: '东门路口球机' }),
      feature('37088300001320000124', point(117.1, 35.1), { name: '西门路口枪机' }),
      feature('37088300001320000001', point(117.2, 35.5), { name: '路口' }),
      feature('37088300001320000002', point(117.7, 35.5), { name: '路口' }),
    ],
  ],
  roads: ['road', [...ROAD, FAR]],
}

function openCity() {
  const engine = presentOf(createCityEngine({ publish: () => 'blob:x', withdraw: () => {} }))
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
      feeds: Object.entries(FEEDS).map(([id, [record]]) => ({
        id,
        record,
        source: { type: 'geojson', url: `${id}.geojson` },
      })),
      layers: [{ id: 'zones', feed: 'zones', group: 'ground', base: true, style: [{ type: 'line', paint: {} }] }],
      indicators: [],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  for (const [id, [, features]] of Object.entries(FEEDS))
    engine.admit(id, bytes({ type: 'FeatureCollection', features }))
  return engine
}

const ids = async (text: string, limit = 12) =>
  (await openCity().search(text, limit)).map((hit) =>
    hit.kind === 'feature' ? `${hit.feed} ${hit.id}` : hit.kind === 'row' ? `row ${hit.row}` : `place ${hit.at}`,
  )

describe('a search of the city', () => {
  it('asks all feeds at once: the better name first, whatever feed it is of, then the shorter', async () => {
    expect(await ids('小学')).toEqual(['schools s3', 'schools s1', 'schools s2'])
    expect(await ids('西')).toEqual(['zones w', 'schools s1', 'cams 37088300001320000124'])
    expect(await ids('西', 1)).toEqual(['zones w'])
    expect(await ids('没有')).toEqual([])
    expect(await ids('  ')).toEqual([])
  })

  it.each([
    '000123',
    '3708830000132 0123',
    '路口 东门',
    '东门路口 球机',
    'dongmen',
    'dmlk',
    '３７０８８３００００１３２００００１２３',
  ])('finds a camera by %s', async (text) => {
    expect((await ids(text))[0]).toBe('cams 37088300001320000123')
  })

  it('joins the pieces of a road, its bounds around them; one of that name far away is another', async () => {
    const hits = await openCity().search('建设路', 12)
    expect(hits).toMatchObject([
      // The fifth piece is the longest. West end of the first, east end of the last: 117.101 + 11 · 0.002.
      { feed: 'roads', id: 'r5', pieces: 12, bounds: [117.1, 35.2, expect.closeTo(117.123, 9), 35.2] },
      { feed: 'roads', id: 'far', pieces: 1, zone: { zh: '西镇', en: 'West Town' } },
    ])
  })

  it('never joins points: two cameras of one name are two, told apart by their towns', async () => {
    const hits = await openCity().search('路口', 12)
    expect(hits.slice(0, 2)).toMatchObject([
      { id: '37088300001320000001', name: '路口', pieces: 1, zone: { zh: '西镇', en: 'West Town' } },
      { id: '37088300001320000002', name: '路口', pieces: 1, zone: { zh: '东镇' } },
    ])
    expect((await openCity().search('门路口', 12)).map((hit) => 'zone' in hit && hit.zone)).toEqual([null, null])
  })

  it('finds rows of the standard by name in either language, after features whose names hold it too', async () => {
    expect(await ids('视频监控联网')).toEqual(['row video-surveillance-networking'])
    expect(await ids('spjklw')).toEqual(['row video-surveillance-networking'])
    expect((await ids('video surveillance'))[0]).toMatch(/^row video-surveillance/)
    // 路口实时信号配时系统比例 begins with it; four cameras hold it. However many they are, the row has room.
    expect(await ids('路口')).toMatchObject({ length: 5, 4: 'row realtime-signal-timing-ratio' })
    expect(await ids('路口', 3)).toMatchObject({ length: 3, 2: 'row realtime-signal-timing-ratio' })
    expect((await ids('路口实时信号配时系统比例'))[0]).toBe('row realtime-signal-timing-ratio')
  })

  it('takes coordinates for a place, both ways where both can be', async () => {
    expect(await openCity().search('117.5, 35.4', 12)).toEqual([
      { kind: 'place', at: [117.5, 35.4], order: 'lonLat', crs: 'wgs84', inCity: true },
    ])
    expect(await ids('35.4N 117.5E')).toEqual(['place 117.5,35.4'])
  })
})
