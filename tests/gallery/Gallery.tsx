import type { Wall } from '#views/parts/useParts.ts'
import { CardsOnRung } from './CardsOnRung'
import { CARD_KINDS } from './cardEntries'
import styles from './Gallery.module.css'
import { GalleryBar } from './GalleryBar'
import type { GalleryLook } from './galleryLook'
import { RUNGS } from './openGalleryCity'
import { UI_ENTRIES } from './uiEntries'

interface Props {
  readonly look: GalleryLook
  readonly wall: Wall
}

/** Every part of the interface in its states, and every kind of card on every rung of freshness. */
export function Gallery({ look, wall }: Props) {
  const { only, language } = look
  const say = (zh: string, en: string) => (language === 'en' ? en : zh)
  const parts = Object.entries(UI_ENTRIES).filter(([name]) => only === null || only === 'ui' || only === name)
  const kinds = CARD_KINDS.filter((kind) => kind === only)
  const rungs = RUNGS.filter((rung) => only === null || only === 'cards' || only === rung || kinds.length > 0)
  return (
    <>
      <GalleryBar look={look} />
      <main>
        {parts.length > 0 && (
          <section className={styles.section} data-section="ui" aria-labelledby="ui">
            <h2 id="ui" className={styles.title}>
              src/ui
            </h2>
            <div className={styles.parts}>
              {parts.map(([name, statesOf]) => (
                <div key={name} className={styles.part} data-part={name}>
                  <h3 className={styles.name}>{name}</h3>
                  {Object.entries(statesOf(say)).map(([state, view]) => (
                    <div key={state} className={styles.state}>
                      <p className={styles.caption}>{state}</p>
                      {view}
                    </div>
                  ))}
                </div>
              ))}
            </div>
          </section>
        )}
        {rungs.map((rung) => (
          <CardsOnRung key={rung} rung={rung} kinds={kinds.length > 0 ? kinds : CARD_KINDS} wall={wall} />
        ))}
      </main>
    </>
  )
}
