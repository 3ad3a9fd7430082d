import { useMemo } from 'react'
import type { StandardRow } from '../../core/model/standard'
import { useWords } from '../../i18n/useWords'
import { useCity } from '../data/CityContext'
import { scopeTitle } from '../data/scopeTitle'
import { feedTitle } from '../panels/feedTitle'
import type { Names } from './reasonWords'

/** Names of feeds, scopes and the metrics of a row, for reasons in words. */
export function useNames(row: StandardRow): Names {
  const city = useCity()
  const words = useWords()
  return useMemo(
    () => ({
      feed: (id) => words.say(feedTitle(city.catalog, id)),
      scope: (id) => scopeTitle(city, id, words),
      part: (id) => {
        const metric = row.metrics.find((candidate) => candidate.id === id)
        return metric ? words.say(metric.name) : id
      },
    }),
    [city, words, row],
  )
}
