import type { CardKind } from '#catalog/cards/cards.ts'
import type { CatalogMap } from '#catalog/schema.ts'
import type { CardView, CardViews } from '../parts/part'
import { useWall } from '../parts/useParts'
import styles from './Cards.module.css'
import { type CardHeights, type CardSide, cardsOfSide } from './cardsOfSide'

interface Props {
  readonly map: CatalogMap
  /** Which rail this is; `all` in one column. */
  readonly side: CardSide
  /** In hundredths of the visible height. */
  readonly measured?: CardHeights | undefined
}

const viewOf = <K extends CardKind>(views: CardViews, kind: K): CardView<K> => views[kind]

/** The cards a map of the catalog asks for. */
export function Cards({ map, side, measured }: Props) {
  const { cards: views } = useWall()
  return (
    <div className={styles.cards}>
      {cardsOfSide(map.cards, side, views, measured).map((card) => {
        const { Card } = viewOf(views, card.kind)
        return (
          <div key={JSON.stringify(card)} className={styles.slot} data-card={map.cards.indexOf(card)}>
            <Card spec={card} />
          </div>
        )
      })}
    </div>
  )
}
