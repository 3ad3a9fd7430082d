import { useCity } from '#city/CityContext.ts'
import type { InsideCount } from '#engine/warnings/warningVerbs.ts'
import { joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { Door } from '#views/doors/door.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import { useFeedStandings } from '#views/health/useFeedStandings.ts'
import styles from './InsideCounts.module.css'
import { type InsideSpec, insideFigure, insideNote } from './insideFigures'

interface Props {
  readonly specs: readonly InsideSpec[]
  readonly counts: readonly InsideCount[]
  /** Names what lies inside. */
  readonly door: Door
}

/** What lies inside, in one line: those of which there are none are left out, unless there is nothing at all. */
export function InsideCounts({ specs, counts, door }: Props) {
  const words = useWords()
  const { t, say, language } = words
  const { catalog } = useCity()
  const standings = useFeedStandings()
  const lines = counts.flatMap((count, index) => {
    const spec = specs[index]
    if (!spec) return []
    const title = say(spec.title ?? feedTitle(catalog, spec.feed))
    const standing = standings.find(({ feed }) => feed.id === spec.feed)
    return [{ spec, count, title, standing }]
  })
  const some = lines.filter(({ spec, count }) => count.count === null || (spec.sum ? count.sum !== 0 : count.count > 0))
  if (lines.length === 0) return null
  if (some.length === 0) {
    const what = lines.map(({ title }) => title).join(language === 'en' ? ', ' : '、')
    return <p className={styles.inside}>{t('hazards.card.insideNone', { what })}</p>
  }
  return (
    <ul className={styles.inside}>
      {some.map(({ spec, count, title, standing }) => {
        const note = insideNote(count, standing, title, words)
        const figure = insideFigure(spec, count, language)
        return (
          <li
            key={spec.feed + (spec.sum ?? '')}
            className={note ? styles.doubtful : undefined}
            title={note ?? undefined}
          >
            <DoorTo door={door}>
              {title} <span className={styles.figure}>{figure ? joinFigure(figure) : t('hazards.card.notRead')}</span>
            </DoorTo>
            {note && (
              <span className={styles.mark} role="img" aria-label={note}>
                *
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
