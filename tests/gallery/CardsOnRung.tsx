import { useState } from 'react'
import type { CardKind } from '#catalog/cards/cards.ts'
import type { CardView, CardViews } from '#views/parts/part.ts'
import type { Wall } from '#views/parts/useParts.ts'
import { InCity } from '../city/InCity'
import { cardOf } from './cardEntries'
import styles from './Gallery.module.css'
import { openGalleryCity, type Rung } from './openGalleryCity'

interface Props {
  readonly rung: Rung
  readonly kinds: readonly CardKind[]
  readonly wall: Wall
}

/** Kinds of card in a city whose feeds all stand on one rung. */
export function CardsOnRung({ rung, kinds, wall }: Props) {
  const [{ city, client }] = useState(() => openGalleryCity(rung))
  const heading = `cards-${rung}`
  return (
    <section className={styles.section} data-section={rung} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        cards: {rung}
      </h2>
      <InCity city={city} client={client} wall={wall}>
        <div className={styles.cards}>
          {kinds.map((kind) => (
            <CardOfKind key={kind} kind={kind} views={wall.cards} />
          ))}
        </div>
      </InCity>
    </section>
  )
}

const viewOf = <K extends CardKind>(views: CardViews, kind: K): CardView<K> => views[kind]

function CardOfKind<K extends CardKind>({ kind, views }: { readonly kind: K; readonly views: CardViews }) {
  const { place, Card } = viewOf(views, kind)
  return (
    <div className={styles.card} data-card={kind} data-place={place}>
      <Card spec={cardOf(kind)} />
    </div>
  )
}
