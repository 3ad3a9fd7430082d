import type { Geometry } from 'geojson'
import { useEffect, useMemo } from 'react'
import { useAnswer } from '#city/useAnswer.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { HELD_STYLE, SELECTED_DOT, SELECTION_STYLE } from '#layers/selectionStyle.ts'
import type { SketchLayer } from '#layers/sketch.ts'
import { type FeatureRef, setExtent } from '#state/selection.ts'
import { useFeatureDetail } from '#views/facts/useFeatureDetail.ts'
import { useSketch } from '#views/sketches/useSketches.ts'

interface Props {
  readonly feature: FeatureRef
  /** Its feed is drawn on the map, each feature for itself; else the mark has to stand for it. */
  readonly drawn: boolean
  /** It is being dealt with, and something else is selected. */
  readonly held?: boolean
}

/** Marks a feature over all layers, whichever are on: its outline, or a ring where it stands. */
export function SelectedOnMap({ feature, drawn, held = false }: Props) {
  const { data } = useFeatureDetail(feature)
  const extended = data !== null && data !== undefined && hasExtent(data)
  const bounds = extended ? data.bounds : null
  useEffect(() => {
    if (!held) setExtent(bounds)
  }, [held, bounds])
  const { answer: shape } = useAnswer({
    feeds: [feature.feed],
    key: ['shape', feature.feed, feature.id],
    enabled: extended,
    ask: (engine) => engine.shape(feature.feed, feature.id),
  })
  const [longitude, latitude] = data?.at ?? [null, null]
  const geometry = useMemo((): Geometry | null => {
    if (extended) return shape ?? null
    return longitude === null || latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] }
  }, [extended, shape, longitude, latitude])
  const style = held ? HELD_STYLE : drawn ? SELECTION_STYLE : UNDRAWN
  useSketch(
    useMemo(
      () =>
        geometry && {
          id: held ? 'held' : 'selected',
          title: '',
          group: 'label',
          source: { kind: 'features', features: [{ type: 'Feature', geometry, properties: {} }] },
          style,
          legend: [],
          pickable: false,
        },
      [geometry, style, held],
    ),
  )
  return null
}

const UNDRAWN: readonly SketchLayer[] = [...SELECTION_STYLE, SELECTED_DOT]

const hasExtent = ({ bounds }: FeatureDetail): boolean =>
  bounds !== null && (bounds[2] > bounds[0] || bounds[3] > bounds[1])
