import { useMemo } from 'react'
import { type City, useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import { failureWords, type Names } from '../words/reasonWords'

/** Names of feeds, scopes and the metrics of a row, for reasons in words. */
export function useNames(row: StandardRow | undefined): Names {
  const city = useCity()
  const words = useWords()
  return useMemo(() => namesOf(city, words, row), [city, words, row])
}

export const namesOf = (city: City, words: Words, row: StandardRow | undefined): Names => ({
  methods: city.methods,
  feed: (id) => words.say(feedTitle(city.catalog, id)),
  scope: (id) => scopeTitle(city, id, words),
  part: (id) => {
    const metric = row?.metrics.find((candidate) => candidate.id === id)
    return metric ? words.say(metric.name) : id
  },
})

/** Says why a question about a row has no answer. */
export function useFailureWords(indicator: string): (fault: string) => string {
  const words = useWords()
  const { standard } = useCity()
  const names = useNames(standard.rows.find(({ id }) => id === indicator))
  return (fault) => failureWords(fault, words, names)
}
