import { useMemo } from 'react'
import type { Expression } from '../../core/model/expression'
import { formatNumber } from '../../i18n/formatNumber'
import { useWords } from '../../i18n/useWords'
import { filterExpression } from '../../layers/filterExpression'
import { type FeedFilter, setFeedFilter } from '../../state/filters'
import { useFeedAnswer } from '../cards/useFeedAnswer'
import { useCity } from '../data/CityContext'
import { classWords } from './classWords'
import styles from './FeatureFilters.module.css'
import { isChoice } from './filterChoices'
import { filterProperties } from './filterProperties'
import { propertyWord } from './propertyWord'
import { sayValue } from './sayValue'

/** Choices offered at most: a longer row is a wall. */
const MOST = 10

interface Props {
  readonly feed: string
  readonly scope: string | null
  readonly where: Expression | undefined
  readonly filter: FeedFilter
}

/** Chooses kinds of features to list, by every property that has kinds; each choice says how many it would leave. */
export function FeatureFilters({ feed, scope, where, filter }: Props) {
  const { catalog } = useCity()
  const { t, language } = useWords()
  const words = useMemo(() => classWords(catalog, feed), [catalog, feed])
  const asked = useMemo(() => filterProperties(catalog, feed), [catalog, feed])
  const { answer } = useFeedAnswer(feed, ['filters', asked, filter, scope, where], (engine) =>
    Promise.all(
      asked.map(async (property) => {
        // The wishes about the property itself are left aside: another value of it is added to them.
        const { [property]: _, ...others } = filter
        const all = await engine.breakdown({ feed, by: property, where, scope })
        const left = await engine.breakdown({ feed, by: property, where: filterExpression(others, where), scope })
        return { property, all, left: new Map(left.map(({ value, count }) => [value, count])) }
      }),
    ),
  )
  const choices = answer?.filter(({ property, all }) => isChoice(all) || filter[property]).slice(0, MOST)
  if (!choices) return null
  if (choices.length === 0) return <p className={styles.nothing}>{t('desk.filter.nothing')}</p>
  return (
    <fieldset className={styles.choices} aria-label={t('desk.filter.title')}>
      {choices.map(({ property, all, left }) => {
        const chosen = filter[property] ?? []
        return (
          <select
            key={property}
            className={styles.select}
            aria-label={propertyWord(property, language)}
            data-chosen={chosen.length > 0}
            value=""
            onChange={({ target }) =>
              setFeedFilter(feed, { ...filter, [property]: [...chosen, target.value.slice(1)] })
            }
          >
            <option value="">{propertyWord(property, language)}</option>
            {inLegendOrder(all, [...(words.get(property)?.keys() ?? [])]).map(({ value }) => (
              // A value may be the empty text, which is the choice of none: each carries a mark before it.
              <option key={value} value={`=${value}`} disabled={chosen.includes(value)}>
                {t('desk.filter.option', {
                  value: value === '' ? t('desk.filter.none') : sayValue(property, value, language, words),
                  count: formatNumber(left.get(value) ?? 0, language),
                })}
              </option>
            ))}
          </select>
        )
      })}
    </fieldset>
  )
}

/** Values of the legend first, in its order; the others as they come, which is the most first. */
function inLegendOrder<T extends { readonly value: string }>(
  counts: readonly T[],
  order: readonly string[],
): readonly T[] {
  const rank = ({ value }: T) => (order.includes(value) ? order.indexOf(value) : order.length)
  return counts.toSorted((a, b) => rank(a) - rank(b))
}
