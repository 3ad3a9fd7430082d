import type { CatalogMap } from '#catalog/schema.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import styles from './Cards.module.css'
import { type CardHeights, type CardSide, cardsOfSide } from './cardsOfSide'
import { FaultyCard } from './FaultyCard'
import { readCard } from './readCard'

interface Props {
  readonly map: CatalogMap
  /** Which rail this is; `all` in one column. */
  readonly side: CardSide
  /** In hundredths of the visible height. */
  readonly measured?: CardHeights | undefined
}

/** The cards a map of the catalog asks for. An entry that cannot be shown stays visible with its fault. */
export function Cards({ map, side, measured }: Props) {
  const city = useCity()
  const words = useWords()
  return (
    <div className={styles.cards}>
      {cardsOfSide(map.cards, side, measured).map((entry) => {
        const key = JSON.stringify(entry)
        const reading = readCard(entry, city, words)
        return (
          <div key={key} className={styles.slot} data-card={map.cards.indexOf(entry)}>
            {reading.ok ? reading.element : <FaultyCard kind={entry.kind} faults={reading.faults} />}
          </div>
        )
      })}
    </div>
  )
}
