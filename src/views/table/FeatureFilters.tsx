import { useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { filterExpression } from '#layers/filterExpression.ts'
import { setFeedFilter } from '#state/filters.ts'
import type { FeedFilter } from '#state/view.ts'
import { useFeedAnswer } from '../cards/useFeedAnswer'
import { classWords } from '../facts/classWords'
import { propertyWord } from '../facts/propertyWord'
import { sayValue } from '../facts/sayValue'
import styles from './FeatureFilters.module.css'
import { type Counts, filterProperties, isChoice } from './filterChoices'

/** Properties offered at most: a longer row is a wall. */
const MOST = 10

interface Props {
  readonly feed: string
  readonly scope: string | null
  readonly where: Expression | undefined
  readonly filter: FeedFilter
}

/** Chooses kinds of features to list: a property that has kinds, then any of them; each says how many it would leave. */
export function FeatureFilters({ feed, scope, where, filter }: Props) {
  const { catalog } = useCity()
  const { t, language } = useWords()
  const asked = useMemo(() => filterProperties(catalog, feed), [catalog, feed])
  const [wanted, setWanted] = useState<string | null>(null)
  const { answer } = useFeedAnswer(feed, ['filters', asked, filter, scope, where], (engine) =>
    Promise.all(
      asked.map(async (property) => {
        // The wishes about the property itself are left aside: another value of it is added to them.
        const { [property]: _, ...others } = filter
        const all = await engine.breakdown({ feed, by: property, where, scope })
        const left = await engine.breakdown({ feed, by: property, where: filterExpression(others, where), scope })
        return { property, all, left }
      }),
    ),
  )
  const choices = answer?.filter(({ property, all }) => isChoice(all) || filter[property]).slice(0, MOST)
  if (!choices) return null
  const open = choices.find(({ property }) => property === wanted) ?? choices[0]
  if (!open) return <p className={styles.nothing}>{t('desk.filter.nothing')}</p>
  return (
    <section className={styles.frame} aria-label={t('desk.filter.title')}>
      <div className={styles.choices}>
        {choices.map(({ property }) => {
          const count = filter[property]?.length ?? 0
          return (
            <button
              key={property}
              type="button"
              className={styles.property}
              aria-expanded={property === open.property}
              onClick={() => setWanted(property)}
            >
              {propertyWord(property, language)}
              {count > 0 && <span className={styles.count}>{formatNumber(count, language)}</span>}
            </button>
          )
        })}
      </div>
      <Values feed={feed} filter={filter} {...open} />
    </section>
  )
}

interface ValuesProps {
  readonly feed: string
  readonly filter: FeedFilter
  readonly property: string
  /** Every value there is, and how many features of it the other wishes leave. */
  readonly all: Counts
  readonly left: Counts
}

/** The values of a property as switches, in the words and order of the legend. */
function Values({ feed, filter, property, all, left }: ValuesProps) {
  const { catalog } = useCity()
  const { t, language } = useWords()
  const words = useMemo(() => classWords(catalog, feed), [catalog, feed])
  const counts = new Map(left.map(({ value, count }) => [value, count]))
  const chosen = filter[property] ?? []
  const toggle = (value: string) =>
    setFeedFilter(feed, {
      ...filter,
      [property]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
    })
  return (
    <fieldset className={styles.values} aria-label={propertyWord(property, language)}>
      {inLegendOrder(all, [...(words.get(property)?.keys() ?? [])]).map(({ value }) => (
        <button
          key={value}
          type="button"
          className={styles.value}
          aria-pressed={chosen.includes(value)}
          onClick={() => toggle(value)}
        >
          {value === '' ? t('desk.filter.none') : sayValue(property, value, language, words)}{' '}
          <span className={styles.count}>{formatNumber(counts.get(value) ?? 0, language)}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** Values of the legend first, in its order; the others as they come, which is the most first. */
function inLegendOrder(counts: Counts, order: readonly string[]): Counts {
  const rank = ({ value }: Counts[number]) => (order.includes(value) ? order.indexOf(value) : order.length)
  return counts.toSorted((a, b) => rank(a) - rank(b))
}
