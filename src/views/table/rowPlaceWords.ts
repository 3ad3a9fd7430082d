import type { Catalog } from '#catalog/schema.ts'
import type { RecordKind } from '#core/model/feature.ts'
import type { TableRow } from '#engine/engineApi.ts'
import type { Words } from '#i18n/useWords.ts'
import { type ClassWords, classWords } from '../facts/classWords'
import { sayValue } from '../facts/sayValue'

/** Properties that say what kind of thing a feature is, where no layer is coloured by one. */
const KINDS = ['kind', 'class', 'type', 'use']

/** The property by which the features of a feed are told apart: what its layers colour by, else a usual one; null without. */
export function classProperty(catalog: Catalog, feed: string, seen: readonly string[]): string | null {
  const coloured = [...classWords(catalog, feed).keys()]
  return [...coloured, ...KINDS].find((name) => seen.includes(name)) ?? null
}

interface Kind {
  readonly property: string | null
  readonly value: TableRow['cells'][number]
  readonly record: RecordKind | undefined
}

/** What stands for the name of a row that has none: what it is, and where. */
export function rowPlaceWords(
  { place, id }: TableRow,
  { property, value, record }: Kind,
  classes: ClassWords,
  { t, say, language }: Words,
): string {
  const kind =
    property !== null && value !== null
      ? sayValue(property, value, language, classes)
      : record && t(`shell.record.${record}`)
  const where = place?.zone ? say(place.zone) : place?.at?.map((degrees) => degrees.toFixed(5)).join(', ')
  return [kind, where ?? id].filter(Boolean).join(' · ')
}
