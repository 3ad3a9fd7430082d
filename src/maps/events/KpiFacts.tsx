import type { CountedRatio, KpiReport } from '#core/cases/caseKpis.ts'
import { formatNumber, formatPercent } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { Door } from '#views/doors/door.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import styles from './KpiCard.module.css'

interface Fact {
  readonly name: string
  readonly value: string
  /** What it is made of, or what it was before. */
  readonly note: string
  readonly of: 'closed' | 'reported'
}

/** The other figures of the period, each with what it is made of; unknown is a dash. */
interface Props {
  readonly all: KpiReport['all']
  readonly doorTo: (which: Fact['of']) => Door
}

export function KpiFacts({ all, doorTo }: Props) {
  const { t, language } = useWords()
  const { registered, closing, rework, handling, slowest } = all.now
  const hours = (minutes: number) =>
    t('events.kpis.hours', { hours: formatNumber(minutes / 60, language, { decimals: 1 }) })
  const counted = ({ numerator, denominator }: CountedRatio) => t('events.kpis.of', { numerator, denominator })
  const rate = ({ value }: CountedRatio) => (value === null ? '—' : `${formatPercent(value, language)}%`)
  const facts: readonly Fact[] = [
    {
      name: t('events.kpis.registered'),
      value: formatNumber(registered, language),
      note: t('events.kpis.wasCount', { count: all.before.registered }),
      of: 'reported',
    },
    { name: t('events.kpis.closing'), value: rate(closing), note: counted(closing), of: 'closed' },
    { name: t('events.kpis.rework'), value: rate(rework), note: counted(rework), of: 'closed' },
    {
      name: t('events.kpis.handling'),
      value: handling ? hours(handling.minutes) : '—',
      note: handling ? t('events.hotSpots.count', { count: handling.cases }) : '',
      of: 'closed',
    },
    {
      name: t('events.kpis.slowest'),
      value: slowest ? valueWord(slowest.stage, language) : '—',
      note: slowest ? hours(slowest.minutes) : '',
      of: 'closed',
    },
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, note, of }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.caption}>{name}</dt>
          <dd>
            <DoorTo door={doorTo(of)}>{value}</DoorTo> <span className={styles.note}>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
