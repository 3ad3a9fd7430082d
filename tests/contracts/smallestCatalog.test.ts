import { describe, expect, it } from 'vitest'
import type { Catalog } from '#catalog/schema.ts'
import { RECORD_KINDS, type RecordKind } from '#core/model/feature.ts'
import { isIconName } from '#layers/icons.ts'
import { legend } from '#layers/legend.ts'
import { type LayerView, resolveLayers } from '#layers/resolveLayers.ts'
import { openInLine } from '../city/engineInLine'
import { amenityCity, type CityFiles, towerCity } from '../city/smallestCities'

const NOON = Date.parse('2026-09-01T04:00:00Z')
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** The catalog as the page has it: as it was opened, and once each of its feeds has been read. */
function openCity(files: CityFiles): { readonly opened: Catalog; readonly whole: Catalog } {
  const { engine, catalog } = openInLine(files['catalog.json'] ?? {}, NOON)
  let whole = catalog
  engine.follow((event) => {
    if (event.kind === 'catalog') whole = event.catalog
  })
  for (const { id, source } of catalog.feeds) {
    const admitted = engine.admit(id, bytes(files[source.url]))
    if (!admitted.ok) throw new Error(admitted.reason.en)
    expect(admitted.report.accepted).toBeGreaterThan(0)
  }
  return { opened: catalog, whole }
}

const RING = [
  [117.2, 35.2],
  [117.3, 35.2],
  [117.3, 35.3],
  [117.2, 35.2],
]
const POINT = { type: 'Point', coordinates: [117.25, 35.25] }
const AREA = { type: 'Polygon', coordinates: [RING] }
const LINE = { type: 'LineString', coordinates: RING.slice(0, 3) }
const GEOMETRY: Partial<Record<RecordKind, object | null>> = {
  sheet: AREA,
  zone: AREA,
  warning: AREA,
  road: LINE,
  reported: null,
}
const NEEDED: Partial<Record<RecordKind, object>> = {
  case: { stage: '处置', time: '2026-09-01T03:00:00Z' },
  reading: { device: 'd', value: 1, time: '2026-09-01T03:00:00Z' },
  reported: { indicator: '5g-key-area-coverage', metric: 'value', value: 0.5, date: '2026-08-01', source: '部门' },
}

/** A city of one feed of a record: four features of two kinds, with names. */
function cityOf(record: RecordKind): CityFiles {
  const by = record === 'warning' ? 'level' : 'kind'
  const values = record === 'warning' ? ['橙', '黄'] : ['甲', '乙']
  const features = [0, 1, 2, 3].map((at) => ({
    type: 'Feature',
    id: `f${at}`,
    geometry: GEOMETRY[record] === undefined ? POINT : GEOMETRY[record],
    properties: { name: `名${at}`, [by]: values[at % 2], ...NEEDED[record] },
  }))
  return {
    'catalog.json': {
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
      feeds: [{ id: 'only', record, source: { url: 'only.geojson' } }],
      indicators: [{ id: '5g-key-area-coverage', metrics: { value: { method: 'count', of: 'only' } } }],
    },
    'only.geojson': { type: 'FeatureCollection', features },
  }
}

const view = (map: string): LayerView => ({
  map,
  theme: 'dark',
  language: 'zh-CN',
  visibility: {},
  lens: null,
  buildings3d: false,
  scale: 1,
})
const first = ({ maps }: Catalog) => maps[0]!.id
const drawnBy = (catalog: Catalog, map = first(catalog)) =>
  resolveLayers(catalog, view(map)).flatMap((layer) => (layer.drawnBy === 'maplibre' ? [layer.spec] : []))

const drawn = RECORD_KINDS.filter((record) => record !== 'reported')

describe('a catalog of one feed and nothing that is optional', () => {
  it.each(drawn)('of record %s is drawn on the map it opens on, with classes, names and a table', (record) => {
    const { opened, whole } = openCity(cityOf(record))
    const by = record === 'warning' ? 'level' : 'kind'
    const [layer] = whole.layers
    expect(drawnBy(opened).length).toBeGreaterThan(0)
    const specs = drawnBy(whole)
    expect(
      specs.some(({ type }) => type === (GEOMETRY[record] ? (record === 'road' ? 'line' : 'fill') : 'symbol')),
    ).toBe(true)
    expect(specs.at(-1)?.layout?.['text-field']).toEqual(['get', 'name'])
    expect(layer?.classes?.by).toEqual(['get', by])
    expect(layer?.popup).toEqual(expect.arrayContaining(['name', by]))
    // Two classes and no rest: every feature is of one of them, and no two marks are alike.
    const entries = legend(layer!, 'dark').filter(({ value }) => value !== null)
    expect(entries.map(({ value }) => value)).toEqual(record === 'warning' ? ['橙', '黄'] : ['甲', '乙'])
    expect(new Set(entries.map(({ icon, color }) => `${icon} ${color}`)).size).toBe(2)
    expect(whole.maps[0]?.cards.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['star-ribbon', 'star-summary', 'indicator', 'feeds']),
    )
  })

  it('of record reported has no layer, and the stars it reports on its wall', () => {
    const { whole } = openCity(cityOf('reported'))
    expect(whole.layers).toEqual([])
    expect(whole.maps.map(({ id }) => id)).toEqual(['panorama'])
    expect(whole.maps[0]?.cards.map(({ kind }) => kind)).toEqual(['star-ribbon', 'star-summary', 'indicator', 'feeds'])
  })

  it('has the panorama, and the map its record is a subject of', () => {
    const maps = (record: RecordKind) => openCity(cityOf(record)).whole.maps.map(({ id }) => id)
    expect(maps('place')).toEqual(['panorama'])
    expect(maps('case')).toEqual(['panorama', 'events'])
    expect(maps('device')).toEqual(['panorama', 'sensing'])
    expect(maps('warning')).toEqual(['panorama', 'hazards'])
    expect(maps('hospital')).toEqual(['panorama', 'resources'])
  })
})

describe('the two smallest cities', () => {
  it('towers over districts: what opens is the same layers and maps that are there once all is read', () => {
    const { opened, whole } = openCity(towerCity())
    expect(opened.layers.map(({ id }) => id)).toEqual(['districts', 'towers'])
    expect(whole.layers.map(({ id }) => id)).toEqual(['districts', 'towers'])
    expect(whole.maps.map(({ id, layers }) => [id, layers])).toEqual([
      ['panorama', ['towers', 'districts']],
      ['sensing', ['towers', 'districts']],
    ])
    // Ground lies under what stands on it, whatever order the catalog has.
    const types = drawnBy(whole).map(({ id }) => id.split(':')[0])
    expect(types.indexOf('districts')).toBeLessThan(types.indexOf('towers'))
    // A district that lies on two tiles has one name: names are cut apart from the areas.
    expect(drawnBy(whole).find(({ id }) => id === 'districts:label')?.source).toBe('districts~names')
    expect(drawnBy(whole).find(({ id }) => id === 'districts:0')?.source).toBe('districts')
    // Towers have no names to write beside them.
    expect(whole.layers.map(({ label }) => label !== undefined)).toEqual([true, false])
    expect(whole.layers[1]?.popup).toEqual(['name', 'radio', 'net', 'range', 'samples'])
  })

  it('amenities of five kinds have five marks, in shades that say nothing about their state', () => {
    const { whole } = openCity(amenityCity())
    const [, amenities] = whole.layers
    const items = amenities?.classes?.items ?? []
    expect(items.map(({ value }) => value).toSorted()).toEqual([
      'clinic',
      'library',
      'school',
      'sports centre',
      'theatre',
    ])
    expect(items[0]?.value).toBe('school')
    expect(new Set(items.map(({ icon }) => icon)).size).toBe(5)
    expect(items.every(({ icon, color }) => isIconName(icon ?? '') && /^\$text\d$/.test(color))).toBe(true)
    expect(whole.maps[0]?.cards.map(({ kind }) => kind)).toContain('breakdown')
  })
})

describe('what the catalog says', () => {
  const said = (more: object): CityFiles => {
    const files = towerCity()
    return { ...files, 'catalog.json': { ...files['catalog.json'], ...more } }
  }

  it('of a layer wins over each default, one by one', () => {
    const style = [{ type: 'circle', paint: { 'circle-color': '$cat1' } }]
    const { whole } = openCity(
      said({
        layers: [
          { id: 'towers', feed: 'towers', title: 'T', group: 'alarm', popup: ['radio'], label: ['get', 'radio'] },
          { id: 'plain', feed: 'towers', style },
        ],
      }),
    )
    const [towers, plain] = whole.layers
    expect(towers).toMatchObject({ title: { zh: 'T' }, group: 'alarm', popup: ['radio'], label: ['get', 'radio'] })
    expect(towers?.style[0]?.type).toBe('symbol')
    expect(plain).toMatchObject({ title: { zh: 'plain' }, group: 'area', style, popup: [] })
    expect(plain?.label).toBeUndefined()
    expect(whole.maps[0]?.layers).toEqual(['towers', 'plain'])
  })

  it('of maps wins, and a map of its own has every layer; an empty list says nothing', () => {
    expect(openCity(said({ maps: [], layers: [] })).whole).toEqual(openCity(towerCity()).whole)
    const { whole } = openCity(
      said({
        maps: [
          { id: 'mobile', cards: ['feeds'] },
          { id: 'sensing', layers: ['towers'] },
        ],
      }),
    )
    expect(whole.maps[0]).toMatchObject({
      title: { zh: 'mobile' },
      layers: ['districts', 'towers'],
      cards: [{ kind: 'feeds' }],
    })
    expect(whole.maps[1]).toMatchObject({ title: { zh: '感知态势图' }, layers: ['towers'] })
    // The row is measured from the towers that this map shows.
    expect(whole.maps[1]?.cards).toContainEqual({ kind: 'indicator', indicator: '5g-key-area-coverage', also: [] })
  })

  it('nothing of a city without rows: no stars on its wall', () => {
    const { whole } = openCity(said({ indicators: [] }))
    expect(whole.maps[0]?.cards.map(({ kind }) => kind)).toEqual(['total', 'feeds'])
  })
})
