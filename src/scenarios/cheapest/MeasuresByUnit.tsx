import { useCity } from '#city/CityContext.ts'
import { boundsOf } from '#core/geo/boundsOf.ts'
import type { FoundChoices } from '#engine/cheapest/cheapestRequest.ts'
import { useWords } from '#i18n/useWords.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { listedName } from '#views/facts/featureName.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import styles from '../siting/Siting.module.css'
import own from './Cheapest.module.css'

/** The middle of what a choice is about; null where it has no place. */
export function placeOfChoice({
  geometry,
}: FoundChoices['choices'][number]): readonly [longitude: number, latitude: number] | null {
  if (!geometry) return null
  const [west, south, east, north] = boundsOf(geometry)
  return [(west + east) / 2, (south + north) / 2]
}

interface Props {
  readonly choices: FoundChoices['choices']
  readonly amount: (value: number) => string
}

/** So many of a unit are listed. */
const LISTED = 60

/** What each unit does, feature by feature, with what it costs; a click shows where. */
export function MeasuresByUnit({ choices, amount }: Props) {
  const { catalog } = useCity()
  const { t, say, language } = useWords()
  const units = new Map<string, { readonly choice: FoundChoices['choices'][number]; readonly number: number }[]>()
  choices.forEach((choice, at) => {
    const unit = catalog.measures[choice.measure]?.unit ?? ''
    const list = units.get(unit) ?? []
    units.set(unit, list)
    list.push({ choice, number: at + 1 })
  })
  return [...units].map(([unit, list]) => {
    const total = list.reduce((sum, { choice }) => sum + choice.cost, 0)
    return (
      <section key={unit}>
        <h3 className={own.heading}>
          <span>{unit ? valueWord(unit, language) : t('scenarios.cheapest.noUnit')}</span>
          <span>{t('scenarios.cheapest.subtotal', { number: String(list.length), amount: amount(total) })}</span>
        </h3>
        <ol className={styles.chosen}>
          {list.slice(0, LISTED).map(({ choice, number }) => {
            const place = placeOfChoice(choice)
            const { name, name_en: english } = choice.properties
            return (
              <li key={number}>
                <button type="button" disabled={!place} onClick={() => place && flyTo([...place])}>
                  <span className={styles.number}>{number}</span>
                  <span>
                    {listedName(
                      {
                        id: choice.id,
                        name: typeof name === 'string' ? name : null,
                        nameEn: typeof english === 'string' ? english : null,
                      },
                      language,
                    )}{' '}
                    <span className={styles.place}>{say(catalog.measures[choice.measure]?.title ?? { zh: '' })}</span>
                  </span>
                  <span>{amount(choice.cost)}</span>
                </button>
              </li>
            )
          })}
        </ol>
        {list.length > LISTED && (
          <p className={styles.place}>{t('scenarios.cheapest.more', { number: String(LISTED) })}</p>
        )}
      </section>
    )
  })
}
