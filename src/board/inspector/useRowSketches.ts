import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { Gap } from '#core/planning/gaps/gap.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { type OwnSketch, useSketches } from '#views/sketches/useSketches.ts'
import { useListedGaps } from '../gaps/listedGaps'
import { rowSketches } from './rowSketches'

/** Shows the explained metric on the map, and takes it back when it changes or the inspector closes. */
export function useRowSketches(explanation: ExplainedMetric | null): readonly OwnSketch[] {
  const city = useCity()
  const words = useWords()
  const listed = useListedGaps(({ list }) => list)
  const gaps =
    listed && listed.indicator === explanation?.indicator && listed.metric === explanation.metric ? listed.gaps : NONE
  const sketches = useMemo(
    () => (explanation ? rowSketches(city, explanation, words, gaps) : []),
    [city, explanation, words, gaps],
  )
  useSketches(sketches)
  return sketches
}

const NONE: readonly Gap[] = []
