import { waitFor } from '@testing-library/react'
import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { composeStyle } from '#map/style/composeStyle.ts'
import { useSelection } from '#state/selection.ts'
import { useSketchBook } from '#state/sketches.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { SelectedOnMap } from './SelectedOnMap'

const catalog = catalogFixture({
  feeds: [{ id: 'warnings', record: 'warning', source: { type: 'geojson', url: 'warnings.geojson' } }],
})
const FEATURE = { feed: 'warnings', mapId: 7, id: 'W' }
const AREA: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [117, 35],
      [117.1, 35],
      [117.1, 35.1],
      [117, 35],
    ],
  ],
}

function mark(geometry: Geometry, bounds: readonly [number, number, number, number], drawn: boolean) {
  const about = { ...FEATURE, record: 'warning', name: null, properties: {}, time: null, at: [117, 35] } as const
  return renderInCity(<SelectedOnMap feature={FEATURE} drawn={drawn} />, {
    catalog,
    readings: [readingFixture('warnings', NOW)],
    engine: { find: async () => ({ ...about, bounds }), shape: async () => geometry },
  })
}
const sketches = () => useSketchBook.getState().sketches
/** Layers of the mark, as the map draws them when no layer of the catalog is on. */
const drawnLayers = () =>
  composeStyle({ layers: [], sources: {}, sketches: sketches(), theme: 'dark' }).contents.layers.filter(
    ({ source }) => source === 'sketch~selected',
  )

describe('what is selected', () => {
  it('is on the map by its outline though no layer is, and says how far it reaches', async () => {
    const view = mark(AREA, [117, 35, 117.1, 35.1], false)
    await waitFor(() => expect(sketches()).toHaveLength(1))
    expect(sketches()[0]?.source).toMatchObject({ features: [{ geometry: AREA }] })
    expect(drawnLayers().map(({ type }) => type)).toContain('line')
    expect(useSelection.getState().extent).toEqual([117, 35, 117.1, 35.1])
    view.unmount()
    expect(sketches()).toEqual([])
  })

  it('has a ring where it stands, and a dot where nothing else is drawn there', async () => {
    const point: Geometry = { type: 'Point', coordinates: [117, 35] }
    const view = mark(point, [117, 35, 117, 35], true)
    await waitFor(() => expect(sketches()[0]?.source).toMatchObject({ features: [{ geometry: point }] }))
    const rings = drawnLayers().length
    expect(useSelection.getState().extent).toBeNull()
    view.unmount()
    mark(point, [117, 35, 117, 35], false)
    await waitFor(() => expect(drawnLayers()).toHaveLength(rings + 1))
  })

  it('lies over every layer, sketch and name', () => {
    const names = {
      id: 'names',
      title: '',
      source: { kind: 'features', features: [] },
      legend: [],
      pickable: false,
    } as const
    const symbol = { type: 'symbol', layout: { 'text-field': 'x' } } as const
    const selected = { ...names, id: 'selected', group: 'label', style: [{ type: 'circle' }] } as const
    const { layers } = composeStyle({
      layers: [],
      sources: {},
      sketches: [
        { ...names, group: 'label', style: [symbol] },
        { ...names, id: 'gaps', group: 'gap', style: [symbol] },
        selected,
      ],
      theme: 'dark',
    }).contents
    expect(layers.at(-1)?.source).toBe('sketch~selected')
  })
})
