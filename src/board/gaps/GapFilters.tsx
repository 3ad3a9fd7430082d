import { useCity } from '#city/CityContext.ts'
import type { GapReason } from '#core/planning/gaps/gap.ts'
import { useWords } from '#i18n/useWords.ts'
import { Select } from '#ui/Select.tsx'
import listStyles from '../list/List.module.css'
import type { GapChoices, GapFilter } from './gapOrder'
import { kindWords } from './gapWords'

interface Props {
  readonly feed: string
  readonly choices: GapChoices
  readonly filter: GapFilter
  readonly onFilter: (filter: GapFilter) => void
}

/** Which gaps are listed: by town, unit, kind and reason, as far as these tell them apart. */
export function GapFilters({ feed, choices, filter, onFilter }: Props) {
  const words = useWords()
  const { t, say } = words
  const { catalog } = useCity()
  const { towns, units, kinds, whys } = choices
  const offered = [
    { of: 'town' as const, options: towns.map((town) => [town.zh, say(town)] as const) },
    { of: 'unit' as const, options: units.map((unit) => [unit, unit] as const) },
    { of: 'kind' as const, options: kinds.map((kind) => [kind, kindWords(catalog, feed, kind, words)] as const) },
    { of: 'why' as const, options: whys.map((why) => [why, t(`gaps.why.${why}`)] as const) },
  ].filter(({ options }) => options.length > 0)
  if (offered.length === 0) return null
  return (
    <fieldset className={listStyles.filters}>
      <legend className="visually-hidden">{t('gaps.filters.label')}</legend>
      {offered.map(({ of, options }) => (
        <Select
          key={of}
          aria-label={t(`gaps.columns.${of}`)}
          value={filter[of] ?? ''}
          onChange={({ target: { value } }) =>
            onFilter({ ...filter, [of]: value === '' ? null : (value as GapReason) })
          }
        >
          <option value="">{t(`gaps.filters.${of}`)}</option>
          {options.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
      ))}
    </fieldset>
  )
}
