import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import styles from './Siting.module.css'

interface Props {
  /** For n = 1, 2, …: what was found, and what no choice can exceed. */
  readonly curve: readonly { readonly n: number; readonly value: number; readonly bound: number }[]
}

const WIDTH = 320
const HEIGHT = 96
const EDGE = 4

/** What each further site would serve: found as a line with dots, and above it the bound that none can exceed, dashed. */
export function SitingCurve({ curve }: Props) {
  const { t, language } = useWords()
  const last = curve.at(-1)
  if (!last) return null
  const most = Math.max(last.bound, last.value, 1e-9)
  const x = (n: number): number => EDGE + (n / last.n) * (WIDTH - 2 * EDGE)
  const y = (value: number): number => HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)
  const path = (of: 'value' | 'bound'): string =>
    `M${x(0)} ${y(0)}${curve.map((point) => `L${x(point.n).toFixed(1)} ${y(point[of]).toFixed(1)}`).join('')}`
  const figure = (value: number): string => formatNumber(value, language)
  return (
    <figure className={styles.curve}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('scenarios.siting.curve', {
          number: String(last.n),
          value: figure(last.value),
          bound: figure(last.bound),
        })}
      >
        <path className={styles.bound} d={path('bound')} />
        <path className={styles.value} d={path('value')} />
        {curve.length <= 25 &&
          curve.map(({ n, value }) => <circle key={n} className={styles.dot} cx={x(n)} cy={y(value)} r={2.4} />)}
      </svg>
      <figcaption className={styles.caption}>
        <span className={styles.valueMark}>{t('scenarios.siting.value')}</span>
        <span className={styles.boundMark}>{t('scenarios.siting.bound')}</span>
      </figcaption>
    </figure>
  )
}
