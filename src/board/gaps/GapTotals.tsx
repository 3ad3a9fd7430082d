import { useCity } from '#city/CityContext.ts'
import { useNow } from '#city/useNow.ts'
import type { GapList } from '#engine/engineApi.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import listStyles from '../list/List.module.css'
import styles from './Gaps.module.css'
import { placesIn } from './gapOrder'
import { peopleWords } from './gapWords'

/** What all gaps come to: people and places, each once, with where the people are known from. */
export function GapTotals({ list }: { readonly list: GapList }) {
  const words = useWords()
  const { t, say, language } = words
  const { catalog } = useCity()
  const now = useNow()
  const { gaps, totals, people, peopleTime } = list
  const feed = catalog.roles.people?.feed
  const byCell = gaps.length > 0 && gaps.every(({ peopleBy }) => peopleBy === 'cell')
  const places = placesIn(totals)
  const known = totals.people.people
  const share =
    known !== null && totals.ofPeople !== null && totals.ofPeople > 0
      ? t('gaps.people.ofAll', {
          total: peopleWords({ people: totals.ofPeople, atLeast: null }, words),
          share: joinFigure(formatQuantity(known / totals.ofPeople, 'ratio', language)),
        })
      : null
  return (
    <div className={styles.totals}>
      <p className={styles.total}>{t('gaps.count', { count: gaps.length })}</p>
      {people !== 'read' ? (
        <p>{t(`gaps.people.${people}`)}</p>
      ) : (
        <>
          <p>
            {t(byCell ? 'gaps.people.cellTotal' : 'gaps.people.total', { people: peopleWords(totals.people, words) })}
            {share && ` · ${share}`}
          </p>
          {known === null && <p className={listStyles.quiet}>{t('gaps.people.partlyTotal')}</p>}
        </>
      )}
      {places !== null && places > 0 && <p>{t('gaps.places.total', { count: places })}</p>}
      {people === 'read' && feed !== undefined && (
        <p className={listStyles.quiet}>
          {t(byCell ? 'gaps.people.cellSource' : 'gaps.people.source', {
            feed: say(feedTitle(catalog, feed)),
            time: peopleTime === null ? '—' : formatTime(peopleTime, language, now),
          })}
        </p>
      )}
    </div>
  )
}
