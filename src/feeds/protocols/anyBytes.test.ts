import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCsv } from './csv'
import { readGeoJsonSeq } from './geojsonseq'
import type { FeedSource, ProtocolResult } from './protocol'
import { readShapefile } from './shapefile'
import { readTopoJson } from './topojson'

const source: FeedSource = { type: 'csv', url: 'a', x: 'x', y: 'y' }
const READERS: Readonly<Record<string, (bytes: Uint8Array) => ProtocolResult>> = {
  csv: (bytes) => readCsv(bytes, [], source),
  geojsonseq: readGeoJsonSeq,
  topojson: (bytes) => readTopoJson(bytes, [], { type: 'topojson', url: 'a' }),
  shapefile: readShapefile,
  'shapefile, zipped': (bytes) => readShapefile(zipSync({ 'a.shp': bytes, 'a.dbf': bytes })),
}
const SEEDS = [
  'x,y,"n"\n1,2,"a\nb"\n3,4\n',
  '{"type":"Feature","geometry":null,"properties":{}}\n{"type":"Point","coordinates":[1,2]}',
  '{"type":"Topology","objects":{"a":{"type":"LineString","arcs":[0]}},"arcs":[[[0,0],[1,1]]]}',
].map((text) => new TextEncoder().encode(text))

/** Bytes, or a good beginning of some with bytes put in their place. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(fc.constantFrom(...SEEDS), fc.nat(120), fc.uint8Array({ maxLength: 6 }), fc.nat(120))
    .map(([seed, at, put, end]) => Uint8Array.of(...seed.subarray(0, at), ...put, ...seed.subarray(at, at + end))),
  // A .shp whose header is right, or a .dbf.
  fc.uint8Array({ minLength: 100, maxLength: 400 }).map((rest) => {
    const made = Uint8Array.from(rest)
    new DataView(made.buffer).setInt32(0, 9994)
    new DataView(made.buffer).setInt32(24, made.length / 2)
    return made
  }),
)

describe.each(Object.entries(READERS))('any bytes as %s', (_, read) => {
  it('are features, or a fault in both languages', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const result = read(given)
        const reasons = result.ok
          ? result.collection.entries.flatMap(({ refusal }) => (refusal ? [refusal.reason] : []))
          : [result.failure.reason]
        for (const { zh, en } of reasons) expect(zh !== '' && en !== '').toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
