import { deepFreeze } from './deepFreeze'

/**
 * A city of four feeds and one map, small enough to reckon with by hand. Times are Asia/Shanghai; the clock stands at its
 * start, a Tuesday. In code, not `geodata/sample-county`: that one is published, is grown by a program and lies in
 * other coordinate systems, so no test could change it or say by hand what it holds.
 */
export const SMALL_CITY = deepFreeze({
  version: 1,
  city: {
    code: '999902',
    name: { zh: '小城', en: 'Small City' },
    bounds: [117, 35, 118, 36],
    clock: { start: '2026-09-01T08:00:00+08:00' },
  },
  calendars: {
    city: {
      hours: [
        ['08:30', '12:00'],
        ['13:30', '17:30'],
      ],
    },
  },
  feeds: [
    {
      id: 'schools',
      title: { zh: '学校', en: 'Schools' },
      owner: '市教育局',
      record: 'place',
      source: { type: 'geojson', url: 'schools.geojson' },
      fields: { time: 'updated' },
      refreshSeconds: 3600,
      staleSeconds: 86400,
    },
    {
      id: 'sites',
      title: { zh: '基站', en: 'Sites' },
      owner: '市通信办',
      record: 'site',
      source: { type: 'geojson', url: 'sites.geojson' },
      fields: { time: 'updated' },
      refreshSeconds: 3600,
      staleSeconds: 86400,
      footprint: { radius: ['get', 'range_m'] },
    },
    {
      id: 'cases',
      title: { zh: '案件', en: 'Cases' },
      record: 'case',
      source: { type: 'geojson', url: 'cases.geojson' },
      calendar: 'city',
      clock: { limits: { 受理: 15, 立案: 30, 派遣: 60, 处置: 240 }, whole: 480 },
      actions: {
        dispatch: 'api/dispatch',
        urge: 'api/urge',
        return: 'api/return',
        reassign: 'api/reassign',
        suspend: 'api/suspend',
        note: 'api/note',
      },
    },
    {
      id: 'gone',
      title: { zh: '失联源', en: 'Gone' },
      record: 'place',
      source: { type: 'geojson', url: 'gone.geojson' },
    },
  ],
  layers: [
    {
      id: 'schools',
      feed: 'schools',
      title: { zh: '学校', en: 'Schools' },
      group: 'point',
      lens: ['huimin'],
      style: [{ type: 'circle', paint: { 'circle-color': '$cat1' } }],
      popup: ['kind', 'pupils'],
    },
    {
      id: 'sites',
      feed: 'sites',
      title: { zh: '基站', en: 'Sites' },
      group: 'point',
      lens: ['qiangji'],
      visible: false,
      classes: {
        by: ['get', 'operator'],
        items: [
          { value: 'CM', title: { zh: '移动', en: 'Mobile' }, color: '$op1', icon: 'antenna' },
          { value: 'CU', title: { zh: '联通', en: 'Unicom' }, color: '$op2', icon: 'antenna' },
        ],
      },
      style: [{ type: 'symbol', layout: { 'icon-image': '$class.icon' }, paint: { 'icon-color': '$class.color' } }],
      popup: ['operator', 'range_m'],
    },
  ],
  maps: [
    {
      id: 'panorama',
      title: { zh: '全景', en: 'Panorama' },
      layers: ['schools', 'sites'],
      lenses: ['huimin', 'qiangji'],
      table: { feed: 'schools', columns: ['name', 'pupils'] },
    },
  ],
  indicators: [],
} as const)
