import type { StandardRow } from '#core/model/standard.ts'
import { ratingRank } from '#core/robustness/ratings.ts'
import type { AxisAnswer, SweepCell, SweptRating } from '#core/robustness/robustness.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import { StandingMark } from '#views/standing/StandingMark.tsx'
import { useNames } from '../inspector/useNames'
import styles from './RobustnessAxis.module.css'
import { axisWords, flipWords, scopeWords, valueWords } from './robustnessWords'

interface Props {
  readonly row: StandardRow
  readonly answer: AxisAnswer
  readonly base: SweptRating
}

/** One parameter alone: the star at each of its values as a table, and in words where the star changes. */
export function RobustnessAxis({ row, answer, base }: Props) {
  const words = useWords()
  const names = useNames(row)
  const title = axisWords(answer.axis, words, names, row.metrics.length > 1)
  return (
    <div className={styles.axis}>
      {answer.kind === 'scope' ? (
        <Down
          title={title}
          cells={answer.cells.map((cell) => ({ ...cell, name: scopeWords(cell.value, words, names) }))}
          base={base}
        />
      ) : (
        <Across
          title={title}
          cells={answer.cells.map((cell) => ({ ...cell, name: valueWords(answer.axis.as, cell.value, words) }))}
          base={base}
        />
      )}
      <p className={styles.flips}>{flipWords(answer, base, words, names).join(words.t('indicators.next.separator'))}</p>
    </div>
  )
}

type NamedCell = Pick<SweepCell<unknown>, 'base' | 'rating'> & { readonly name: string }

interface StripProps {
  readonly title: string
  readonly cells: readonly NamedCell[]
  readonly base: SweptRating
}

/** Values side by side, in rising order. */
function Across({ title, cells, base }: StripProps) {
  const words = useWords()
  const head = (text: string) => (
    <th scope="row" className={styles.rowHead}>
      <span className="visually-hidden">{text}</span>
    </th>
  )
  const { t } = words
  return (
    <table className={styles.across}>
      <caption className={styles.title}>{title}</caption>
      <thead>
        <tr>
          {head(t('robustness.columns.value'))}
          {cells.map(({ name, base: now }) => (
            <th key={name} scope="col" data-base={now} className={styles.value}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {head(t('robustness.columns.rating'))}
          {cells.map(({ name, rating, base: now }) => (
            <td key={name} data-base={now}>
              <StandingMark standing={rating} />
            </td>
          ))}
        </tr>
        <tr>
          {head(t('robustness.columns.change'))}
          {cells.map((cell) => (
            <td key={cell.name} data-base={cell.base} className={styles.change}>
              <Change cell={cell} base={base} words={words} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** Named values, a line each. */
function Down({ title, cells, base }: StripProps) {
  const words = useWords()
  return (
    <table className={styles.down}>
      <caption className={styles.title}>{title}</caption>
      <tbody>
        {cells.map((cell) => (
          <tr key={cell.name} data-base={cell.base}>
            <th scope="row" className={styles.name}>
              {cell.name}
            </th>
            <td>
              <StandingMark standing={cell.rating} />
            </td>
            <td className={styles.change}>
              <Change cell={cell} base={base} words={words} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How a cell stands against the base: the word at the base, an arrow with the star where it is another. */
function Change({
  cell,
  base,
  words: { t },
}: {
  readonly cell: NamedCell
  readonly base: SweptRating
  readonly words: Words
}) {
  const [now, then] = [ratingRank(base), ratingRank(cell.rating)]
  if (cell.base) return t('robustness.base')
  if (now === null || then === null) return '—'
  if (then === now) return <span className="visually-hidden">{t('robustness.same')}</span>
  const higher = then > now
  return (
    <>
      <span aria-hidden="true" className={styles.arrow}>
        {higher ? '▲' : '▼'}
        {then > 0 ? `${then}★` : t('indicators.status.below')}
      </span>
      <span className="visually-hidden">{higher ? t('robustness.higher') : t('robustness.lower')}</span>
    </>
  )
}
