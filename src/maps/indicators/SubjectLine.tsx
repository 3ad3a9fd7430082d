import type { SubjectOutcome } from '../../core/model/evaluation'
import { useWords } from '../../i18n/useWords'
import { useSelection } from '../../state/selection'
import { StateSwatch } from '../../ui/StateSwatch'
import { useCity } from '../data/CityContext'
import { pickFeature } from '../panels/pickFeature'
import { exclusionWords } from './reasonWords'
import styles from './SubjectsTable.module.css'
import { subjectValueWords } from './subjectValueWords'

interface Props {
  readonly subject: SubjectOutcome
  readonly name: string | undefined
  readonly indicator: string
  readonly metric: string
}

/** One feature behind a metric. */
export function SubjectLine({ subject, name, indicator, metric }: Props) {
  const words = useWords()
  const { engine, catalog } = useCity()
  const { feed, mapId, id, state, value, reason } = subject
  const selected = useSelection(
    ({ selection }) =>
      selection.kind === 'feature' && selection.feature.feed === feed && selection.feature.mapId === mapId,
  )

  async function open() {
    const detail = await engine.feature(feed, mapId)
    if (detail) pickFeature(detail)
  }

  return (
    <tr
      className={`${styles.line} ${selected ? styles.selected : ''}`}
      aria-current={selected ? 'true' : undefined}
      onClick={() => void open()}
    >
      <td className={styles.state}>
        <StateSwatch state={state} />
        {words.t(`indicators.states.${state}`)}
      </td>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          onClick={(event) => {
            event.stopPropagation()
            void open()
          }}
        >
          {name ?? id}
        </button>
        {reason && <span className={styles.reason}>{exclusionWords(reason, words)}</span>}
      </th>
      <td className={styles.figure}>{subjectValueWords(value, catalog, indicator, metric, words)}</td>
    </tr>
  )
}
