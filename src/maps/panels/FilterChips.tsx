import { useMemo } from 'react'
import { useWords } from '../../i18n/useWords'
import { type FeedFilter, setFeedFilter } from '../../state/filters'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { useCity } from '../data/CityContext'
import { classWords } from './classWords'
import styles from './FeatureFilters.module.css'
import { propertyWord } from './propertyWord'
import { sayValue } from './sayValue'

interface Props {
  readonly feed: string
  readonly filter: FeedFilter
}

/** What a table is filtered by, each value a way to drop it. */
export function FilterChips({ feed, filter }: Props) {
  const { catalog } = useCity()
  const { t, language } = useWords()
  const words = useMemo(() => classWords(catalog, feed), [catalog, feed])
  return (
    <ul className={styles.chips} aria-label={t('desk.filter.title')}>
      {Object.entries(filter).flatMap(([property, values]) =>
        values.map((value) => {
          const said = value === '' ? t('desk.filter.none') : sayValue(property, value, language, words)
          const name = propertyWord(property, language)
          return (
            <li key={`${property}=${value}`}>
              <button
                type="button"
                className={styles.chip}
                aria-label={t('desk.filter.remove', { property: name, value: said })}
                onClick={() => setFeedFilter(feed, { ...filter, [property]: values.filter((one) => one !== value) })}
              >
                {name} {said}
                <Icon name="close" />
              </button>
            </li>
          )
        }),
      )}
      <li>
        <Button quiet onClick={() => setFeedFilter(feed, {})}>
          {t('desk.filter.clear')}
        </Button>
      </li>
    </ul>
  )
}
