import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { projectionOf } from '../crs/converterOf'
import { toMapGeoJson } from '../toMap'
import { admit, collection, failureOf, noticed, point, refusals, shape } from './doorFixture'

const PLACES: readonly (readonly [number, number])[] = [
  [116.2, 35.1],
  [116.5, 35.2],
  [116.8, 35.4],
]
const layer = (move: (x: number, y: number) => readonly number[]) =>
  collection(...PLACES.map(([x, y], index) => point(`p${index}`, move(x, y))))

function said(move: (x: number, y: number) => readonly number[], feed: Record<string, unknown> = {}) {
  const { report } = admit(layer(move), feed)
  expect(report.quarantined.length).toBe(3)
  expect(report.notices.length).toBe(1)
  const [notice] = report.notices
  return { code: notice?.reason.code, en: notice?.reason.en ?? '', count: notice?.count }
}

const projected = (code: number, x: number, y: number): number[] => {
  const [easting = 0, northing = 0] = proj4(projectionOf(code) ?? '').forward([x, y])
  return [easting, northing]
}

describe('a layer that lies elsewhere as a whole', () => {
  it('is said once: longitude and latitude swapped', () => {
    expect(said((x, y) => [y, x])).toMatchObject({ code: 'layer-swapped', count: 3 })
  })

  it('recognises projected positions called degrees, with either axis first', () => {
    expect(said((x, y) => projected(4527, x, y)).en).toContain('it looks like EPSG:4527')
    expect(said((x, y) => projected(4527, x, y).reverse()).en).toContain('it looks like EPSG:4527 with northing first')
    expect(said((x, y) => projected(3857, x, y)).en).toContain('it looks like EPSG:3857')
  })

  it('recognises degrees called projected, and another zone', () => {
    expect(said((x, y) => [x, y], { crs: 'EPSG:4527' }).en).toContain('it looks like wgs84')
    // Zone prefix left out: eastings of EPSG:4548 in a feed that says EPSG:4527.
    expect(said((x, y) => projected(4548, x, y), { crs: 'EPSG:4527' }).en).toContain('it looks like EPSG:4548')
  })

  it('recognises units, signs and the lack of coordinates', () => {
    expect(said((x, y) => [x * 1e6, y * 1e6]).en).toContain('millionths of a degree')
    expect(said((x, y) => [-x, y]).code).toBe('layer-sign')
    expect(said(() => [0, 0]).code).toBe('layer-null-island')
  })

  it('recognises projected positions of a system that is not known, and names the likely ones', () => {
    // 90 km east of where EPSG:4527 would have them: no system brings them into the city, that one comes nearest.
    const shifted = said((x, y) => {
      const [easting = 0, northing = 0] = projected(4527, x, y)
      return [easting + 90_000, northing - 60_000]
    })
    expect(shifted.code).toBe('layer-projected-unknown')
    // Pythagoras: hypot(90, 60) = 108.2 km, less 5.6 km of latitude between the middle place and the middle of the limit.
    expect(shifted.en).toMatch(/nearest are EPSG:4527 1\d\d km off/)
    // A city's own system: a county in numbers of five digits, which any known system puts on the equator.
    const own = said((x, y) => [50_000 + (x - 116.5) * 91_000, 30_000 + (y - 35.2) * 111_000])
    expect(own).toMatchObject({ code: 'layer-projected-unknown', count: 3 })
    expect(own.en).toContain('probably one of a single city')
  })

  it('else tells by how much it is shifted', () => {
    // The limit is centred on (116.5, 35.25); the middle place, moved by (3, −4), lies at (119.5, 31.2).
    const { code, en } = said((x, y) => [x + 3, y - 4])
    expect(code).toBe('layer-shifted')
    expect(en).toContain('3.000° east')
    expect(en).toContain('-4.050° north')
  })

  it('says nothing of a few strays', () => {
    const { report } = admit(collection(...layer((x, y) => [x, y]).features, point('stray', [0, 0])))
    expect(refusals(report)).toEqual(['3 stray geometry outside-city'])
    expect(report.notices).toEqual([])
  })
})

describe('the file as a whole', () => {
  const single = point('a', [116.5, 35.2])

  it('accepts a FeatureCollection, a Feature, a bare geometry, and none at all', () => {
    expect(admit(collection(single)).features.length).toBe(1)
    expect(admit(single).features.map(({ id }) => id)).toEqual(['a'])
    expect(admit(single.geometry).features.map(({ id }) => id)).toEqual(['#0'])
    expect(admit(collection()).report).toMatchObject({ read: 0, accepted: 0, quarantined: [], asOf: null })
  })

  it('accepts a byte order mark and any line ends', () => {
    const text = `\uFEFF${JSON.stringify(collection(single), null, 2).replaceAll('\n', '\r\n')}\r\n`
    expect(admit(text).features.length).toBe(1)
  })

  it('hashes the bytes as received', () => {
    // `printf '{"type":"FeatureCollection","features":[]}' | sha256sum`
    const { report } = admit('{"type":"FeatureCollection","features":[]}')
    expect(report.sha256).toBe('ed778c73ea51338d6576fb5992b189f2b94d9f3d5e199f46c1af520d6b0b3e6c')
    expect(report.bytes).toBe(42)
  })

  it('names what cannot be read, with line or byte', () => {
    // `{\n` is 2 bytes, `"type":"FeatureCollection", \n` 29, `"features":[` 12: the brace stands at byte 43.
    const broken = '{\n"type":"FeatureCollection", \n"features":[}'
    expect(failureOf(broken)).toMatchObject({ reason: { code: 'not-json' }, line: 3, byte: 43 })
    expect(failureOf('{"type":"FeatureCollection","features":[')).toMatchObject({
      reason: { code: 'truncated' },
      line: 1,
      byte: 40,
    })
    expect(failureOf('')).toMatchObject({ reason: { code: 'empty' } })
    expect(failureOf('\n<html></html>')).toMatchObject({ reason: { code: 'markup' }, line: 2 })
    expect(failureOf(`${JSON.stringify(single)}\n${JSON.stringify(single)}\n`)).toMatchObject({
      reason: { code: 'geojson-lines' },
      line: 2,
    })
  })

  it('calls what stops inside a character or a number truncated', () => {
    const bytes = new TextEncoder().encode('{"type":"FeatureCollection","name":"邹城')
    // `{"type":"FeatureCollection","name":"` is 36 bytes, 邹 three: 城 begins at byte 39.
    expect(failureOf(bytes.subarray(0, 41))).toMatchObject({ reason: { code: 'truncated' }, line: 1, byte: 39 })
    expect(failureOf('{"type":"Point",\n"coordinates":[116.')).toMatchObject({ reason: { code: 'truncated' }, line: 2 })
  })

  it('names a GeoJSON text sequence', () => {
    const record = `\u001e${JSON.stringify(single)}\n`
    expect(failureOf(`${record}${record}`).reason.en).toContain('RFC 8142')
  })

  it('does not choose between two lists of features', () => {
    const list = JSON.stringify([single])
    expect(failureOf(`{"type":"FeatureCollection","features":[],"features":${list}}`)).toMatchObject({
      reason: { code: 'member-twice' },
    })
    // The word elsewhere is no second list.
    const word = {
      type: 'FeatureCollection',
      features: [point('a', [116.5, 35.2], { features: 1, name: '"features"' })],
    }
    expect(admit(word).features.length).toBe(1)
  })

  it('says in Chinese, too, that nothing stands there', () => {
    const { reason } = failureOf({ type: 'FeatureCollection' })
    expect(reason).toMatchObject({ code: 'features-not-list', zh: expect.stringContaining('实为 空缺') })
    expect(reason.zh).not.toContain('nothing')
  })

  it('reads numbers that are none as null, and names the feature', () => {
    const { features, report } = admit(
      '{"type":"FeatureCollection","x":-Infinity,"features":[{"type":"Feature","id":"a","properties":{"pm25":NaN},' +
        '"geometry":{"type":"Point","coordinates":[116.5,35.2]}},{"type":"Feature","id":"b","properties":{"q":1},' +
        '"geometry":{"type":"Point","coordinates":[NaN,35.2]}}]}',
    )
    expect(features.map(({ id, properties }) => [id, properties.pm25])).toEqual([['a', null]])
    expect(refusals(report)).toEqual(['1 b geometry coordinate-not-number'])
    expect(report.notices.map(({ reason, ids, count }) => [reason.code, ids, count])).toEqual([
      ['not-finite-read-as-null', ['a'], 2],
    ])
    expect(report.notices[0]?.reason.en).toContain('properties.pm25')
  })

  it('reads a number too large to be held as null, and counts nothing by it', () => {
    const { features, report } = admit(
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"pm25":1e400,"range_m":-1e999},' +
        '"geometry":{"type":"Point","coordinates":[116.5,35.2]}}]}',
    )
    expect(features[0]?.properties).toMatchObject({ pm25: null, range_m: null })
    expect(report.notices.map(({ reason, ids }) => [reason.code, reason.en.split(' ')[0], ids])).toEqual([
      ['number-too-large-read-as-null', 'properties.pm25', ['a']],
      ['number-too-large-read-as-null', 'properties.range_m', ['a']],
    ])
    const reported =
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":"r","geometry":null,"properties":' +
      '{"indicator":"x","metric":"value","value":1e400,"date":"2026-01-01","source":"s"}}]}'
    expect(refusals(admit(reported, { record: 'reported' }).report)).toEqual(['0 r properties.value missing-property'])
  })

  it('says when bytes look like GB18030 or UTF-16', () => {
    // 邹 is D7 DE in GB18030; in UTF-8 D7 begins a pair that DE, the byte at 3, cannot end.
    const bytes = new Uint8Array([0x7b, 0x22, 0xd7, 0xde, 0x22, 0x3a, 0x31, 0x7d])
    const failure = failureOf(bytes)
    expect(failure).toMatchObject({ reason: { code: 'not-utf8' }, byte: 3 })
    expect(failure.reason.en).toContain('looks like GB18030')
    expect(failureOf(new Uint8Array([0xff, 0xfe, 0x7b, 0x00])).reason.en).toContain('UTF-16')
  })

  it('tells TopoJSON, Esri JSON and other JSON from GeoJSON', () => {
    const codes = [
      { type: 'Topology', objects: {}, arcs: [] },
      { geometryType: 'esriGeometryPoint', features: [] },
      { type: 'FeatureCollection', features: {} },
      { type: 'Thing' },
      [single],
      7,
    ].map((value) => failureOf(value).reason.code)
    expect(codes).toEqual(['topojson', 'esri-json', 'features-not-list', 'not-geojson', 'not-geojson', 'not-geojson'])
  })

  it('notes a crs member that disagrees; the catalog wins', () => {
    const named = (name: string) => ({ ...collection(single), crs: { type: 'name', properties: { name } } })
    expect(noticed(admit(named('urn:ogc:def:crs:OGC:1.3:CRS84')).report)).toEqual([])
    expect(noticed(admit(named('EPSG:4490')).report)).toEqual([])
    const { features, report } = admit(named('urn:ogc:def:crs:EPSG::3857'))
    expect(noticed(report)).toEqual(['crs-member 1'])
    expect(features[0]?.geometry).toEqual(single.geometry)
  })
})

describe('codes of national standards', () => {
  it('notes a camera id that is not as GB/T 28181 has it, and keeps the camera', () => {
    const { report } = admit(
      collection(
        point('37088300001320000001', [116.5, 35.2]),
        point('37088300001310000002', [116.5, 35.2]),
        point('37088300002160000003', [116.5, 35.2]),
        point('370883', [116.5, 35.2]),
        point('gate', [116.5, 35.2], { code: '37088300001320000009' }),
      ),
      { record: 'camera' },
    )
    expect(report.accepted).toBe(5)
    expect(report.notices.map(({ reason, ids }) => [reason.code, ids])).toEqual([
      ['code-malformed', ['37088300002160000003', '370883']],
    ])
  })

  it('notes grid codes and supply codes of the wrong length', () => {
    const time = '2026-09-01'
    const cases = admit(
      collection(
        point('a', [116.5, 35.2], { stage: '立案', time, grid: '370883001001001' }),
        point('b', [116.5, 35.2], { stage: '立案', time, grid: '3708830010' }),
      ),
      { record: 'case' },
    )
    expect(cases.report.notices.map(({ ids }) => ids)).toEqual([['b']])
    const stores = admit(
      collection(point('s', [116.5, 35.2], { stock: [{ code: '1010101' }, { code: '10101' }, {}] })),
      { record: 'store' },
    )
    expect(noticed(stores.report)).toEqual(['code-malformed 1'])
  })
})

describe('features for the map', () => {
  it('carry the numeric map id, the id as text, and only what has a place', () => {
    const { features } = admit(collection(point('a', [116.5, 35.2], { name: 'x' }), shape('b', null)), {
      record: 'generic',
    })
    const map: unknown = JSON.parse(new TextDecoder().decode(toMapGeoJson(features)))
    expect(map).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: features[0]?.mapId,
          geometry: { type: 'Point', coordinates: [116.5, 35.2] },
          properties: { name: 'x', id: 'a' },
        },
      ],
    })
  })
})
