import type { BlindGrids } from '#engine/devices/gridVerbs.ts'
import type { Words } from '#i18n/useWords.ts'
import { subjectMark, subjectStyle } from '#layers/coverageStyles.ts'
import type { OwnSketch } from '#views/sketches/useSketches.ts'

/** Blind grids, hatched, beside those that are sensed. */
export function blindGridSketch(feed: string, { sensed, blind }: BlindGrids, { t }: Pick<Words, 't'>): OwnSketch {
  return {
    id: 'blind-grids',
    title: t('sensing.grids.title'),
    group: 'coverage',
    source: {
      kind: 'feed',
      feed,
      states: new Map([
        ...sensed.map((mapId) => [mapId, 'covered'] as const),
        ...blind.map(({ mapId }) => [mapId, 'uncovered'] as const),
      ]),
    },
    style: subjectStyle(false),
    legend: [
      { word: t('sensing.grids.sensed'), ...subjectMark('covered', false) },
      { word: t('sensing.grids.blind'), ...subjectMark('uncovered', false) },
    ],
    pickable: true,
  }
}
