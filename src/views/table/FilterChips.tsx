import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { setFeedFilter } from '#state/filters.ts'
import { dropPart, type ListPart } from '#state/lists.ts'
import type { FeedFilter } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { classWords } from '../facts/classWords'
import { propertyWord } from '../facts/propertyWord'
import { sayValue } from '../facts/sayValue'
import styles from './FeatureFilters.module.css'

interface Props {
  readonly feed: string
  readonly filter: FeedFilter
  /** What the list was opened for. */
  readonly part: ListPart | null
}

/** What a table is filtered by, each a way to drop it. */
export function FilterChips({ feed, filter, part }: Props) {
  const { catalog } = useCity()
  const { t, language, say } = useWords()
  const words = useMemo(() => classWords(catalog, feed), [catalog, feed])
  return (
    <ul className={styles.chips} aria-label={t('desk.filter.title')}>
      {part && (
        <li>
          <button
            type="button"
            className={styles.chip}
            aria-label={t('desk.filter.removePart', { part: say(part.title) })}
            onClick={dropPart}
          >
            {say(part.title)}
            <Icon name="close" />
          </button>
        </li>
      )}
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
        <Button
          quiet
          onClick={() => {
            setFeedFilter(feed, {})
            if (part) dropPart()
          }}
        >
          {t('desk.filter.clear')}
        </Button>
      </li>
    </ul>
  )
}
