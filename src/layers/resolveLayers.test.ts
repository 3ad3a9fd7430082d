import { createExpression, type StylePropertySpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { palettes } from './palettes'
import type { ResolvedMapLayer } from './ResolvedLayer'
import { type LayerView, resolveLayers } from './resolveLayers'

const COLOR: StylePropertySpecification = {
  type: 'color',
  'property-type': 'data-driven',
  expression: { interpolated: true, parameters: ['zoom', 'feature', 'feature-state'] },
  transition: true,
  overridable: false,
}

const catalog = Object.freeze(
  wholeCatalog({
    version: 1,
    city: { code: '370883', name: '邹城市', bounds: [116.7, 35.1, 117.5, 35.6] },
    feeds: ['boundary', 'buildings', 'hazards', 'cameras', 'areas'].map((id) => ({
      id,
      record: 'generic',
      source: { type: 'geojson', url: `${id}.geojson` },
    })),
    layers: [
      {
        id: 'cameras',
        feed: 'cameras',
        group: 'point',
        lens: ['qiangji'],
        filter: ['==', ['get', 'hd'], true],
        style: [{ type: 'symbol', layout: { 'icon-image': 'camera' }, paint: { 'icon-color': '$cat1' } }],
        label: ['get', 'name'],
        minzoom: 12,
      },
      {
        id: 'hazards',
        feed: 'hazards',
        group: 'alarm',
        cluster: true,
        filter: ['has', 'risk'],
        classes: {
          by: ['get', 'risk'],
          items: [
            { value: '蓝', title: { zh: '蓝', en: 'blue' }, color: '$blue', icon: 'circle' },
            { value: '红', title: { zh: '红', en: 'red' }, color: '$red', icon: 'diamond' },
          ],
        },
        style: [{ type: 'circle', paint: { 'circle-color': '$class.color', 'circle-radius': 5 } }],
      },
      { id: 'areas', feed: 'areas', visible: false, style: [{ type: 'fill', paint: { 'fill-color': '$cat2' } }] },
      {
        id: 'heat',
        feed: 'cameras',
        group: 'coverage',
        style: [{ deck: 'hexagon', radius: 30, colors: ['$seq0', '$seq5'] }],
      },
      {
        id: 'buildings',
        feed: 'buildings',
        group: 'building',
        base: true,
        minzoom: 13,
        style: [
          {
            type: 'fill-extrusion',
            paint: { 'fill-extrusion-color': '$building', 'fill-extrusion-height': ['get', 'height'] },
          },
        ],
      },
      {
        id: 'land',
        feed: 'boundary',
        group: 'ground',
        base: true,
        style: [
          { type: 'fill', paint: { 'fill-color': '$land' } },
          { type: 'symbol', layout: { 'text-field': ['get', 'name'] } },
        ],
      },
    ],
    maps: [
      { id: 'sensing', layers: ['hazards', 'cameras', 'areas'] },
      { id: 'events', layers: ['heat'] },
    ],
    indicators: [],
  }),
)

const view: LayerView = Object.freeze({
  map: 'sensing',
  theme: 'dark',
  language: 'zh-CN',
  visibility: {},
  lens: null,
  buildings3d: false,
  scale: 1,
})
const ids = (change: Partial<LayerView>): readonly string[] =>
  resolveLayers(catalog, { ...view, ...change }).map(({ id }) => id)
const specOf = (id: string, change: Partial<LayerView> = {}): ResolvedMapLayer['spec'] => {
  const found = resolveLayers(catalog, { ...view, ...change }).find((layer) => layer.id === id)
  if (found?.drawnBy !== 'maplibre') throw new Error(`no map layer ${id}`)
  return found.spec
}

describe('which layers, in which order', () => {
  test('base layers first within their group, labels last, counts of clusters above all words', () => {
    expect(ids({})).toEqual([
      'land:0',
      'land:1',
      'buildings:0',
      'cameras:0',
      'hazards:0',
      'hazards:cluster0',
      'cameras:label',
      'hazards:cluster1',
    ])
  })

  test('the user shows and hides; base layers stay', () => {
    expect(ids({ visibility: { areas: true, hazards: false, land: false } })).toEqual([
      'land:0',
      'land:1',
      'areas:0',
      'buildings:0',
      'cameras:0',
      'cameras:label',
    ])
  })

  test('a lens leaves its own layers and those of no lens', () => {
    expect(ids({ lens: 'huimin' })).not.toContain('cameras:0')
    expect(ids({ lens: 'huimin' })).toContain('hazards:0')
    expect(ids({ lens: 'qiangji' })).toContain('cameras:0')
  })
})

describe('what each layer is', () => {
  test('filter, zoom range and colours of the catalog are merged into the layer', () => {
    expect(specOf('cameras:0')).toEqual({
      id: 'cameras:0',
      type: 'symbol',
      source: 'cameras',
      layout: { 'icon-image': 'camera' },
      paint: { 'icon-color': palettes.dark.cat1 },
      minzoom: 12,
      maxzoom: 24,
      filter: ['==', ['get', 'hd'], true],
    })
    expect(specOf('cameras:0', { theme: 'light' }).paint).toEqual({ 'icon-color': palettes.light.cat1 })
  })

  test('every text is set in the bundled font, and English names stand in where there are any', () => {
    expect(specOf('land:1').layout).toEqual({ 'text-field': ['get', 'name'], 'text-font': ['Noto Sans SC Variable'] })
    expect(specOf('land:1', { language: 'en' }).layout?.['text-field']).toEqual([
      'coalesce',
      ['get', 'name_en'],
      ['get', 'name'],
    ])
  })

  test('buildings lie flat until they are asked to stand up', () => {
    expect(specOf('buildings:0')).toMatchObject({ type: 'fill', paint: { 'fill-color': palettes.dark.building } })
    expect(specOf('buildings:0', { buildings3d: true }).type).toBe('fill-extrusion')
  })

  test('a clustered layer has its own source, which carries the filter and counts severe classes', () => {
    const hazards = resolveLayers(catalog, view).find(({ id }) => id === 'hazards:0')
    if (hazards?.drawnBy !== 'maplibre') throw new Error('hazards are drawn by MapLibre')
    expect(hazards.source.id).toBe('hazards~hazards')
    expect(hazards.source.cluster?.filter).toEqual(['has', 'risk'])
    expect(Object.keys(hazards.source.cluster?.properties ?? {})).toEqual(['class1', 'class0'])
    expect(hazards.spec.filter).toEqual(['!', ['has', 'point_count']])
  })

  test('a cluster takes the worst colour present and says it in words', () => {
    // One red among two: class1 (红) is worse than class0 (蓝) although it comes later in the catalog.
    const feature = { type: 1 as const, properties: { point_count: 3, class0: 2, class1: 1 } }
    const paint = createExpression(
      specOf('hazards:cluster0').paint?.['circle-stroke-color'],
      'circle-stroke-color',
      COLOR,
    )
    if (paint.result !== 'success') throw new Error('the ring does not compile')
    // #FF5A52 as parts of 1: 255/255, 90/255, 82/255.
    const color = paint.value.evaluate({ zoom: 10 }, feature)
    expect([color.r, color.g, color.b].map((part: number) => Math.round(part * 255))).toEqual([255, 90, 82])
    const words = JSON.stringify(specOf('hazards:cluster1').layout?.['text-field'])
    expect(words).toContain('红')
    expect(JSON.stringify(specOf('hazards:cluster1', { language: 'en' }).layout)).toContain('"red"')
  })

  test('names of areas come from a source of their own, marks and names of points from that of the feed', () => {
    const all = resolveLayers(catalog, view)
    const sourceOf = (id: string) => {
      const found = all.find((layer) => layer.id === id)
      return found?.drawnBy === 'maplibre' ? [found.source.id, found.source.isWhole, found.spec.source] : null
    }
    expect(sourceOf('land:0')).toEqual(['boundary', undefined, 'boundary'])
    expect(sourceOf('land:1')).toEqual(['boundary~names', true, 'boundary~names'])
    expect(sourceOf('cameras:label')).toEqual(['cameras', undefined, 'cameras'])
  })

  test('points are grouped far enough apart for circles of the size they are drawn in', () => {
    for (const scale of [1, 2.4]) {
      const hazards = resolveLayers(catalog, { ...view, scale }).find(({ id }) => id === 'hazards:0')
      // Two circles of most counts, 22 pixels each way at a desk, side by side.
      const radius = hazards?.drawnBy === 'maplibre' ? hazards.source.cluster?.radius : undefined
      expect(radius).toBeGreaterThan(2 * 22 * scale)
    }
  })

  test('a deck kind keeps its settings, with colours resolved', () => {
    const heat = resolveLayers(catalog, { ...view, map: 'events' }).find(({ id }) => id === 'heat:0')
    expect(heat).toMatchObject({
      drawnBy: 'deck',
      deck: 'hexagon',
      feed: 'cameras',
      settings: { radius: 30, colors: [palettes.dark.seq0, palettes.dark.seq5] },
    })
  })

  test('a layer of less opacity is fainter in every part, beside others as they were', () => {
    const faint = resolveLayers(catalog, { ...view, map: 'events', opacity: { heat: 40 } })
    expect(faint.find(({ id }) => id === 'heat:0')).toMatchObject({ opacity: 0.4 })
    const opacity = { cameras: 50 }
    // Mark and name of a camera: half of 1 each. Hazards stay.
    expect(specOf('cameras:0', { opacity }).paint).toMatchObject({ 'icon-opacity': 0.5, 'text-opacity': 0.5 })
    expect(specOf('cameras:label', { opacity }).paint).toMatchObject({ 'text-opacity': 0.5 })
    expect(specOf('hazards:0', { opacity })).toEqual(specOf('hazards:0'))
    expect(specOf('hazards:0', { opacity: { hazards: 20 } }).paint).toMatchObject({
      'circle-opacity': 0.2,
      'circle-stroke-opacity': 0.2,
    })
    expect(specOf('hazards:0').paint).not.toHaveProperty('circle-opacity')
  })

  test('an unknown colour throws with the name of the layer', () => {
    const [first] = catalog.layers
    const broken = { ...first!, style: [{ type: 'circle', paint: { 'circle-color': '$mauve' } }] }
    expect(() => resolveLayers({ ...catalog, layers: [broken] }, view)).toThrow('layer "cameras"')
  })

  test('everything resolved is a valid MapLibre style', () => {
    for (const change of [{}, { theme: 'light', buildings3d: true, scale: 2.4, language: 'en' }] as const) {
      const layers = resolveLayers(catalog, { ...view, ...change }).filter((layer) => layer.drawnBy === 'maplibre')
      const sources = Object.fromEntries(
        layers.map(({ source }) => [source.id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }]),
      )
      const style = JSON.parse(
        JSON.stringify({
          version: 8,
          glyphs: 'https://unused/{fontstack}/{range}.pbf',
          sources,
          layers: layers.map(({ spec }) => spec),
        }),
      )
      expect(validateStyleMin(style).map(({ message }) => message)).toEqual([])
    }
  })
})

test('neutral layers have no hue left but keep their shapes; the base keeps its own', () => {
  const view = (neutral: boolean): LayerView => ({
    map: catalog.maps[0]?.id ?? '',
    theme: 'dark',
    language: 'zh-CN',
    visibility: Object.fromEntries(catalog.layers.map(({ id }) => [id, true])),
    lens: null,
    buildings3d: false,
    scale: 1,
    neutral,
  })
  const hues = Object.entries(palettes.dark)
    .filter(([role]) => /^(covered|gap|red|orange|yellow|blue|cat|op|seq|star)/.test(role))
    .map(([, color]) => color)
  const themed = (neutral: boolean) => resolveLayers(catalog, view(neutral)).filter(({ base }) => !base)
  const found = (neutral: boolean) => hues.filter((color) => JSON.stringify(themed(neutral)).includes(color))
  expect(found(false).length).toBeGreaterThan(3)
  expect(found(true)).toEqual([])
  expect(themed(true).map(({ id }) => id)).toEqual(themed(false).map(({ id }) => id))
  const base = (neutral: boolean) => resolveLayers(catalog, view(neutral)).filter((layer) => layer.base)
  expect(base(true)).toEqual(base(false))
})
