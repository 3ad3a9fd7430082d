import { type ColumnDef, createColumnHelper } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useNow } from '#city/useNow.ts'
import { shownName } from '#core/model/shownName.ts'
import type { TableRow } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import type { LegendEntry } from '#layers/legend.ts'
import { useDisplay } from '#state/display.ts'
import { Badge } from '#ui/Badge.tsx'
import { classWords } from '../facts/classWords'
import { propertyWord } from '../facts/propertyWord'
import { sayValue } from '../facts/sayValue'
import { classLegend, useNeutralClasses } from '../layers/classLegend'
import { LegendSwatch } from '../layers/LegendSwatch'
import styles from './FeatureTable.module.css'
import { classProperty, rowPlaceWords } from './rowPlaceWords'
import { localColumns } from './tableColumns'

export interface FeatureColumns {
  /** Properties to ask for: what the columns show, and what they need beside it. */
  readonly asked: readonly string[]
  readonly columns: ColumnDef<TableRow, TableRow['cells'][number]>[]
}

const helper = createColumnHelper<TableRow>()

/**
 * The columns of a feed's table in the words, marks and language of the page. `placed`: its features have places, so one
 * without is marked as not on the map.
 */
export function useFeatureColumns(
  feed: string,
  names: readonly string[],
  seen: readonly string[],
  placed: boolean,
): FeatureColumns {
  const { catalog } = useCity()
  const words = useWords()
  const { language } = words
  const now = useNow(600_000)
  const theme = useDisplay((display) => display.theme)
  const neutral = useNeutralClasses()
  return useMemo(() => {
    const local = localColumns(names, seen, language)
    const property = classProperty(catalog, feed, seen)
    const record = catalog.feeds.find(({ id }) => id === feed)?.record
    const classes = classWords(catalog, feed)
    const shownOf = (row: TableRow, index: number) => {
      const value = local.cell(row, index)
      if (value !== null || names[index] !== 'name' || !row.place) return value
      return rowPlaceWords(row, { property, value: row.cells[local.asked.length] ?? null, record }, classes, words)
    }
    return {
      asked: property === null ? local.asked : [...local.asked, property],
      columns: names.map((name, index) => {
        const legend = classLegend(catalog, feed, name, theme, neutral)
        return helper.accessor((row) => shownOf(row, index), {
          id: name,
          header: propertyWord(name, language),
          cell: ({ getValue, row: { original } }) => {
            const shown = () => {
              if (name === 'name' && original.place) return <span className={styles.unnamed}>{getValue()}</span>
              const entry = legend.get(String(getValue()))
              const text = shownName(sayValue(name, getValue(), language, classes, now))
              return entry ? <MarkedWord entry={entry} text={text} /> : text
            }
            if (index > 0 || !placed || !original.offMap) return shown()
            return (
              <span className={styles.offMap}>
                <span>{shown()}</span>
                <Badge tone="unknown">{words.t('shell.table.offMap')}</Badge>
              </span>
            )
          },
        })
      }),
    }
  }, [catalog, feed, names, seen, words, language, now, theme, neutral, placed])
}

/** A coded value with the mark it has on the map. */
function MarkedWord({ entry, text }: { readonly entry: LegendEntry; readonly text: string }) {
  return (
    <span className={styles.marked}>
      <LegendSwatch entry={entry} />
      {text}
    </span>
  )
}
