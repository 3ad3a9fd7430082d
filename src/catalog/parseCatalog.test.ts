import { describe, expect, it } from 'vitest'
import { parseCatalog } from './parseCatalog'
import { catalogWith, covered, faultsOf, feed, metric, pathsOf, STANDARD } from './parseCatalogFixture'

describe('nesting', () => {
  const deep = (text: string) => `${'['.repeat(5000)}${text}${']'.repeat(5000)}`

  it.each([
    ['an unknown key', `{"version":1,"odd":${deep('')}}`],
    ['a private key', `{"version":1,"x-odd":${deep('')}}`],
    ['an expression', `{"version":1,"scopes":[{"id":"s","feed":"f","where":${deep('"all"')}}]}`],
    ['a layer', `{"version":1,"layers":[{"id":"s","feed":"f","style":[{"type":"fill","paint":${deep('')}}]}]}`],
  ])('without end in %s is one fault with its place', (_, text) => {
    const faults = faultsOf(text)
    expect(faults.map(({ line, expected }) => [line, expected])).toEqual([[1, 'nesting of at most 200 levels']])
  })
})

describe('a good catalog', () => {
  it('needs only what is required, and gets every default', () => {
    const result = parseCatalog(
      JSON.stringify({
        version: 1,
        city: { code: '1', name: 'X', bounds: [0, 0, 1, 1] },
        feeds: [{ id: 'a', record: 'place', source: { type: 'geojson', url: 'a.geojson' } }],
        indicators: [],
      }),
      STANDARD,
    )
    if (!result.ok) throw new Error(result.faults.map(({ en }) => en).join())
    expect(result.catalog).toMatchObject({
      scopes: [],
      layers: [{ id: 'a', feed: 'a', title: { zh: 'a' }, visible: true, base: false }],
      maps: [{ id: 'panorama', layers: ['a'] }],
      milestones: [],
      city: { timeZone: 'Asia/Shanghai' },
    })
    expect(result.catalog.feeds[0]).toMatchObject({ crs: 'wgs84', fields: {}, extent: 'city', sensitivity: 'public' })
  })

  it('may carry $schema and keys beginning x- anywhere', () => {
    const noted = catalogWith({
      $schema: './catalog.schema.json',
      'x-author': '数据局',
      feeds: [
        feed('areas', 'place', { 'x-note': 1 }),
        feed('sites', 'site', { footprint: { radius: 1, 'x-why': '' } }),
      ],
    })
    expect(faultsOf(noted)).toEqual([])
  })

  it('may begin with a byte order mark', () => {
    expect(faultsOf(`\uFEFF${JSON.stringify(catalogWith())}`)).toEqual([])
  })
})

describe('shape', () => {
  it('names every fault in one go, with path, found and expected in both languages', () => {
    const faults = faultsOf(
      catalogWith({
        version: 2,
        city: { name: { zh: 7 }, bounds: [1, 2, 3], colour: 'red' },
        feeds: [feed('areas', 'planet'), feed('sites', 'site', { crs: 'EPSG:1', footprint: {} })],
      }),
    )
    expect(faults.map(({ path, found, expected }) => [path, found, expected.slice(0, 12)])).toEqual([
      ['version', '2', '1'],
      ['city.code', 'nothing', 'text'],
      ['city.name.zh', '7', 'text'],
      ['city.bounds', '[1,2,3]', 'at least 4 i'],
      ['city.colour', '"red"', 'no such key'],
      ['feeds[0].record', '"planet"', 'one of place'],
      ['feeds[1].crs', '"EPSG:1"', 'one of wgs84'],
      ['feeds[1].footprint.radius', 'nothing', expect.any(String)],
    ])
    for (const { zh, en, path } of faults) {
      expect(zh).toContain(path)
      expect(en).toContain(path)
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it.each([
    ['version', { version: undefined }],
    ['city', { city: undefined }],
    ['feeds', { feeds: undefined }],
    ['indicators', { indicators: undefined }],
    ['feeds[0].id', { feeds: [{ ...feed('areas'), id: undefined }] }],
    ['feeds[0].record', { feeds: [{ ...feed('areas'), record: undefined }] }],
    ['feeds[0].source', { feeds: [{ ...feed('areas'), source: undefined }] }],
    ['feeds[0].source.type', { feeds: [feed('areas', 'place', { source: { type: 'gml', url: 'a' } })] }],
    ['feeds[0].source.url', { feeds: [feed('areas', 'place', { source: { type: 'geojson', url: '' } })] }],
    ['indicators[0].metrics', { indicators: [{ id: '5g-key-area-coverage' }] }],
    ['indicators[0].metrics.value.by', metric({ method: 'near', subjects: 'areas', metres: 5 })],
    ['indicators[0].metrics.value.method', metric({ method: 'guess' })],
    ['indicators[0].metrics.value.threshold', metric(covered({ threshold: 1.5 }))],
    ['indicators[0].metrics.value.radius', metric(covered({ radius: 5 }))],
    ['city.clock.start', { city: { ...catalogWith().city, clock: { start: '2026-09-01' } } }],
    ['milestones[0].date', { milestones: [{ date: 'soon', title: 'x' }] }],
  ])('%s', (path, change) => {
    expect(pathsOf(change)).toContain(path)
  })

  it('places a syntax fault by line and column', () => {
    expect(faultsOf('{\n  "version": 1,\n  "city": {,}\n}')).toMatchObject([{ line: 3, column: 12, found: '",}"' }])
    expect(faultsOf('{"version": 1')).toMatchObject([{ line: 1, column: 14, found: 'the end of the file' }])
    expect(faultsOf('')).toMatchObject([{ found: 'nothing' }])
  })

  it('tells bytes that are not UTF-8', () => {
    const result = parseCatalog(new Uint8Array([0x7b, 0x22, 0xd7, 0xde, 0x22, 0x3a, 0x31, 0x7d]), null)
    expect(result).toMatchObject({ ok: false, faults: [{ found: 'GB18030', expected: 'UTF-8' }] })
  })

  it('names a key that stands twice, of which JSON would silently keep the last', () => {
    const text = JSON.stringify(catalogWith()).replace('"version":1', '"version":2,"version":1')
    expect(faultsOf(text).map(({ path }) => path)).toEqual(['version'])
  })

  it.each([[[117, 35, 116, 36]], [[116, 36, 117, 35]], [[-200, 35, 117, 36]]])(
    'bounds %j are not west, south, east, north',
    (bounds) => {
      expect(pathsOf({ city: { ...catalogWith().city, bounds } })).toEqual(['city.bounds'])
    },
  )

  it('wants an address for a live channel, but for the demo', () => {
    const live = (type: string) => ({ feeds: [...catalogWith().feeds, feed('cases', 'case', { live: { type } })] })
    expect(pathsOf(live('sse'))).toEqual(['feeds[3].live.url'])
    expect(pathsOf(live('demo'))).toEqual([])
  })
})

describe('sources', () => {
  const withSource = (source: object, more: object = {}) =>
    pathsOf({ feeds: [...catalogWith().feeds, feed('table', 'generic', { source: { url: 'a', ...source }, ...more })] })

  it.each([
    [{ type: 'csv', x: '经度', y: '纬度' }],
    [{ type: 'csv', wkt: 'geom' }],
    [{ type: 'csv' }],
    [{ type: 'topojson', object: 'plots' }],
    [{ type: 'geojsonseq' }],
    [{ type: 'shapefile' }],
  ])('%j is one', (source) => {
    expect(withSource(source)).toEqual([])
  })

  it.each([
    ['y', { type: 'csv', x: '经度' }],
    ['x', { type: 'csv', y: '纬度' }],
    ['wkt', { type: 'csv', x: 'x', y: 'y', wkt: 'geom' }],
    ['x', { type: 'geojson', x: 'x' }],
    ['object', { type: 'csv', object: 'plots' }],
  ])('%s is a fault of %j', (key, source) => {
    expect(withSource(source)).toEqual([`feeds[3].source.${key}`])
  })

  it('a feed that lives comes as GeoJSON', () => {
    const live = { live: { type: 'sse', url: 'live' } }
    expect(withSource({ type: 'csv' }, live)).toEqual(['feeds[3].source.type'])
    expect(withSource({ type: 'geojson' }, live)).toEqual([])
  })
})

describe('references', () => {
  const scopes = [{ id: 'core', feed: 'areas' }]
  const layers = [{ id: 'l', feed: 'areas' }]
  it.each([
    ['feeds[1].id', { feeds: [feed('areas'), feed('areas'), feed('sites', 'site', { footprint: { radius: 1 } })] }],
    ['scopes[1].id', { scopes: [...scopes, ...scopes] }],
    ['layers[1].id', { layers: [...layers, ...layers] }],
    ['maps[1].id', { maps: [{ id: 'm' }, { id: 'm' }] }],
    ['indicators[1].id', { indicators: [...catalogWith().indicators, ...catalogWith().indicators] }],
    ['city.defaultScope', { city: { ...catalogWith().city, defaultScope: 'nowhere' } }],
    ['history', { history: 'nowhere' }],
    ['scopes[0].feed', { scopes: [{ id: 's', feed: 'nowhere' }] }],
    ['layers[0].feed', { layers: [{ id: 'l', feed: 'nowhere' }] }],
    ['lenses[1].id', { lenses: [{ id: 'l' }, { id: 'l' }] }],
    ['layers[0].lens[1]', { layers: [{ id: 'l', feed: 'areas', lens: ['huimin', 'lvse'] }] }],
    ['layers[0].lens[0]', { lenses: [{ id: 'lvse' }], layers: [{ id: 'l', feed: 'areas', lens: ['huimin'] }] }],
    ['maps[0].lenses[0]', { maps: [{ id: 'm', lenses: ['lvse'] }] }],
    ['lenses[0].layers[0]', { lenses: [{ id: 'lvse', layers: ['nowhere'] }] }],
    ['lenses[0].maps[0]', { lenses: [{ id: 'lvse', maps: ['nowhere'] }] }],
    ['lenses[0].rows[0]', { lenses: [{ id: 'lvse', rows: ['nowhere'] }] }],
    ['lenses[0].categories[1]', { lenses: [{ id: 'lvse', categories: ['数字政府', '绿色'] }] }],
    ['roles.grids', { roles: { grids: 'nowhere' } }],
    ['roles.cases', { roles: { cases: 'sites' } }],
    ['roles.people.feed', { roles: { people: { feed: 'nowhere', value: 1 } } }],
    ['maps[0].layers[1]', { layers, maps: [{ id: 'm', layers: ['l', 'nowhere'] }] }],
    ['maps[0].table.feed', { maps: [{ id: 'm', table: { feed: 'nowhere', columns: ['id'] } }] }],
    [
      'maps[0].cards[1].feed',
      { maps: [{ id: 'm', cards: ['feeds', { kind: 'total', feed: 'nowhere', title: 'T' }] }] },
    ],
    ['maps[0].cards[0].indicator', { maps: [{ id: 'm', cards: [{ kind: 'indicator', indicator: 'nowhere' }] }] }],
    [
      'maps[0].cards[0].also[0]',
      { maps: [{ id: 'm', cards: [{ kind: 'indicator', indicator: '5g-key-area-coverage', also: ['nowhere'] }] }] },
    ],
    ['indicators[0].id', { indicators: [{ id: 'nowhere', metrics: {} }] }],
    ['indicators[0].metrics.nowhere', metric(covered(), 'nowhere')],
    ['indicators[0].metrics.value.subjects', metric(covered({ subjects: 'nowhere' }))],
    ['indicators[0].metrics.value.by', metric(covered({ by: 'nowhere' }))],
    ['indicators[0].metrics.value.within', metric({ method: 'share', of: 'areas', match: true, within: 'nowhere' })],
    ['indicators[0].metrics.value.region', metric({ method: 'area', region: 'nowhere', by: 'sites' })],
    ['indicators[0].metrics.value.of', metric({ method: 'count', of: 'nowhere' })],
    ['indicators[0].metrics.value.feed', metric({ method: 'reported', feed: 'nowhere' })],
    ['indicators[0].metrics.value.feed', metric({ method: 'reported', feed: 'areas' })],
  ])('%s', (path, change) => {
    expect(pathsOf(change)).toEqual([path])
  })

  it('leaves rows and metrics unchecked without a standard', () => {
    expect(faultsOf(catalogWith({ indicators: [{ id: 'x', metrics: { y: covered() } }] }), null)).toEqual([])
  })

  it('checks references even where the shape is faulty elsewhere', () => {
    expect(pathsOf({ version: 3, history: 'nowhere' })).toEqual(['version', 'history'])
  })
})

describe('cards', () => {
  const cards = (...list: readonly unknown[]) => catalogWith({ maps: [{ id: 'm', cards: list }] })
  const found = (...list: readonly unknown[]) => faultsOf(cards(...list)).map(({ path, found }) => [path, found])
  const total = { kind: 'total', feed: 'areas', title: 'T' }

  it('gives every default, and makes an object of a name alone', () => {
    const result = parseCatalog(
      JSON.stringify(cards('feeds', { kind: 'attention', feed: 'areas', title: '哪些' })),
      STANDARD,
    )
    if (!result.ok) throw new Error(result.faults.map(({ en }) => en).join())
    expect(result.catalog.maps[0]?.cards).toMatchObject([
      { kind: 'feeds' },
      { kind: 'attention', title: { zh: '哪些' }, descending: false, show: ['name'], limit: 5 },
    ])
  })

  it('refuses a kind that is none, and names those there are', () => {
    const [fault] = faultsOf(cards('star-summary', { ...total, kind: 'totl' }))
    expect(fault).toMatchObject({ path: 'maps[0].cards[1].kind', found: '"totl"' })
    expect(fault?.en).toMatch(/^maps\[0\]\.cards\[1\]\.kind: expected one of star-ribbon, .*total.*, found "totl"$/)
    expect(fault?.zh).toMatch(/其中之一: star-ribbon, .*，实为 "totl"$/)
    expect(found('totl')).toEqual([['maps[0].cards[0]', '"totl"']])
    expect(found(7)).toEqual([['maps[0].cards[0]', '7']])
  })

  it('refuses a kind by name alone that needs more', () => {
    expect(found('total')).toEqual([['maps[0].cards[0]', '"total"']])
  })

  it('names a key that is missing, one that is not of the kind, and a value of another type', () => {
    expect(found({ kind: 'breakdown', feed: 'areas', title: 'T' })).toEqual([['maps[0].cards[0].by', 'nothing']])
    expect(found({ ...total, by: 'kind' })).toEqual([['maps[0].cards[0].by', '"kind"']])
    expect(found({ ...total, title: 7 })).toEqual([['maps[0].cards[0].title', '7']])
  })

  it('follows references and predicates wherever they stand in a card', () => {
    const inside = [{ feed: 'areas' }, { feed: 'nowhere', where: ['no-such-operator'] }]
    expect(found({ kind: 'warnings', feed: 'areas', title: 'W', inside })).toEqual([
      ['maps[0].cards[0].inside[1].feed', '"nowhere"'],
      ['maps[0].cards[0].inside[1].where', '["no-such-operator"]'],
    ])
    expect(found({ kind: 'blind-grids', feed: 'areas', devices: ['sites', 'nobody'], title: 'B' })).toEqual([
      ['maps[0].cards[0].devices[1]', '"nobody"'],
    ])
  })
})

describe('metrics', () => {
  it.each(['covered', 'area'])('points without a footprint cannot be the `by` of %s', (method) => {
    const feeds = [feed('areas'), feed('sites', 'site'), feed('cams', 'camera'), feed('zones', 'zone')]
    const from = (by: string) => ({ method, by, [method === 'covered' ? 'subjects' : 'region']: 'areas' })
    expect(pathsOf({ feeds, ...metric(from('sites')) })).toEqual(['indicators[0].metrics.value.by'])
    expect(pathsOf({ feeds, ...metric(from('cams')) })).toEqual(['indicators[0].metrics.value.by'])
    expect(pathsOf({ feeds, ...metric(from('zones')) })).toEqual([])
  })

  const combine = (more: Record<string, unknown>) =>
    metric({ method: 'combine', how: 'weighted', ...more }, 'value', 'environment-monitoring-coverage')
  it('points without a footprint can be the `by` of near, and parts stand once', () => {
    const near = { method: 'near', subjects: 'areas', by: 'sites', metres: 50 }
    expect(pathsOf({ feeds: [feed('areas'), feed('sites', 'site')], ...metric(near) })).toEqual([])
    const part = { id: 'p', where: true, weight: 1 }
    const length = { method: 'length', of: 'areas', match: true, parts: [part, { ...part, id: 'q' }, part] }
    expect(pathsOf(metric(length))).toEqual(['indicators[0].metrics.value.parts[2].id'])
  })

  it('combines other metrics of the row, by weights of its own or of the standard', () => {
    expect(pathsOf(combine({ of: ['air', 'water', 'noise'] }))).toEqual([])
    expect(pathsOf(combine({ of: ['air', 'fire'] }))).toEqual(['indicators[0].metrics.value.of[1]'])
    expect(pathsOf(combine({ of: ['air', 'value'] }))).toContain('indicators[0].metrics.value.of[1]')
    expect(pathsOf(combine({ of: ['air', 'water'], weights: { air: 1 } }))).toEqual([
      'indicators[0].metrics.value.weights.water',
    ])
    expect(pathsOf(combine({ of: ['air'], weights: { air: 1, noise: 1 } }))).toEqual([
      'indicators[0].metrics.value.weights.noise',
    ])
  })

  it('finds a combination that leads back to itself', () => {
    const row = {
      id: 'environment-monitoring-coverage',
      metrics: {
        air: { method: 'combine', how: 'min', of: ['water'] },
        water: { method: 'combine', how: 'min', of: ['air'] },
      },
    }
    expect(pathsOf({ indicators: [row] })).toEqual(['indicators[0].metrics.air.of', 'indicators[0].metrics.water.of'])
  })
})

describe('expressions', () => {
  const broken = ['no-such-operator', 1]
  it.each([
    ['scopes[0].where', { scopes: [{ id: 's', feed: 'areas', where: broken }] }],
    [
      'feeds[1].footprint.azimuth',
      { feeds: [feed('areas'), feed('sites', 'site', { footprint: { radius: 1, azimuth: broken } })] },
    ],
    ['roles.people.value', { roles: { people: { feed: 'areas', value: broken } } }],
    ['layers[0].label', { layers: [{ id: 'l', feed: 'areas', label: broken }] }],
    ['layers[0].classes.by', { layers: [{ id: 'l', feed: 'areas', classes: { by: broken, items: [] } }] }],
    ['layers[0].filter[0]', { layers: [{ id: 'l', feed: 'areas', filter: broken }] }],
    [
      'maps[0].cards[0].where',
      { maps: [{ id: 'm', cards: [{ kind: 'total', feed: 'areas', title: 'T', where: broken }] }] },
    ],
    ['indicators[0].metrics.value.where', metric(covered({ where: broken }))],
    ['indicators[0].metrics.value.byWhere', metric(covered({ byWhere: broken }))],
    ['indicators[0].metrics.value.known', metric(covered({ known: broken }))],
    ['indicators[0].metrics.value.match', metric({ method: 'share', of: 'areas', match: broken })],
    ['indicators[0].metrics.value.value', metric({ method: 'mean', of: 'areas', value: broken })],
    ['indicators[0].metrics.value.groupBy', metric({ method: 'mean', of: 'areas', value: 1, groupBy: broken })],
    ['indicators[0].metrics.value.part', metric({ method: 'ratio', of: 'areas', part: broken, whole: 1 })],
    ['indicators[0].metrics.value.whole', metric({ method: 'ratio', of: 'areas', part: 1, whole: broken })],
    [
      'indicators[0].metrics.value.parts[0].where',
      metric({ method: 'length', of: 'areas', match: true, parts: [{ id: 'p', where: broken, weight: 1 }] }),
    ],
    ['indicators[0].metrics.value.where', metric(covered({ where: ['>', ['zoom'], 3] }))],
    ['indicators[0].metrics.value.where', metric(covered({ where: ['==', ['id'], 3] }))],
    ['indicators[0].metrics.value.where', metric(covered({ where: ['+', 1, 2] }))],
  ])('%s', (path, change) => {
    expect(pathsOf(change)).toEqual([path])
  })
})
