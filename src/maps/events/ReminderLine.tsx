import { useCity } from '#city/CityContext.ts'
import type { Reminders } from '#engine/cases/caseVerbs.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { pickFeature } from '#views/facts/pickFeature.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { minutesWords, verbWord } from './caseWords'
import styles from './RemindersCard.module.css'

interface Props {
  readonly feed: string
  readonly reminder: Reminders['first'][number]
  readonly now: number
}

/** One case that presses: time left or gone over, which clock it is, who has it, and what to do. A click selects it. */
export function ReminderLine({ feed, reminder, now }: Props) {
  const { t, language } = useWords()
  const { engine } = useCity()
  const { mapId, id, name, nameEn, stage, unit, state, about, remaining, due, advice } = reminder
  const overdue = state === 'overdue'
  const time = minutesWords(remaining, t)
  const stageWord = t('events.reminders.stage', { stage: valueWord(stage, language) })

  async function open() {
    const detail = await engine.feature(feed, mapId)
    if (detail) pickFeature(detail)
  }

  return (
    <li>
      <button
        type="button"
        className={styles.line}
        title={due === null ? undefined : t('desk.clock.due', { time: formatTime(due, language, now) })}
        onClick={() => void open()}
      >
        <span className={styles.name}>{(language === 'en' ? nameEn : null) ?? name ?? id}</span>
        <Badge tone={overdue ? 'bad' : 'warn'}>
          {t(overdue ? 'events.reminders.over' : 'events.reminders.left', { time })}
        </Badge>
        <span className={styles.rest}>
          <span>{about === 'whole' ? `${t('events.reminders.whole')} · ${stageWord}` : stageWord}</span>
          {unit !== null && <span className={styles.unit}>{valueWord(unit, language)}</span>}
          <span className={styles.advice}>{t('events.reminders.advice', { verb: verbWord(advice, t) })}</span>
        </span>
      </button>
    </li>
  )
}
