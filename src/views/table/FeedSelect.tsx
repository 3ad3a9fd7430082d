import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { Select } from '#ui/Select.tsx'
import { feedTitle } from '../facts/featureName'
import styles from './FeedSelect.module.css'

interface Props {
  readonly feeds: readonly string[]
  readonly selected: string
  readonly onSelect: (feed: string) => void
}

/** Chooses which of several feeds a table shows; a single one is just named. */
export function FeedSelect({ feeds, selected, onSelect }: Props) {
  const { catalog } = useCity()
  const { t, say } = useWords()
  if (feeds.length < 2) return <span className={styles.only}>{say(feedTitle(catalog, selected))}</span>
  return (
    <Select aria-label={t('shell.table.choose')} value={selected} onChange={(event) => onSelect(event.target.value)}>
      {feeds.map((id) => (
        <option key={id} value={id}>
          {say(feedTitle(catalog, id))}
        </option>
      ))}
    </Select>
  )
}
