import type { PlaceHit } from '#engine/engineApi.ts'
import type { Words } from '#i18n/useWords.ts'
import type { OwnSketch } from '../sketches/useSketches'
import { placeName } from './hitWords'

/** A place that coordinates name, marked on the map. */
export function placeSketch(hit: PlaceHit, { t }: Pick<Words, 't'>): OwnSketch {
  const title = t('shell.search.place.title')
  return {
    id: 'searched-place',
    title,
    group: 'label',
    source: {
      kind: 'features',
      features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...hit.at] } }],
    },
    style: [
      {
        type: 'circle',
        paint: {
          'circle-radius': 8,
          'circle-color': 'transparent',
          'circle-stroke-color': '$accent',
          'circle-stroke-width': 3,
        },
      },
    ],
    legend: [{ word: `${title} ${placeName(hit)}`, shape: 'point', color: '$accent' }],
    pickable: false,
  }
}
