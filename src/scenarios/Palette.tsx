import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { feedTitle } from '#views/facts/featureName.ts'
import { placeThing, putAway, usePlacing } from './placing'
import styles from './ScenarioPanel.module.css'
import { modelRequest, useModels } from './usePattern'

/** What can be added: points that cover, or that rows are held against. Dragged onto the map, or put there by click or key. */
export function Palette({ count }: { readonly count: number }) {
  const { catalog, engine } = useCity()
  const { t, say } = useWords()
  const thing = usePlacing((state) => state.thing)
  const models = useModels()
  const feeds = useMemo(() => [...models.keys()], [models])
  const { answer } = useAnswer({
    feeds,
    key: ['placeable', feeds],
    ask: async (city) => {
      const states = await Promise.all(feeds.map(async (feed) => [feed, await city.feedState(feed)] as const))
      return states.flatMap(([feed, state]) => (state?.geometries.includes('Point') ? [feed] : []))
    },
  })

  async function take(feed: string): Promise<void> {
    const properties = await engine.pattern(modelRequest(models, feed))
    const title = say(feedTitle(catalog, feed))
    let number = count + 1
    while (await engine.find(feed, `new-${number}`)) number += 1
    const name = t('scenarios.newName', { what: title, number: String(number) })
    placeThing({ kind: 'new', feed, id: `new-${number}`, name, properties })
  }

  if (thing) {
    return (
      <div className={styles.part} role="status">
        <p>{t(thing.kind === 'new' ? 'scenarios.placing' : 'scenarios.moving', { what: thing.name })}</p>
        <p className={styles.hint}>{t('scenarios.addHint')}</p>
        <p>
          <Button onClick={putAway}>{t('scenarios.cancel')}</Button>
        </p>
      </div>
    )
  }
  return (
    <section className={styles.part} aria-label={t('scenarios.add')}>
      <h3 className={styles.heading}>{t('scenarios.add')}</h3>
      {answer?.length === 0 && <p className={styles.hint}>{t('scenarios.noneToAdd')}</p>}
      <div className={`${styles.row} ${styles.palette}`}>
        {answer?.map((feed) => (
          <Button
            key={feed}
            icon="locate"
            onPointerDown={(event) => {
              // A finger drags on the map, not on the button that it began on.
              event.currentTarget.releasePointerCapture(event.pointerId)
              void take(feed)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              void take(feed)
            }}
          >
            {say(feedTitle(catalog, feed))}
          </Button>
        ))}
      </div>
      <p className={styles.hint}>{t('scenarios.addHint')}</p>
    </section>
  )
}
