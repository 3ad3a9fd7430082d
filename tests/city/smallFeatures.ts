import type { Feature } from 'geojson'
import { deepFreeze } from './deepFreeze'

/** A point feature of the small city. */
function point(id: string, longitude: number, latitude: number, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties }
}

/** AJ1 is with the water bureau since 08:30, past its hour there; AJ2 is closed; AJ3 may be AJ1 once more. */
const CASES: Readonly<Record<string, Record<string, unknown>>> = {
  AJ1: {
    name: '太平路道路积水',
    class: '市容环境',
    unit: '市城乡水务局',
    stage: '派遣',
    time: '2026-09-01T08:30:00+08:00',
    reported: '2026-08-31T17:00:00+08:00',
    history: [
      { at: '2026-08-31T17:00:00+08:00', verb: 'report', stage: '上报', by: '采集员' },
      { at: '2026-08-31T17:10:00+08:00', verb: 'accept', stage: '受理' },
      { at: '2026-08-31T17:20:00+08:00', verb: 'register', stage: '立案' },
      { at: '2026-09-01T08:30:00+08:00', verb: 'dispatch', stage: '派遣', unit: '市城乡水务局' },
    ],
  },
  AJ2: {
    name: '光明街井盖丢失',
    class: '突发事件',
    unit: '市综合执法局',
    stage: '结案',
    time: '2026-09-01T09:00:00+08:00',
    reported: '2026-09-01T08:30:00+08:00',
    closed: '2026-09-01T09:00:00+08:00',
  },
  AJ3: {
    name: '太平路积水',
    class: '市容环境',
    unit: '市城乡水务局',
    stage: '上报',
    time: '2026-08-31T17:30:00+08:00',
    reported: '2026-08-31T17:30:00+08:00',
  },
}

/** AJ3 lies 0.0003° north of AJ1: 0.0003 · 6 371 008.8 m · π / 180 = 33.4 m. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  AJ1: [117.5, 35.5],
  AJ2: [117.51, 35.5],
  AJ3: [117.5, 35.5003],
}

/** Feeds by file name. The second site lacks its radius, so the door keeps it out. The feed `gone` is not served. */
export const SMALL_FEEDS = deepFreeze({
  'schools.geojson': [
    point('s1', 117.5, 35.5, {
      name: '第一小学',
      name_en: 'First School',
      kind: '小学',
      pupils: 900,
      updated: '2026-09-01T07:30:00',
    }),
    point('s2', 117.51, 35.5, { name: '第二小学', kind: '小学', pupils: 1200, updated: '2026-09-01T07:30:00' }),
    point('s3', 117.52, 35.5, { name: '<img src=x onerror=alert(1)>', kind: '<b>中学</b>', pupils: 300 }),
  ],
  'sites.geojson': [
    point('37088300000000000001', 117.5, 35.51, { name: '钟楼', operator: 'CM', range_m: 300, updated: '2026-08-30' }),
    point('b2', 117.5, 35.52, { name: '南门', operator: 'CU', updated: '2026-08-30' }),
  ],
  'cases.geojson': Object.entries(CASES).map(([id, properties]) => point(id, ...(PLACES[id] ?? [0, 0]), properties)),
})
