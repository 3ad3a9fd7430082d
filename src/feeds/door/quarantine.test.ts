import { describe, expect, it } from 'vitest'
import { admit, collection, point, refusals, shape } from './doorFixture'

const HERE = [116.5, 35.2]

/** The code and field with which a single feature is refused, or `accepted`. */
function outcome(feature: unknown, feed: Record<string, unknown> = {}): string {
  const { report } = admit(collection(feature), feed)
  const [refused] = report.quarantined
  expect(report.read).toBe(1)
  expect(report.accepted + report.quarantined.length).toBe(1)
  return refused ? `${refused.field} ${refused.reason.code}` : 'accepted'
}

describe('geometry that cannot be used', () => {
  const square = [
    [116, 35],
    [116.1, 35],
    [116.1, 35.1],
    [116, 35.1],
    [116, 35],
  ]
  it.each([
    ['no geometry', shape('a', null), 'geometry no-geometry'],
    ['a geometry left out', { type: 'Feature', id: 'a', properties: {} }, 'geometry no-geometry'],
    ['empty coordinates', shape('a', { type: 'Point', coordinates: [] }), 'geometry empty-coordinates'],
    ['coordinates left out', shape('a', { type: 'Point' }), 'geometry empty-coordinates'],
    [
      'nothing but empty parts',
      shape('a', { type: 'MultiPolygon', coordinates: [[], []] }),
      'geometry empty-coordinates',
    ],
    [
      'no part that has an area',
      shape('a', { type: 'MultiPolygon', coordinates: [[square.slice(0, 3)], [[HERE, HERE, HERE, HERE]]] }),
      'geometry short-ring',
    ],
    [
      'a hole in nothing',
      shape('a', { type: 'Polygon', coordinates: [[HERE, HERE, HERE, HERE], square] }),
      'geometry ring-without-area',
    ],
    [
      'lines that stay',
      shape('a', { type: 'MultiLineString', coordinates: [[HERE, HERE], [HERE]] }),
      'geometry short-line',
    ],
    ['an unknown type', shape('a', { type: 'Circle', coordinates: HERE }), 'geometry unknown-geometry-type'],
    ['text for a geometry', shape('a', 'POINT(1 1)'), 'geometry unknown-geometry-type'],
    ['a collection', shape('a', { type: 'GeometryCollection', geometries: [] }), 'geometry geometry-collection'],
    ['text for a number', point('a', ['116.5', 35.2]), 'geometry coordinate-not-number'],
    ['null for a number', point('a', [116.5, null]), 'geometry coordinate-not-number'],
    ['one number', point('a', [116.5]), 'geometry short-position'],
    ['a point nested too deep', point('a', [HERE]), 'geometry bad-nesting'],
    ['a polygon nested too little', shape('a', { type: 'Polygon', coordinates: square }), 'geometry bad-nesting'],
    ['a line of one position', shape('a', { type: 'LineString', coordinates: [HERE] }), 'geometry short-line'],
    ['a line that stays', shape('a', { type: 'LineString', coordinates: [HERE, HERE] }), 'geometry short-line'],
    ['a ring of three', shape('a', { type: 'Polygon', coordinates: [square.slice(0, 3)] }), 'geometry short-ring'],
    ['an entry that is no feature', { type: 'Point', coordinates: HERE }, 'type not-a-feature'],
    ['an entry that is null', null, 'type not-a-feature'],
    ['properties that are a list', { ...point('a', HERE), properties: [1] }, 'properties properties-not-object'],
  ])('%s', (_, feature, expected) => {
    expect(outcome(feature)).toBe(expected)
  })

  it('names the feature by its id even where its properties cannot be read', () => {
    expect(refusals(admit(collection({ ...point('a', HERE), properties: 'none' })).report)).toEqual([
      '0 a properties properties-not-object',
    ])
  })

  it('refuses an infinite number, which JSON can write as 1e999', () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{},"geometry":{"type":"Point","coordinates":[116.5,1e999]}}]}'
    expect(refusals(admit(text).report)).toEqual(['0 a geometry coordinate-not-number'])
  })

  it.each([
    [
      'positions in one line',
      [
        [116, 35],
        [116.1, 35.1],
        [116.2, 35.2],
        [116, 35],
      ],
    ],
    [
      'out and back the same way',
      [
        [116, 35],
        [116.1, 35],
        [116.1, 35.1],
        [116.1, 35],
        [116, 35],
      ],
    ],
    ['one position four times', [HERE, HERE, HERE, HERE]],
  ])('refuses a ring of no area: %s', (_, ring) => {
    expect(outcome(shape('a', { type: 'Polygon', coordinates: [ring] }))).toBe('geometry ring-without-area')
  })

  it('keeps a bow tie, whose two wings cancel in the signed area only', () => {
    const tie = [
      [116, 35],
      [116.1, 35.1],
      [116.1, 35],
      [116, 35.1],
      [116, 35],
    ]
    expect(outcome(shape('a', { type: 'Polygon', coordinates: [tie] }))).toBe('accepted')
  })

  it('does not guess at a hole whose coordinates are no numbers', () => {
    const hole = [[116.02, 35.02], [116.03, null], HERE, HERE]
    expect(outcome(shape('a', { type: 'Polygon', coordinates: [square, hole] }))).toBe('geometry coordinate-not-number')
  })
})

describe('nesting of any depth', () => {
  /** Stands for brackets so deep that no call could follow them: they are put into the text. */
  const deep = '@20000'
  const jsonOf = (value: unknown): string =>
    JSON.stringify(value).replaceAll(/"@(\d+)"/g, (_, levels) => '['.repeat(levels) + ']'.repeat(levels))

  it.each([
    ['coordinates', point('a', deep), 'geometry bad-nesting'],
    ['a ring', shape('a', { type: 'Polygon', coordinates: deep }), 'geometry bad-nesting'],
    ['the geometry', shape('a', deep), 'geometry unknown-geometry-type'],
    ['the type of it', shape('a', { type: deep, coordinates: HERE }), 'geometry unknown-geometry-type'],
    ['the id', point(deep, HERE), 'id id-wrong-kind'],
    ['all properties', { ...point('a', HERE), properties: deep }, 'properties properties-not-object'],
    ['one property', point('a', HERE, { stock: deep }), 'properties.stock too-deep'],
    ['a known property', point('a', HERE, { name: deep }), 'properties.name too-deep'],
    ['the feature', deep, 'type not-a-feature'],
    ['a member nobody reads', { ...point('a', HERE), bbox: deep }, 'accepted'],
    ['32 levels of a property', point('a', HERE, { stock: '@32' }), 'accepted'],
    ['33 levels of a property', point('a', HERE, { stock: '@33' }), 'properties.stock too-deep'],
  ])('in %s keeps out that feature alone', (_, feature, expected) => {
    const { features, report } = admit(jsonOf(collection(feature, point('b', HERE))))
    expect(features.at(-1)?.id).toBe('b')
    expect(report.quarantined.map(({ field, reason }) => `${field} ${reason.code}`)).toEqual(
      expected === 'accepted' ? [] : [expected],
    )
    expect(report.quarantined.every(({ reason }) => reason.zh.length < 200)).toBe(true)
  })

  it('in a crs member is no more than a name that is not known', () => {
    const { report } = admit(jsonOf({ ...collection(point('b', HERE)), crs: deep, asOf: deep }))
    expect(report.accepted).toBe(1)
    expect(report.notices.map(({ reason }) => reason.code)).toEqual(['crs-member', 'time-unreadable'])
  })
})

describe('place', () => {
  // Bounds 116..117 by 35..35.5, with half of 1 and of 0.5 added on each side: 115.5..117.5 by 34.75..35.75.
  it.each([
    [[117.5, 35.75], 'accepted'],
    [[115.5, 34.75], 'accepted'],
    [[117.500001, 35.2], 'geometry outside-city'],
    [[116.5, 34.749999], 'geometry outside-city'],
    [[0, 0], 'geometry outside-city'],
    [[181, 35], 'geometry out-of-range'],
    [[116, -90.5], 'geometry out-of-range'],
  ])('%j is %s', (at, expected) => {
    expect(outcome(point('a', at))).toBe(expected)
  })

  it('lets a context feed reach beyond the city, not beyond the globe', () => {
    expect(outcome(point('a', [100, 20]), { extent: 'context' })).toBe('accepted')
    expect(outcome(point('a', [200, 20]), { extent: 'context' })).toBe('geometry out-of-range')
  })

  it('looks at every position of a feature', () => {
    const line = { type: 'LineString', coordinates: [HERE, [116.6, 35.2], [120, 35.2]] }
    expect(outcome(shape('a', line))).toBe('geometry outside-city')
  })
})

describe('geometry by record', () => {
  const area = {
    type: 'Polygon',
    coordinates: [
      [
        [116, 35],
        [116.1, 35],
        [116.1, 35.1],
        [116, 35],
      ],
    ],
  }
  it.each([
    ['site', area, 'geometry wrong-geometry-type'],
    ['camera', area, 'geometry wrong-geometry-type'],
    ['junction', { type: 'MultiPoint', coordinates: [HERE] }, 'geometry wrong-geometry-type'],
    ['sheet', { type: 'Point', coordinates: HERE }, 'geometry wrong-geometry-type'],
    ['zone', { type: 'LineString', coordinates: [HERE, [116, 35]] }, 'geometry wrong-geometry-type'],
    ['zone', { type: 'MultiPolygon', coordinates: [area.coordinates] }, 'accepted'],
    ['place', area, 'accepted'],
    ['place', { type: 'Point', coordinates: HERE }, 'accepted'],
  ])('%s', (record, geometry, expected) => {
    expect(outcome(shape('37088300001320000001', geometry), { record })).toBe(expected)
  })

  it('accepts a generic without place, and says so', () => {
    const { features, report } = admit(collection(shape('a', null), shape('b', { type: 'Point', coordinates: [] })), {
      record: 'generic',
    })
    expect(features.map(({ geometry }) => geometry)).toEqual([null, null])
    expect(report.notices.map(({ reason, count }) => [reason.code, count])).toEqual([['no-place', 2]])
  })
})

describe('properties', () => {
  it.each([
    [{ status: true }, 'properties.status wrong-kind'],
    [{ name: ['甲'] }, 'properties.name wrong-kind'],
    [{ hd: 'yes' }, 'properties.hd wrong-kind'],
    [{ networked: 1 }, 'properties.networked wrong-kind'],
    [{ scale: '1000' }, 'properties.scale wrong-kind'],
    [{ range_m: true }, 'properties.range_m wrong-kind'],
    [{ name: null, hd: null, range_m: null }, 'accepted'],
    [{ kind: 'no such kind', anything: [1, { deep: true }] }, 'accepted'],
  ])('%j: %s', (properties, expected) => {
    expect(outcome(point('a', HERE, properties))).toBe(expected)
  })

  const time = '2026-09-01T08:00:00+08:00'
  it.each([
    ['case', { stage: '立案', time }, 'accepted'],
    ['case', { time }, 'properties.stage missing-property'],
    ['case', { stage: '立案' }, 'properties.time missing-property'],
    ['case', { stage: '立案', time: 'yesterday' }, 'properties.time wrong-kind'],
    ['reading', { device: 'd', value: 0, time }, 'accepted'],
    ['reading', { value: 1, time }, 'properties.device missing-property'],
    ['reading', { device: 'd', value: null, time }, 'properties.value missing-property'],
    ['reading', { device: 'd', value: 1 }, 'properties.time missing-property'],
  ])('%s %j: %s', (record, properties, expected) => {
    expect(outcome(point('a', HERE, properties), { record })).toBe(expected)
  })

  it('wants an id of its own for a case', () => {
    expect(outcome({ ...point(undefined, HERE, { stage: '立案', time }) }, { record: 'case' })).toBe(
      'id missing-property',
    )
  })

  const report = { indicator: 'i', metric: 'value', value: 0.5, date: '2026-08-31', source: '统计局' }
  it.each([
    [report, 'accepted'],
    [{ ...report, value: true }, 'accepted'],
    [{ ...report, metric: undefined, item: 'k', value: false }, 'accepted'],
    [{ ...report, metric: undefined, item: 'k', value: 1 }, 'properties.value wrong-kind'],
    [{ ...report, value: '50%' }, 'properties.value wrong-kind'],
    [{ ...report, indicator: undefined }, 'properties.indicator missing-property'],
    [{ ...report, metric: undefined }, 'properties.metric missing-property'],
    [{ ...report, value: undefined }, 'properties.value missing-property'],
    [{ ...report, date: undefined }, 'properties.date missing-property'],
    [{ ...report, date: 'autumn' }, 'properties.date wrong-kind'],
    [{ ...report, source: undefined }, 'properties.source missing-property'],
    [{ ...report, scope: true }, 'properties.scope wrong-kind'],
  ])('reported %j: %s', (properties, expected) => {
    expect(outcome(shape('r', null, properties), { record: 'reported' })).toBe(expected)
  })

  it('takes a number where text is wanted as that text, as it is written, and says so', () => {
    const written = `{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[116.5,35.2]},
      "properties":{"MC":37088300001320000001,"kind":7,"status":-0.5,"other":3}}]}`
    const { features, report: said } = admit(written, { fields: { name: 'MC' } })
    // MC is beyond 2^53: parsed it would read 37088300001320000000.
    expect(features[0]?.properties).toMatchObject({ name: '37088300001320000001', kind: '7', status: '-0.5', other: 3 })
    expect(said.notices.map(({ reason, count, ids }) => [reason.code, count, ids])).toEqual([
      ['number-as-text', 3, ['a', 'a', 'a']],
    ])
    const { features: rows } = admit(collection(shape('r', null, { ...report, indicator: 12, source: 3 })), {
      record: 'reported',
    })
    expect(rows[0]?.properties).toMatchObject({ indicator: '12', source: '3', value: 0.5 })
  })

  it('takes no place for a reported value, and says so', () => {
    const { features, report: said } = admit(collection(point('r', HERE, report)), { record: 'reported' })
    expect(features[0]?.geometry).toBeNull()
    expect(said.notices.map(({ reason }) => reason.code)).toEqual(['geometry-ignored'])
  })
})

describe('footprint', () => {
  const footprint = { radius: ['get', 'r'], azimuth: ['get', 'az'], beamwidth: ['get', 'bw'] }
  const site = (properties: Record<string, unknown>) => point('a', HERE, properties)
  it.each([
    [{}, 'footprint.radius footprint-radius-missing'],
    [{ r: null }, 'footprint.radius footprint-radius-missing'],
    [{ r: '300' }, 'footprint.radius footprint-radius-not-number'],
    [{ r: -1 }, 'footprint.radius footprint-radius-negative'],
    [{ r: 0 }, 'accepted'],
    [{ r: 1, bw: 0 }, 'footprint.beamwidth footprint-beamwidth-not-positive'],
    [{ r: 1, bw: -60 }, 'footprint.beamwidth footprint-beamwidth-not-positive'],
    [{ r: 1, bw: 'wide' }, 'footprint.beamwidth footprint-beamwidth-not-number'],
    [{ r: 1, az: 'north' }, 'footprint.azimuth footprint-azimuth-not-number'],
    [{ r: 1, az: -30, bw: 400 }, 'accepted'],
  ])('%j: %s', (properties, expected) => {
    expect(outcome(site(properties), { record: 'site', footprint })).toBe(expected)
  })

  it('carries radius, azimuth and beamwidth, null where there is none', () => {
    const { features } = admit(collection(site({ r: 300, az: 90, bw: 65 }), point('b', HERE, { r: 5 })), {
      record: 'site',
      footprint,
    })
    expect(features.map((feature) => feature.footprint)).toEqual([
      { radius: 300, azimuth: 90, beamwidth: 65 },
      { radius: 5, azimuth: null, beamwidth: null },
    ])
  })

  it('sees properties after the mapping, and takes a polygon as its own footprint', () => {
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [116, 35],
          [116.1, 35],
          [116.1, 35.1],
          [116, 35],
        ],
      ],
    }
    const { features, report } = admit(collection(point('a', HERE, { BJ: 120 }), shape('b', area)), {
      fields: { range_m: 'BJ' },
      footprint: { radius: ['get', 'range_m'] },
    })
    expect(features.map((feature) => feature.footprint?.radius)).toEqual([120, undefined])
    expect(report.quarantined).toEqual([])
  })
})
