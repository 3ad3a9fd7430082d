import { beforeAll, describe, expect, it, test } from 'vitest'
import { admitFeed } from '../door/admitFeed'
import { readCsv } from './csv'
import { readGeoJsonSeq } from './geojsonseq'
import type { FeedSource, ProtocolResult } from './protocol'
import { loadProtocols } from './registry'
import { columnValues } from './table/columnValues'
import { readWkt } from './table/readWkt'
import { readTopoJson } from './topojson'

const utf8 = (text: string) => new TextEncoder().encode(text)
const source = (over: Partial<FeedSource> = {}): FeedSource => ({ type: 'csv', url: 'a.csv', ...over })

/** Values of the entries, and codes of those that are refused. */
function told(result: ProtocolResult) {
  if (!result.ok) return result.failure
  return result.collection.entries.map(({ value, refusal }) => (refusal ? [refusal.field, refusal.reason.en] : value))
}
const pointOf = (x: number, y: number, properties: object) => ({
  ...{ type: 'Feature', properties },
  geometry: { type: 'Point', coordinates: [x, y] },
})

describe('comma-separated values', () => {
  const places = source({ x: '经度', y: '纬度' })
  const csv = (text: string, of = places) => told(readCsv(utf8(text), [], of))

  it('are features with the place of two columns, and every other column as a property', () => {
    expect(csv('\uFEFF名称,经度,纬度,等级\r\n"城东, 泵站",116.98,35.4,2\r\n城西,117,35.41,\r\n')).toEqual([
      pointOf(116.98, 35.4, { 名称: '城东, 泵站', 等级: 2 }),
      pointOf(117, 35.41, { 名称: '城西', 等级: null }),
    ])
  })

  it('may part their cells with semicolons or tabs, and have empty lines', () => {
    const parted = (sign: string) => ['名称,经度,纬度', 'a,117,35', '', 'b,117,36'].join('\n').replaceAll(',', sign)
    for (const sign of [';', '\t'])
      expect(csv(parted(sign))).toEqual([pointOf(117, 35, { 名称: 'a' }), pointOf(117, 36, { 名称: 'b' })])
  })

  it('name the row that cannot be read by its line, over cells of several lines, and keep the others', () => {
    expect(csv('名称,经度,纬度\n"a\nb",117,35\nc,东,35\nd,117\ne,,35\nf,,\n')).toEqual([
      pointOf(117, 35, { 名称: 'a\nb' }),
      ['经度', 'line 4: 经度 is no number: "东"'],
      ['row', 'line 5 has 2 cells, the header 3'],
      ['经度', 'line 6: 经度 is empty'],
      { type: 'Feature', properties: { 名称: 'f' }, geometry: null },
    ])
  })

  it('are no feed where a column is missing or doubled, a quote stays open, or it is something else', () => {
    const failure = (code: string, line: number) => ({ reason: expect.objectContaining({ code }), line })
    expect(csv('名称,lon,lat\na,1,2\n')).toEqual(failure('no-column', 1))
    expect(csv('名称,经度,经度,纬度\na,1,2,3\n')).toEqual(failure('column-twice', 1))
    expect(csv('名称,经度,纬度\na,1,2\n"b,1,2\nc,3,4\n')).toEqual(failure('open-quote', 3))
    expect(csv('<html></html>')).toEqual(failure('markup', 1))
    expect(csv(' \n')).toMatchObject({ reason: { code: 'empty' } })
  })

  it('are read in GB18030 too, which is said, and in no third encoding', () => {
    // "名称,x,y" and "兖州,1,2" in GB 2312.
    const gb = Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6, ...utf8(',x,y\n'), 0xd9, 0xf0, 0xd6, 0xdd, ...utf8(',1,2\n'))
    const result = readCsv(gb, [], source({ x: 'x', y: 'y' }))
    expect(told(result)).toEqual([pointOf(1, 2, { 名称: '兖州' })])
    expect(result.ok && result.collection.remarks).toMatchObject([{ id: null, reason: { code: 'read-as-gb18030' } }])
    expect(told(readCsv(Uint8Array.of(0xff, 0xfe, 0x61, 0x00), [], source()))).toMatchObject({
      reason: { code: 'not-utf8' },
    })
  })

  it('have their place in well-known text, or none', () => {
    const wkt = source({ wkt: 'geom' })
    expect(csv('id,geom\na,"LINESTRING (0 0, 1 1)"\nb,CIRCLE(1)\nc,\n', wkt)).toEqual([
      {
        type: 'Feature',
        properties: { id: 'a' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      },
      ['geom', 'line 3: geom is no WKT geometry: "CIRCLE(1)"'],
      { type: 'Feature', properties: { id: 'c' }, geometry: null },
    ])
    expect(csv('indicator,value\nrow,0.5\n', source())).toEqual([
      { type: 'Feature', properties: { indicator: 'row', value: 0.5 }, geometry: null },
    ])
  })
})

test('a column is of numbers, or of true and false, only when all of it is', () => {
  expect(columnValues(['1', '-2.5', '', '3e2'])).toEqual([1, -2.5, null, 300])
  expect(columnValues(['0101', '12'])).toEqual(['0101', '12'])
  expect(columnValues(['12', '无'])).toEqual(['12', '无'])
  expect(columnValues(['True', 'false', ''])).toEqual([true, false, null])
  // Seventeen digits are more than a number keeps.
  expect(columnValues(['37088300001320001'])).toEqual(['37088300001320001'])
  expect(columnValues(['', ' '])).toEqual([null, null])
})

test('well-known text of every kind, with Z, M and SRID', () => {
  expect(readWkt('SRID=4490;POINT Z (117 35 12)')).toEqual({ type: 'Point', coordinates: [117, 35] })
  expect(readWkt('multipoint((1 2),(3 4))')).toEqual({
    type: 'MultiPoint',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  })
  expect(readWkt('MULTIPOINT(1 2,3 4)')).toEqual({
    type: 'MultiPoint',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  })
  expect(readWkt('POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))')).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 1],
      ],
    ],
  })
  expect(readWkt('MultiPolygonZM(((0 0 1 1,4 0 1 1,4 4 1 1,0 0 1 1)))')).toMatchObject({ type: 'MultiPolygon' })
  for (const none of [
    '',
    'POINT EMPTY',
    'POINT(1)',
    'POINT(1 a)',
    'POLYGON((0 0,1 1)',
    'POLYGON(0 0,1 1)',
    'GEOMETRYCOLLECTION(POINT(1 2))',
  ])
    expect(readWkt(none)).toBeNull()
})

describe('a sequence of GeoJSON texts', () => {
  const point = (x: number) => JSON.stringify(pointOf(x, 35, { n: x }))

  it('is features, line by line or behind RS characters', () => {
    const expected = [pointOf(117, 35, { n: 117 }), pointOf(118, 35, { n: 118 })]
    expect(told(readGeoJsonSeq(utf8(`${point(117)}\n\n${point(118)}\n`)))).toEqual(expected)
    const pretty = JSON.stringify(pointOf(118, 35, { n: 118 }), null, 2)
    expect(told(readGeoJsonSeq(utf8(`\u001e${point(117)}\n\u001e${pretty}\n`)))).toEqual(expected)
  })

  it('refuses the text that cannot be read, by its line, and keeps the others', () => {
    const text = [point(117), '{"type": "Feature", ', '{"type":"FeatureCollection","features":[]}', point(118)].join(
      '\n',
    )
    expect(told(readGeoJsonSeq(utf8(text)))).toEqual([
      pointOf(117, 35, { n: 117 }),
      ['text', expect.stringMatching(/^the text that begins on line 2: is truncated/)],
      ['type', 'line 3 is no feature but FeatureCollection'],
      pointOf(118, 35, { n: 118 }),
    ])
    expect(told(readGeoJsonSeq(utf8('  ')))).toMatchObject({ reason: { code: 'empty' } })
  })
})

describe('a topology', () => {
  // Two unit squares that share an edge; quantised to tenths.
  const topology = {
    type: 'Topology',
    transform: { scale: [0.1, 0.1], translate: [117, 35] },
    objects: {
      plots: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', id: 'a', properties: { name: '甲' }, arcs: [[0, 1]] },
          { type: 'Polygon', id: 'b', arcs: [[2, -1]] },
        ],
      },
      spot: { type: 'Point', coordinates: [5, 5] },
    },
    arcs: [
      [
        [10, 0],
        [0, 10],
      ],
      [
        [10, 10],
        [-10, 0],
        [0, -10],
        [10, 0],
      ],
      [
        [10, 0],
        [10, 0],
        [0, 10],
        [-10, 0],
      ],
    ],
  }
  const read = (of: object, object?: string) =>
    told(readTopoJson(utf8(JSON.stringify(of)), [], source({ type: 'topojson', ...(object && { object }) })))

  it('is the features of the object that is named, or of the only one', () => {
    const [a, b] = read(topology, 'plots') as { id: string; geometry: { coordinates: number[][][] } }[]
    expect([a!.id, b!.id]).toEqual(['a', 'b'])
    expect(a!.geometry.coordinates[0]).toEqual([
      [118, 35],
      [118, 36],
      [117, 36],
      [117, 35],
      [118, 35],
    ])
    expect(b!.geometry.coordinates[0]).toEqual([
      [118, 35],
      [119, 35],
      [119, 36],
      [118, 36],
      [118, 35],
    ])
    expect(read({ ...topology, objects: { spot: topology.objects.spot } })).toMatchObject([
      { geometry: { type: 'Point', coordinates: [117.5, 35.5] } },
    ])
  })

  it('says which objects there are where none or another is named, and what is broken', () => {
    const failure = (code: string) => ({ reason: { code } })
    expect(read(topology)).toMatchObject(failure('which-object'))
    expect(read(topology, 'toString')).toMatchObject(failure('no-object'))
    expect(read({ ...topology, arcs: [] }, 'plots')).toMatchObject(failure('broken-arcs'))
    expect(read({ type: 'FeatureCollection', features: [] })).toMatchObject(failure('not-topojson'))
  })
})

describe('through the door', () => {
  beforeAll(() => loadProtocols(['csv']))

  it('a table is checked and converted like any feed', () => {
    const admitted = admitFeed(
      utf8('编号,x,y,状态\nS1,39498185,3918321,完好\nS2,9,9,完好\n'),
      {
        ...{
          id: 'sites',
          title: { zh: '站点' },
          record: 'generic',
          crs: 'EPSG:4527',
          fields: { id: '编号', status: '状态' },
        },
        ...{ sensitivity: 'public', extent: 'city', source: source({ x: 'x', y: 'y' }) },
      },
      { code: '370883', name: { zh: '邹城市' }, bounds: [116.7, 35.1, 117.3, 35.6], timeZone: 'Asia/Shanghai' },
      0,
    )
    if (!admitted.ok) throw new Error(admitted.failure.reason.en)
    expect(admitted.features).toMatchObject([{ id: 'S1', properties: { id: 'S1', status: '完好' } }])
    expect(admitted.features[0]!.properties).not.toHaveProperty('x')
    const { geometry } = admitted.features[0]!
    const [longitude, latitude] = geometry?.type === 'Point' ? geometry.coordinates : []
    // 1,815 m west of the meridian of zone 39 (117°), where a degree of longitude has 90.8 km and one of latitude 110.94 km.
    expect(longitude).toBeCloseTo(116.98, 3)
    expect(latitude).toBeCloseTo(35.39, 2)
    expect(admitted.report.quarantined).toMatchObject([{ index: 1 }])
  })
})
