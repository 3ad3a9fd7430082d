import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import type { SketchRef } from '#state/selection.ts'
import { Button } from '#ui/Button.tsx'
import { useDescription } from '../sketches/useDescription'
import styles from './FeatureFacts.module.css'
import { pickFeature } from './pickFeature'

/** What the owner of a sketch says of one of its features, and the way to the feature of the city that it is about. */
export function SketchFacts({ feature }: { readonly feature: SketchRef }) {
  const { engine } = useCity()
  const { t } = useWords()
  const { kind, said } = useDescription(feature)
  if (!said) return <p className={styles.kind}>{t('shell.popup.gone')}</p>
  const { title, lines, about } = said

  function open() {
    const find = async () => {
      const detail = about && (await engine.find(about.feed, about.id))
      if (detail) pickFeature(detail)
    }
    find().catch((error: unknown) => console.warn('feature:', error))
  }

  return (
    <article className={styles.facts}>
      <header>
        <h2 className={styles.name}>{title}</h2>
        <p className={styles.kind}>{kind}</p>
      </header>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {about && (
        <Button quiet onClick={open}>
          {t('shell.popup.about')}
        </Button>
      )}
    </article>
  )
}
