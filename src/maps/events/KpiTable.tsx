import type { CountedRatio, GroupKpis, KpiGrouping } from '#core/cases/caseKpis.ts'
import { formatNumber, formatPercent } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { Door } from '#views/doors/door.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { ChangeMark, changeOf } from './ChangeMark'
import styles from './KpiCard.module.css'

interface Props {
  readonly groups: readonly GroupKpis[]
  readonly by: KpiGrouping
  readonly limit: number
  readonly title: string
  readonly doorTo: (key: string | null) => Door
}

/** The rate of closing in time of each unit, grid or class, with its fraction and its way since the period before. */
export function KpiTable({ groups, by, limit, title, doorTo }: Props) {
  const { t, language } = useWords()
  const fraction = ({ numerator, denominator }: CountedRatio) => t('events.kpis.of', { numerator, denominator })
  const wordOf = (key: string | null) => (key === null ? t('cards.none') : valueWord(key, language))
  const most = limit * useCardRoom()
  const shown = groups.slice(0, most)
  if (shown.length === 0) return null
  return (
    <>
      <table className={styles.table} aria-label={`${title} · ${t(`events.kpis.${by}`)}`}>
        <thead>
          <tr>
            <th scope="col" className={styles.key}>
              {t(`events.kpis.columns.${by}`)}
            </th>
            <th scope="col">{t('events.kpis.columns.rate')}</th>
            <th scope="col">{t('events.kpis.columns.counted')}</th>
            <th scope="col">{t('events.kpis.columns.mean')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, now, before }) => (
            <tr key={key ?? ''}>
              <th scope="row" className={styles.key} title={wordOf(key)}>
                <DoorTo door={doorTo(key)}>{wordOf(key)}</DoorTo>
              </th>
              <td>
                {now.onTime.value === null ? (
                  '—'
                ) : (
                  <>
                    {before.onTime.value !== null && <Moved now={now.onTime.value} before={before.onTime.value} />}
                    {formatPercent(now.onTime.value, language)}%
                  </>
                )}
              </td>
              <td>{fraction(now.onTime)}</td>
              <td>
                {now.handling ? formatNumber(now.handling.minutes / 60, language, { decimals: 1, fixed: true }) : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > shown.length && (
        <CardMessage tone="quiet">{t('events.kpis.more', { count: groups.length - shown.length })}</CardMessage>
      )}
    </>
  )
}

function Moved({ now, before }: { readonly now: number; readonly before: number }) {
  const { t, language } = useWords()
  const change = changeOf(now, before)
  if (change === 'same') return null
  const word = t(change === 'up' ? 'events.kpis.rise' : 'events.kpis.fall')
  const was = t('events.kpis.wasRate', { rate: `${formatPercent(before, language)}%` })
  return (
    <span role="img" aria-label={word} title={was}>
      <ChangeMark change={change} />{' '}
    </span>
  )
}
