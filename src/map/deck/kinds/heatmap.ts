import { HeatmapLayer } from '@deck.gl/aggregation-layers'
import type { DeckKind } from '../deckKinds'
import { type DeckPoint, weightOf } from '../pointFeed'
import { CIVIDIS, colorRange, numberSetting } from '../settings'

/** Density of points. Settings: `radius` (pixels, 40), `weight` (property), `intensity` (1), `opacity` (0.6), `colors`. */
export const heatmap: DeckKind = ({ id, points, settings, visible }) =>
  new HeatmapLayer<DeckPoint>({
    id,
    visible,
    data: points,
    getPosition: (point) => point.position,
    getWeight: (point) => weightOf(point, settings.weight),
    radiusPixels: numberSetting(settings.radius, 40),
    intensity: numberSetting(settings.intensity, 1),
    threshold: 0.06,
    opacity: numberSetting(settings.opacity, 0.6),
    colorRange: colorRange(settings.colors, CIVIDIS),
    pickable: false,
  })
