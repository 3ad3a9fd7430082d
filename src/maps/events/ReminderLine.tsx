import type { Reminders } from '#engine/cases/caseVerbs.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { LinePart, OpenLine } from '#ui/LineList.tsx'
import { listedName } from '#views/facts/featureName.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
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
  const open = useOpenFeature()
  const { mapId, stage, unit, state, about, remaining, due, advice } = reminder
  const overdue = state === 'overdue'
  const time = minutesWords(remaining, t)
  const stageWord = t('events.reminders.stage', { stage: valueWord(stage, language) })

  return (
    <OpenLine
      name={listedName(reminder, language)}
      mark={
        <Badge tone={overdue ? 'bad' : 'warn'}>
          {t(overdue ? 'events.reminders.over' : 'events.reminders.left', { time })}
        </Badge>
      }
      title={due === null ? undefined : t('desk.clock.due', { time: formatTime(due, language, now) })}
      onOpen={() => open(feed, mapId)}
    >
      <span>{about === 'whole' ? `${t('events.reminders.whole')} · ${stageWord}` : stageWord}</span>
      {unit !== null && <LinePart>{valueWord(unit, language)}</LinePart>}
      <span className={styles.advice}>{t('events.reminders.advice', { verb: verbWord(advice, t) })}</span>
    </OpenLine>
  )
}
