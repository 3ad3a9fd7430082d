import type { Feature, Point } from 'geojson'
import { useMemo } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { viewSectors } from '#core/devices/viewSectors.ts'
import { editedId } from '#core/model/world.ts'
import { footprintOf } from '#feeds/door/footprintOf.ts'
import { useWords } from '#i18n/useWords.ts'
import type { SketchLayer } from '#layers/sketch.ts'
import { openScenarioOf, useScenarios } from '#state/scenarios.ts'
import { type OwnSketch, useSketches } from '#views/sketches/useSketches.ts'
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

/** Rings around what steps have put in its place. */
const CHANGED: readonly SketchLayer[] = [
  {
    type: 'circle',
    paint: {
      'circle-radius': 9,
      'circle-opacity': 0,
      'circle-stroke-color': '$accent',
      'circle-stroke-width': 2,
    },
  },
]

/** What is being placed, where it would stand and what it would reach, at once, before the city follows; and where steps have put something. */
export function ScenarioSketches() {
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
  const edits = useScenarios((state) => openScenarioOf(state)?.edits)
  const shown = useScenarios((state) => state.shown)
  const changes = useMemo((): OwnSketch | null => {
    // Of one thing the last place.
    const places = new Map(edits?.map((edit) => [`${edit.feed}\n${editedId(edit)}`, placeOfTrial(edit)]))
    const features = [...places.values()].flatMap((at): Feature[] =>
      at ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties: {} }] : [],
    )
    if (!shown || features.length === 0) return null
    const title = t('scenarios.placed')
    return {
      id: 'scenario-changes',
      title,
      group: 'gap',
      source: { kind: 'features', features },
      style: CHANGED,
      legend: [{ word: title, shape: 'point', color: '$accent', icon: 'ring' }],
      pickable: false,
    }
  }, [edits, shown, t])
  useSketches(useMemo(() => [changes, sketch].filter((each) => each !== null), [changes, sketch]))
  return null
}
