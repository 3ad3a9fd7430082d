import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { Waiting } from '#ui/Waiting.tsx'
import { feedTitle } from '#views/facts/featureName.ts'
import { useFeedStandings } from '#views/health/useFeedStandings.ts'
import styles from './Detail.module.css'
import { InsideNames } from './InsideNames'
import { InsideSums } from './InsideSums'
import { insideFigure, insideNote, insideSpecs } from './insideFigures'

/** Features of each feed that are named. */
const NAMED = 8

/** What lies in a warning's area, feed by feed, with the names that lead there. Nothing where the catalog asks for none. */
export function WarningInside({ feed, id }: { readonly feed: string; readonly id: string }) {
  const words = useWords()
  const { t, say, language } = words
  const { catalog } = useCity()
  const standings = useFeedStandings()
  const specs = insideSpecs(catalog, feed)
  const inside = specs.map(({ feed: of, sum, by, where }) => ({ feed: of, sum, by, where }))
  const { answer, fault } = useAnswer({
    feeds: [...new Set([feed, ...specs.flatMap((spec) => [spec.feed, ...(spec.by === undefined ? [] : [spec.by])])])],
    key: ['warning-sheet', feed, id, inside],
    ask: async (engine) => ({ id, lists: await engine.warningSheet({ feed, id, inside, limit: NAMED }) }),
  })
  if (specs.length === 0) return null
  // The sheet of another warning must never stand under this one.
  const lists = answer?.id === id ? answer.lists : undefined
  return (
    <section className={styles.inside} aria-label={t('hazards.warning.inside')}>
      <h4>{t('hazards.warning.inside')}</h4>
      {fault !== null && <p role="status">{t('cards.answerFailed', { why: fault })}</p>}
      {!lists && fault === null && <Waiting lines={4} label={t('hazards.warning.loading')} />}
      {lists?.map((list, index) => {
        const spec = specs[index]
        if (!spec) return null
        const title = say(spec.title ?? feedTitle(catalog, spec.feed))
        const figure = insideFigure(spec, list, language)
        const standing = standings.find((each) => each.feed.id === spec.feed)
        const note = insideNote(list, standing, title, words)
        return (
          <div key={spec.feed + (spec.sum ?? '')} className={styles.group}>
            <p className={`${styles.groupHead} ${note ? styles.doubtful : ''}`}>
              <span>{title}</span>
              <span className={styles.figure}>{figure ? joinFigure(figure) : t('hazards.card.notRead')}</span>
            </p>
            {note && <p className={styles.note}>{note}</p>}
            {spec.sum === undefined && <InsideNames feed={spec.feed} list={list} />}
            {spec.by !== undefined && list.byArea && <InsideSums feed={spec.by} sums={list.byArea} />}
          </div>
        )
      })}
      {lists && <p className={styles.note}>{t('hazards.warning.insideHow')}</p>}
    </section>
  )
}
