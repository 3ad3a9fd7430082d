import { HexagonLayer } from '@deck.gl/aggregation-layers'
import { type DeckKind, type DeckPoint, weightOf } from './deckKind'
import { CIVIDIS, colorRange, numberSetting } from './settings'

/**
 * Points added up in hexagons. Settings: `radius` (metres, 400), `weight` (property), `extruded` (false), `elevation`
 * (metres per unit, 10), `opacity` (0.6), `colors`.
 */
export const hexagon: DeckKind = ({ id, points, settings, opacity, visible }) =>
  new HexagonLayer<DeckPoint>({
    id,
    visible,
    data: points,
    getPosition: (point) => point.position,
    getColorWeight: (point) => weightOf(point, settings.weight),
    getElevationWeight: (point) => weightOf(point, settings.weight),
    colorAggregation: 'SUM',
    elevationAggregation: 'SUM',
    radius: numberSetting(settings.radius, 400),
    coverage: 0.92,
    extruded: settings.extruded === true,
    elevationScale: numberSetting(settings.elevation, 10),
    opacity: numberSetting(settings.opacity, 0.6) * opacity,
    colorRange: colorRange(settings.colors, CIVIDIS),
    // Aggregation in software GL has no float targets to render into.
    gpuAggregation: false,
    pickable: false,
  })
