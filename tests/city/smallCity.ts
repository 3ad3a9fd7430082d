import { point } from './smallFeatures'

/** A city of three feeds and one map, small enough to reckon with by hand. Times are Asia/Shanghai. */
export const SMALL_CITY = {
  version: 1,
  city: {
    code: '999902',
    name: { zh: '小城', en: 'Small City' },
    bounds: [117, 35, 118, 36],
    clock: { start: '2026-09-01T08:00:00+08:00' },
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
} as const

/** Feeds by file name. The second site lacks its radius, so the door keeps it out. The third feed is not served. */
export const SMALL_FEEDS = {
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
} as const
