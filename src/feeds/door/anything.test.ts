import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECORD_KINDS } from '#core/model/feature.ts'
import { admit, collection } from './doorFixture'

const number = fc.oneof(
  fc.constantFrom(116, 116.5, 35.2, 35.4, 0, 1e308),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const position = fc.oneof(fc.tuple(number, number), fc.array(number, { maxLength: 3 }))
const geometry = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.record({
    type: fc.constantFrom('Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'Blob'),
    coordinates: fc.oneof(
      position,
      fc.array(position, { maxLength: 6 }),
      fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 2 }),
      fc.jsonValue({ maxDepth: 3 }),
    ),
  }),
)
const properties = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.record(
    {
      id: fc.jsonValue({ maxDepth: 0 }),
      time: fc.jsonValue({ maxDepth: 0 }),
      stage: fc.string(),
      name: fc.jsonValue({ maxDepth: 0 }),
      range_m: fc.jsonValue({ maxDepth: 0 }),
      stock: fc.jsonValue({ maxDepth: 2 }),
    },
    { requiredKeys: [] },
  ),
)
const feature = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.record(
    { type: fc.constant('Feature'), id: fc.jsonValue({ maxDepth: 0 }), geometry, properties },
    { requiredKeys: ['type'] },
  ),
)

describe('whatever a feed holds', () => {
  it('every feature is accepted or quarantined with words, and what is accepted is usable', () => {
    fc.assert(
      fc.property(
        fc.array(feature, { maxLength: 8 }),
        fc.constantFrom(...RECORD_KINDS),
        fc.constantFrom('wgs84', 'gcj02', 'bd09', 'EPSG:4527', 'EPSG:3857'),
        (features, record, crs) => {
          const footprint = { radius: ['get', 'range_m'] }
          const { features: accepted, report } = admit(collection(...features), { record, crs, footprint })
          expect(report.read).toBe(features.length)
          expect(report.accepted).toBe(accepted.length)
          expect(report.accepted + report.quarantined.length).toBe(report.read)
          expect(new Set(accepted.map(({ id }) => id)).size).toBe(accepted.length)
          expect(new Set(accepted.map(({ mapId }) => mapId)).size).toBe(accepted.length)
          for (const { reason } of [...report.quarantined, ...report.notices]) {
            expect([reason.zh, reason.en].every((words) => words !== '' && !words.includes('undefined'))).toBe(true)
          }
          for (const { geometry: placed, footprint: reach } of accepted) {
            expect(placed !== null || ['reported', 'generic', 'warning'].includes(record)).toBe(true)
            expect(reach === undefined || reach.radius >= 0).toBe(true)
          }
        },
      ),
      { numRuns: 1500, seed: 20260901 },
    )
  })
})
