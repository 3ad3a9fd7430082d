import type { Feature, Point } from 'geojson'
import { useMemo } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { viewSectors } from '#core/devices/viewSectors.ts'
import { footprintOf } from '#feeds/door/footprintOf.ts'
import { useWords } from '#i18n/useWords.ts'
import type { SketchLayer } from '#layers/sketch.ts'
import { useScenarios } from '#state/scenarios.ts'
import { type OwnSketch, useSketch } from '#views/sketches/useSketches.ts'
import { placeOfTrial, usePlacing } from './placing'

const STYLE: readonly SketchLayer[] = [
  {
    type: 'fill',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': '$accent', 'fill-opacity': 0.16 },
  },
  {
    type: 'line',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'line-color': '$accent', 'line-width': 1.6, 'line-dasharray': [3, 2] },
  },
  {
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 6,
      'circle-color': '$ground1',
      'circle-stroke-color': '$accent',
      'circle-stroke-width': 3,
    },
  },
]

/** What is being placed, where it would stand and what it would reach: at once, before the city follows. */
export function TrialSketch() {
  const { catalog } = useOpenedCity()
  const { t } = useWords()
  const trial = useScenarios((state) => state.trial)
  const thing = usePlacing((state) => state.thing)
  const footprint = useMemo(() => {
    const compiled = footprintOf(catalog.feeds.find(({ id }) => id === thing?.feed)?.footprint)
    return compiled.ok ? compiled.evaluate : () => null
  }, [catalog, thing?.feed])
  const sketch = useMemo((): OwnSketch | null => {
    const at = trial && placeOfTrial(trial)
    if (!at || !thing) return null
    const geometry: Point = { type: 'Point', coordinates: [...at] }
    const { id, name, properties } = thing
    let reach: readonly Feature[] = []
    try {
      const own = footprint({ geometry, properties })
      reach = own ? viewSectors([{ id, mapId: 1, geometry, properties, time: null, footprint: own }]) : []
    } catch {
      // Its properties give no footprint: the door says so when it is placed.
    }
    return {
      id: 'scenario-trial',
      title: t('scenarios.placing', { what: name }),
      group: 'gap',
      source: { kind: 'features', features: [...reach, { type: 'Feature', geometry, properties: {} }] },
      style: STYLE,
      legend: [],
      pickable: false,
    }
  }, [trial, thing, footprint, t])
  useSketch(sketch)
  return null
}
