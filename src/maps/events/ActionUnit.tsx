import { useWords } from '#i18n/useWords.ts'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import styles from './Action.module.css'
import type { FieldProps } from './ActionField'

interface Props extends FieldProps {
  readonly feed: string
  readonly value: string
  readonly unitNow: string | null
  readonly onChange: (unit: string) => void
}

/** Chooses among the units that have cases of the feed; where none is known yet the unit is written. */
export function ActionUnit({ feed, value, unitNow, onChange, ...field }: Props) {
  const { t, language } = useWords()
  const { answer } = useFeedAnswer(feed, ['desk-units'], (engine) => engine.breakdown({ feed, by: 'unit' }))
  const units = (answer ?? []).map((one) => one.value).filter((unit) => unit !== '')
  if (answer && units.length === 0) {
    return (
      <input
        {...field}
        name="unit"
        className={styles.input}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  const known = value !== '' && !units.includes(value) ? [value, ...units] : units
  return (
    <select
      {...field}
      name="unit"
      className={styles.input}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('desk.actions.choose')}</option>
      {known.map((unit) => (
        <option key={unit} value={unit}>
          {unit === unitNow
            ? t('desk.actions.unitNow', { unit: valueWord(unit, language) })
            : valueWord(unit, language)}
        </option>
      ))}
    </select>
  )
}
