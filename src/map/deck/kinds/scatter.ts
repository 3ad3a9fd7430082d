import { ScatterplotLayer } from '@deck.gl/layers'
import type { DeckKind } from '../deckKinds'
import type { DeckPoint } from '../pointFeed'
import { numberSetting, rgb } from '../settings'

/** Very many points. Settings: `color`, `radius` (pixels, 3), `opacity` (0.8). */
export const scatter: DeckKind = ({ id, points, settings, visible }) =>
  new ScatterplotLayer<DeckPoint>({
    id,
    visible,
    data: points,
    getPosition: (point) => point.position,
    getFillColor: rgb(settings.color, [92, 200, 255]),
    getRadius: numberSetting(settings.radius, 3),
    radiusUnits: 'pixels',
    opacity: numberSetting(settings.opacity, 0.8),
    pickable: false,
  })
