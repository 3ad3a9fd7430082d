import type { Polygon } from 'geojson'
import type { FeedFile } from '../feeds/feedFile'

const text = (zh: string, en: string) => ({ zh, en })

function feed(id: string, record: string, zh: string, en: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id,
    title: text(zh, en),
    owner: '示例县数据局',
    record,
    source: { type: 'geojson', url: `${id}.geojson` },
    ...more,
  }
}

/** The catalog of the sample county, with bounds taken from its outline. */
export function sampleCatalog(files: readonly FeedFile[]): unknown {
  const outline = files.find((file) => file.id === 'boundary')!.features[0]!.geometry
  return {
    $schema: '../catalog.schema.json',
    version: 1,
    city: {
      code: '999901',
      name: text('示例县', 'Sample County'),
      bounds: outline?.type === 'Polygon' ? boundsOf(outline) : [],
      defaultScope: 'planning',
      notice: text('演示数据 虚构县', 'demonstration data, an invented county'),
      clock: { start: '2026-09-01T08:00:00+08:00' },
    },
    scopes: [{ id: 'planning', title: text('规划区', 'Planning area'), feed: 'planning-area' }],
    roles: { people: { feed: 'population', value: ['get', 'people'] }, warnings: 'warnings' },
    feeds: sampleFeeds,
    layers: [...sampleLayers, warningLayer],
    maps: sampleMaps,
    indicators: [
      {
        id: '5g-key-area-coverage',
        metrics: { value: { method: 'covered', subjects: 'key-areas', by: 'sites-5g', threshold: 0.8 } },
      },
      {
        id: 'multi-scale-topographic-coverage',
        metrics: {
          value: {
            method: 'area',
            region: 'planning-area',
            by: 'map-sheets',
            byWhere: ['in', ['get', 'scale'], ['literal', [1000, 2000]]],
          },
        },
      },
    ],
  }
}

function boundsOf(polygon: Polygon): number[] {
  const ring = polygon.coordinates[0]!
  const longitudes = ring.map((position) => position[0]!)
  const latitudes = ring.map((position) => position[1]!)
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
}

const sampleFeeds = [
  feed('boundary', 'zone', '县界', 'County boundary'),
  feed('planning-area', 'zone', '规划区', 'Planning area'),
  feed('population', 'zone', '人口', 'Population', { staleSeconds: 63_072_000 }),
  feed('key-areas', 'place', '重点公共区域', 'Key public areas', {
    crs: 'gcj02',
    fields: { id: 'BM', name: 'MC', kind: 'LB', time: 'GXSJ' },
    staleSeconds: 2_592_000,
  }),
  feed('sites-5g', 'site', '5G 基站', '5G sites', {
    footprint: { radius: ['get', 'range_m'] },
    staleSeconds: 604_800,
  }),
  feed('roads', 'road', '道路', 'Roads'),
  feed('map-sheets', 'sheet', '地形图图幅', 'Topographic sheets', {
    crs: 'EPSG:4527',
    fields: { name: 'TH', scale: 'BLC' },
  }),
  feed('reported', 'reported', '部门报送', 'Reported by departments'),
  feed('warnings', 'warning', '预警', 'Warnings', {
    source: { type: 'cap', url: 'warnings.xml' },
    owner: '示例县预警发布中心',
    staleSeconds: 86_400,
  }),
]

const sampleLayers = [
  {
    id: 'land',
    feed: 'boundary',
    title: text('县域', 'County'),
    group: 'ground',
    base: true,
    style: [
      { type: 'fill', paint: { 'fill-color': '$land' } },
      { type: 'line', paint: { 'line-color': '$border', 'line-width': 1.5 } },
    ],
  },
  {
    id: 'roads',
    feed: 'roads',
    title: text('道路', 'Roads'),
    group: 'line',
    base: true,
    style: [
      {
        type: 'line',
        paint: { 'line-color': '$road1', 'line-width': ['match', ['get', 'class'], 'trunk', 3, 1.5] },
      },
    ],
  },
  {
    id: 'planning-area',
    feed: 'planning-area',
    title: text('规划区', 'Planning area'),
    group: 'area',
    style: [{ type: 'line', paint: { 'line-color': '$text3', 'line-width': 1, 'line-dasharray': [3, 3] } }],
  },
  {
    id: 'key-areas',
    feed: 'key-areas',
    title: text('重点公共区域', 'Key public areas'),
    group: 'area',
    lens: ['qiangji'],
    style: [
      { type: 'fill', paint: { 'fill-color': '$cat1', 'fill-opacity': 0.25 } },
      { type: 'line', paint: { 'line-color': '$cat1', 'line-width': 1 } },
    ],
    popup: ['name', 'kind', 'time'],
    label: ['get', 'name'],
  },
  {
    id: 'sites-5g',
    feed: 'sites-5g',
    title: text('5G 基站', '5G sites'),
    group: 'point',
    lens: ['qiangji'],
    classes: {
      by: ['get', 'operator'],
      items: [
        { value: '移动', title: text('移动', 'China Mobile'), color: '$op1', icon: 'antenna' },
        { value: '联通', title: text('联通', 'China Unicom'), color: '$op2', icon: 'antenna' },
        { value: '电信', title: text('电信', 'China Telecom'), color: '$op3', icon: 'antenna' },
      ],
    },
    style: [
      {
        type: 'symbol',
        layout: { 'icon-image': '$class.icon', 'icon-size': 0.7 },
        paint: { 'icon-color': '$class.color' },
      },
    ],
    popup: ['operator', 'range_m', 'status'],
  },
  {
    id: 'map-sheets',
    feed: 'map-sheets',
    title: text('地形图图幅', 'Topographic sheets'),
    group: 'area',
    visible: false,
    style: [{ type: 'line', paint: { 'line-color': '$cat3', 'line-width': 0.8 } }],
    popup: ['name', 'scale'],
  },
]

const levels = [
  { value: '红', title: text('红色', 'Red'), color: '$red', icon: 'hexagon' },
  { value: '橙', title: text('橙色', 'Orange'), color: '$orange', icon: 'diamond' },
  { value: '黄', title: text('黄色', 'Yellow'), color: '$yellow', icon: 'triangle' },
  { value: '蓝', title: text('蓝色', 'Blue'), color: '$blue', icon: 'circle' },
]

const warningLayer = {
  id: 'warnings',
  feed: 'warnings',
  title: text('生效预警', 'Warnings in force'),
  group: 'alarm',
  filter: ['!=', ['get', 'in_force'], false],
  classes: { by: ['get', 'level'], items: levels },
  style: [
    { type: 'fill', paint: { 'fill-color': '$class.color', 'fill-opacity': 0.06 } },
    { type: 'line', paint: { 'line-color': '$class.color', 'line-width': 1.6, 'line-dasharray': [3, 2] } },
  ],
  popup: ['name', 'level', 'level_from', 'text', 'issuer', 'time', 'until', 'towns'],
  label: ['get', 'name'],
}

const sampleMaps = [
  {
    id: 'panorama',
    title: text('城市运行全景图', 'City panorama'),
    layers: ['land', 'roads', 'planning-area', 'key-areas', 'sites-5g', 'map-sheets'],
    cards: [
      'star-ribbon',
      'star-summary',
      {
        kind: 'indicator',
        indicator: '5g-key-area-coverage',
        title: text('哪些重点区域还没有 5G?', 'Which key areas lack 5G?'),
      },
      {
        kind: 'indicator',
        indicator: 'multi-scale-topographic-coverage',
        title: text('规划区还有多少没有大比例尺图?', 'How much of the planning area lacks large-scale maps?'),
      },
      'feeds',
    ],
    table: { feed: 'key-areas', columns: ['name', 'kind', 'time'] },
    lenses: ['qiangji'],
  },
  {
    id: 'sensing',
    title: text('感知态势图', 'Sensing'),
    layers: ['land', 'roads', 'planning-area', 'key-areas', 'sites-5g'],
    cards: [
      'star-ribbon',
      {
        kind: 'breakdown',
        feed: 'sites-5g',
        by: 'operator',
        title: text('基站是谁建的?', 'Who built the sites?'),
      },
    ],
    table: { feed: 'sites-5g', columns: ['operator', 'range_m', 'status'] },
  },
  { id: 'events', title: text('事件态势图', 'Events'), layers: ['land', 'roads'] },
  {
    id: 'hazards',
    title: text('隐患一张图', 'Hazards'),
    layers: ['land', 'roads', 'key-areas', 'warnings'],
    cards: [
      'star-ribbon',
      {
        kind: 'warnings',
        feed: 'warnings',
        title: text('现在有哪些预警?', 'Which warnings are in force?'),
        inside: [{ feed: 'key-areas' }, { feed: 'sites-5g' }],
      },
    ],
    table: { feed: 'warnings', columns: ['name', 'level', 'time', 'until', 'towns'] },
  },
  { id: 'resources', title: text('应急资源一张图', 'Resources'), layers: ['land', 'roads'] },
]
