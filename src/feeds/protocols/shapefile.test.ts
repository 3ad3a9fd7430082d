import { zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { readShapefile } from './shapefile'
import { crsOfPrj } from './shapefile/crsOfPrj'
import { readShapes } from './shapefile/readShapes'
import { readTable } from './shapefile/readTable'

type Corner = readonly [number, number]

/** A .shp of records that are written by `content`, by ESRI's description of July 1998. */
function shpOf(kind: number, records: readonly Uint8Array[]): Uint8Array {
  const length = 100 + records.reduce((sum, record) => sum + 8 + record.length, 0)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, kind, true)
  let at = 100
  for (const [nth, record] of records.entries()) {
    view.setInt32(at, nth + 1)
    view.setInt32(at + 4, record.length / 2)
    bytes.set(record, at + 8)
    at += 8 + record.length
  }
  return bytes
}

function record(size: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size)
  write(new DataView(bytes.buffer))
  return bytes
}

const pointRecord = ([x, y]: Corner, kind = 1, size = 20) =>
  record(size, (view) => {
    view.setInt32(0, kind, true)
    view.setFloat64(4, x, true)
    view.setFloat64(12, y, true)
  })

const partsRecord = (kind: number, parts: readonly (readonly Corner[])[]) =>
  record(44 + 4 * parts.length + 16 * parts.flat().length, (view) => {
    view.setInt32(0, kind, true)
    view.setInt32(36, parts.length, true)
    view.setInt32(40, parts.flat().length, true)
    let start = 0
    for (const [nth, part] of parts.entries()) {
      view.setInt32(44 + 4 * nth, start, true)
      start += part.length
    }
    for (const [nth, [x, y]] of parts.flat().entries()) {
      view.setFloat64(44 + 4 * parts.length + 16 * nth, x, true)
      view.setFloat64(52 + 4 * parts.length + 16 * nth, y, true)
    }
  })

const utf8 = (text: string) => new TextEncoder().encode(text)

interface Column {
  readonly name: Uint8Array
  readonly kind: string
  readonly length: number
}

function dbfOf(
  columns: readonly Column[],
  rows: readonly (readonly Uint8Array[])[],
  deleted: readonly number[] = [],
): Uint8Array {
  const width = 1 + columns.reduce((sum, { length }) => sum + length, 0)
  const header = 33 + 32 * columns.length
  const bytes = new Uint8Array(header + width * rows.length).fill(0x20, header)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, rows.length, true)
  view.setUint16(8, header, true)
  view.setUint16(10, width, true)
  for (const [nth, { name, kind, length }] of columns.entries()) {
    bytes.set(name.subarray(0, 11), 32 + 32 * nth)
    bytes[43 + 32 * nth] = kind.charCodeAt(0)
    bytes[48 + 32 * nth] = length
  }
  bytes[header - 1] = 0x0d
  for (const [nth, cells] of rows.entries()) {
    let at = header + width * nth
    if (deleted.includes(nth)) bytes[at] = 0x2a
    at += 1
    for (const [column, cell] of cells.entries()) {
      bytes.set(cell.subarray(0, columns[column]!.length), at)
      at += columns[column]!.length
    }
  }
  return bytes
}

const NAME: Column = { name: utf8('NAME'), kind: 'C', length: 12 }
const points = shpOf(1, [pointRecord([117, 35]), pointRecord([118, 36])])
const PRJ =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]]'
const zipped = (files: Record<string, Uint8Array>) => readShapefile(zipSync(files))

describe('a zipped shapefile', () => {
  it('is features with the rows of its table, and says its system', () => {
    const result = zipped({
      'data/sites.shp': points,
      'data/sites.DBF': dbfOf([NAME], [[utf8('东站')], [utf8('west')]]),
      'data/sites.prj': utf8(PRJ),
      'data/sites.shx': utf8('not read'),
      '__MACOSX/data/._sites.shp': utf8('not read'),
    })
    if (!result.ok) throw new Error(result.failure.reason.en)
    expect(result.collection.entries.map(({ value }) => value)).toEqual([
      { type: 'Feature', properties: { NAME: '东站' }, geometry: { type: 'Point', coordinates: [117, 35] } },
      { type: 'Feature', properties: { NAME: 'west' }, geometry: { type: 'Point', coordinates: [118, 36] } },
    ])
    expect(result.collection.crsName).toBe('EPSG:4490')
    expect(result.collection.remarks).toEqual([])
  })

  it('may be without a table, which is said, and keeps out a row that is deleted', () => {
    const bare = zipped({ 'a.shp': points })
    expect(bare.ok && bare.collection.remarks).toMatchObject([{ reason: { code: 'no-dbf' } }])
    const result = zipped({ 'a.shp': points, 'a.dbf': dbfOf([NAME], [[utf8('a')], [utf8('b')]], [0]) })
    expect(result.ok && result.collection.entries.map(({ refusal }) => refusal?.reason.code)).toEqual([
      'row-deleted',
      undefined,
    ])
  })

  it('is refused by what is wrong with it', () => {
    const why = (files: Record<string, Uint8Array>) => {
      const result = zipped(files)
      return result.ok ? null : result.failure.reason.code
    }
    expect(readShapefile(utf8('{"type": "FeatureCollection"}'))).toMatchObject({
      failure: { reason: { code: 'not-zip' } },
    })
    expect(why({ 'a.dbf': dbfOf([NAME], []) })).toBe('no-shp')
    expect(why({ 'a.shp': points, 'b.shp': points })).toBe('several-shp')
    expect(why({ 'a.shp': points.subarray(0, 120) })).toBe('broken-file')
    expect(why({ 'a.shp': utf8('x'.repeat(200)) })).toBe('broken-file')
    expect(why({ 'a.shp': points, 'a.dbf': dbfOf([NAME], [[utf8('a')]]) })).toBe('counts-differ')
    expect(why({ 'a.shp': points, 'a.dbf': dbfOf([NAME], [[utf8('a')], [utf8('b')]]).subarray(0, 70) })).toBe(
      'broken-file',
    )
    expect(why({ 'a.shp': points, 'a.dbf': dbfOf([NAME], [[Uint8Array.of(0xff, 0xff)], [utf8('b')]]) })).toBe(
      'not-text',
    )
  })
})

describe('shapes', () => {
  const ring = (west: number, south: number, size: number): Corner[] => [
    [west, south],
    [west, south + size],
    [west + size, south + size],
    [west + size, south],
    [west, south],
  ]
  const shapeOf = (kind: number, content: Uint8Array) => {
    const read = readShapes(shpOf(kind, [content]))
    return read.ok ? read.shapes[0] : read
  }

  it('are points, lines and areas, with Z and M read past', () => {
    expect(shapeOf(11, pointRecord([1, 2], 11, 36))).toEqual({ type: 'Point', coordinates: [1, 2] })
    expect(
      shapeOf(
        0,
        record(4, () => {}),
      ),
    ).toBeNull()
    expect(
      shapeOf(
        3,
        partsRecord(3, [
          [
            [0, 0],
            [1, 1],
          ],
        ]),
      ),
    ).toEqual({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    })
    expect(
      shapeOf(
        3,
        partsRecord(3, [
          [
            [0, 0],
            [1, 1],
          ],
          [
            [2, 2],
            [3, 3],
          ],
        ]),
      ),
    ).toMatchObject({ type: 'MultiLineString' })
  })

  it('of several rings put each hole into the ring round it', () => {
    const [big, other, island] = [ring(0, 0, 10), ring(20, 0, 10), ring(4, 4, 2)]
    const [hole, otherHole] = [ring(2, 2, 6).toReversed(), ring(22, 2, 2).toReversed()]
    expect(shapeOf(5, partsRecord(5, [big, otherHole, hole, other, island]))).toEqual({
      type: 'MultiPolygon',
      coordinates: [[island], [big, hole], [other, otherHole]],
    })
    expect(shapeOf(5, partsRecord(5, [hole]))).toEqual({ type: 'Polygon', coordinates: [hole] })
  })

  it('are refused with their byte where the file ends early or lies about itself', () => {
    const lying = partsRecord(5, [ring(0, 0, 1)])
    new DataView(lying.buffer).setInt32(40, 1e6, true)
    expect(readShapes(shpOf(5, [pointRecord([1, 2]), lying]))).toEqual({ ok: false, byte: 128, wants: 'record' })
    const short = shpOf(1, [pointRecord([1, 2])])
    new DataView(short.buffer).setInt32(104, 1e6)
    expect(readShapes(short)).toEqual({ ok: false, byte: 100, wants: 'record' })
  })
})

describe('the table of a shapefile', () => {
  it('has numbers, dates and truths; what does not fit its column is unknown', () => {
    const columns: Column[] = [
      { name: utf8('N'), kind: 'N', length: 6 },
      { name: utf8('D'), kind: 'D', length: 8 },
      { name: utf8('L'), kind: 'L', length: 1 },
    ]
    const read = readTable(
      dbfOf(columns, [
        [utf8(' 12.50'), utf8('20260901'), utf8('T')],
        [utf8('******'), utf8(''), utf8('?')],
      ]),
    )
    expect(read).toMatchObject({
      rows: [
        { N: 12.5, D: '2026-09-01', L: true },
        { N: null, D: null, L: null },
      ],
    })
  })

  it('is GB18030 where it is no UTF-8, and loses a character that its column cuts', () => {
    // 兖州市 and 名称 in GB 2312; in a column of five bytes the last character is cut.
    const gb = Uint8Array.of(0xd9, 0xf0, 0xd6, 0xdd, 0xca, 0xd0)
    const name = Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6)
    expect(readTable(dbfOf([{ name, kind: 'C', length: 5 }], [[gb]]))).toEqual({
      ok: true,
      encoding: 'gb18030',
      rows: [{ 名称: '兖州' }],
    })
    expect(readTable(dbfOf([{ name: utf8('NAME'), kind: 'C', length: 4 }], [[utf8('城东')]]))).toEqual({
      ok: true,
      encoding: 'utf-8',
      rows: [{ NAME: '城' }],
    })
  })
})

test('the system of a .prj is known by its code or its usual names', () => {
  expect(crsOfPrj('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]')).toBe('EPSG:4326')
  expect(crsOfPrj('PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["x"]]')).toBe('EPSG:4548')
  expect(crsOfPrj('PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["x"]]')).toBe('EPSG:4527')
  expect(crsOfPrj('PROJCS["CGCS2000_GK_CM_117E",GEOGCS["x"]]')).toBe('EPSG:4509')
  expect(crsOfPrj('PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["x"]]')).toBe('EPSG:32650')
  expect(crsOfPrj('PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["x"]]')).toBe('EPSG:3857')
  expect(crsOfPrj('PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM 117E",GEOGCS["x"],AUTHORITY["EPSG","4548"]]')).toBe(
    'EPSG:4548',
  )
  expect(crsOfPrj('PROJCS["Xian_1980_3_Degree_GK_CM_117E",GEOGCS["x"]]')).toBe('Xian_1980_3_Degree_GK_CM_117E')
  expect(crsOfPrj('whatever')).toBeNull()
})
