import type { Feature } from 'geojson'
import { useEffect, useMemo } from 'react'
import type { FeatureDetail } from '#engine/engineApi.ts'
import type { Nearest } from '#engine/response/responseVerbs.ts'
import { useWords } from '#i18n/useWords.ts'
import type { SketchLayer } from '#layers/sketch.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { markFramed, wantsFrame } from '#state/incident.ts'
import { featureName } from '#views/facts/featureName.ts'
import { type OwnSketch, useSketch } from '#views/sketches/useSketches.ts'

/** As many are seen with an incident when it is picked: all of them may lie far away. */
const FRAMED = 5

const RING = { 'circle-radius': 9, 'circle-opacity': 0 }
const STYLE: readonly SketchLayer[] = [
  {
    type: 'line',
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': '$text2', 'line-opacity': 0.7, 'line-width': 1, 'line-dasharray': [4, 3] },
  },
  {
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { ...RING, 'circle-stroke-color': '$ground0', 'circle-stroke-width': 4.5 },
  },
  {
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { ...RING, 'circle-stroke-color': '$text1', 'circle-stroke-width': 2 },
  },
  {
    type: 'symbol',
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'text-field': ['get', 'name'],
      'text-size': 12,
      'text-offset': [0, 1.2],
      'text-anchor': 'top',
      'text-max-width': 12,
    },
    paint: { 'text-color': '$text1', 'text-halo-color': '$ground0', 'text-halo-width': 1.4 },
  },
]

/**
 * Marks what is nearest to a feature on the map, whichever layers are on, and brings the map to both when the feature was
 * just picked.
 */
export function useNearestOnMap(from: FeatureDetail, nearest: readonly Nearest[] | undefined): void {
  const { t, language } = useWords()
  // As text: a living feed answers anew every second, and mostly the same.
  const stamp = JSON.stringify(
    (nearest ?? []).map(({ feature }) => [featureName(feature, language) ?? feature.id, feature.at]),
  )
  const [longitude, latitude] = from.at ?? [null, null]
  const sketch = useMemo((): OwnSketch | null => {
    const places: readonly (readonly [string, readonly [number, number]])[] = JSON.parse(stamp)
    if (longitude === null || latitude === null || places.length === 0) return null
    const lines = places.slice(0, FRAMED).map(
      ([, at]): Feature => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: [[longitude, latitude], [...at]] },
      }),
    )
    const marks = places.map(
      ([name, at]): Feature => ({
        type: 'Feature',
        properties: { name },
        geometry: { type: 'Point', coordinates: [...at] },
      }),
    )
    return {
      id: 'nearest',
      title: t('shell.respond.nearest'),
      group: 'alarm',
      source: { kind: 'features', features: [...lines, ...marks] },
      style: STYLE,
      legend: [{ word: t('shell.respond.nearest'), shape: 'point', color: '$text1' }],
      pickable: false,
    }
  }, [stamp, longitude, latitude, t])
  useSketch(sketch)

  const { feed, id } = from
  useEffect(() => {
    if (longitude === null || latitude === null || !nearest || !wantsFrame({ feed, id })) return
    markFramed({ feed, id })
    const places = nearest.slice(0, FRAMED).flatMap(({ feature: { at } }) => (at ? [at] : []))
    if (places.length === 0) return
    const [xs, ys] = [
      [longitude, ...places.map(([x]) => x)],
      [latitude, ...places.map(([, y]) => y)],
    ]
    flyTo([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
  }, [feed, id, longitude, latitude, nearest])
}
