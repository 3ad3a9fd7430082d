import { sayIn } from '../../i18n/language'
import { useWords } from '../../i18n/useWords'
import type { LegendEntry } from '../../layers/legend'
import type { TableRow } from '../../workers/engineApi'
import { useCity } from '../data/CityContext'
import { LegendSwatch } from '../panels/LegendSwatch'
import { pickFeature } from '../panels/pickFeature'
import { propertyWord } from '../panels/propertyWord'
import { sayValue } from '../panels/sayValue'
import styles from './AttentionCard.module.css'

interface Props {
  readonly feed: string
  readonly row: TableRow
  readonly show: readonly string[]
  /** Legend of each shown property, where it has one. */
  readonly legends: readonly ReadonlyMap<string, LegendEntry>[]
}

/** One feature that needs somebody: what it is called, and the rest of it quietly. A click brings the map to it. */
export function AttentionLine({ feed, row, show, legends }: Props) {
  const { language } = useWords()
  const { engine } = useCity()
  const cells = show.map((property, index) => {
    const value = row.cells[index] ?? null
    const entry = legends[index]?.get(String(value))
    return { property, entry, text: entry ? sayIn(entry.title, language) : sayValue(property, value, language) }
  })
  const [first, ...rest] = cells

  async function open() {
    const detail = await engine.feature(feed, row.mapId)
    if (detail) pickFeature(detail)
  }

  return (
    <li>
      <button type="button" className={styles.line} onClick={() => void open()}>
        <span className={styles.name}>{first?.text === '—' ? row.id : first?.text}</span>
        <span className={styles.rest}>
          {rest.map(({ property, entry, text }) => (
            <span key={property} className={styles.fact} title={propertyWord(property, language)}>
              {entry && <LegendSwatch entry={entry} />}
              {text}
            </span>
          ))}
        </span>
      </button>
    </li>
  )
}
