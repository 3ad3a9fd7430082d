import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { type OwnSketch, useSketches } from '#views/sketches/useSketches.ts'
import { rowSketches } from './rowSketches'

/** Shows the explained metric on the map, and takes it back when it changes or the inspector closes. */
export function useRowSketches(explanation: ExplainedMetric | null): readonly OwnSketch[] {
  const city = useCity()
  const words = useWords()
  const sketches = useMemo(() => (explanation ? rowSketches(city, explanation, words) : []), [city, explanation, words])
  useSketches(sketches)
  return sketches
}
