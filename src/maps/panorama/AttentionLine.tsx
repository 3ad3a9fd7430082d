import { useCity } from '#city/CityContext.ts'
import type { TableRow } from '#engine/engineApi.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import { sayIn } from '#i18n/sayIn.ts'
import { useWords } from '#i18n/useWords.ts'
import type { LegendEntry } from '#layers/legend.ts'
import { LinePart, OpenLine } from '#ui/LineList.tsx'
import { propertyWord } from '#views/facts/propertyWord.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import { LegendSwatch } from '#views/layers/LegendSwatch.tsx'

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const ZONED = /(Z|[+-]\d{2}:?\d{2})$/

/** Epoch milliseconds of a written moment (Asia/Shanghai where it names no zone), or null for any other value. */
function momentOf(value: unknown): number | null {
  if (typeof value !== 'string' || !MOMENT.test(value)) return null
  const time = Date.parse(ZONED.test(value) ? value : `${value}+08:00`)
  return Number.isNaN(time) ? null : time
}

interface Cell {
  readonly property: string
  readonly entry: LegendEntry | undefined
  readonly bare: boolean
  readonly text: string
}

/** A reading and its unit are one fact: `18.76 cm`, without the word “value”. */
function joinUnits(cells: readonly Cell[]): readonly Cell[] {
  const at = cells.findIndex(({ property }, index) => property === 'value' && cells[index + 1]?.property === 'unit')
  const [reading, unit] = [cells[at], cells[at + 1]]
  if (!reading || !unit) return cells
  return [...cells.slice(0, at), { ...reading, text: `${reading.text} ${unit.text}` }, ...cells.slice(at + 2)]
}

interface Props {
  readonly feed: string
  /** Its cells are the shown properties, then the English name. */
  readonly row: TableRow
  readonly show: readonly string[]
  /** Legend of each shown property, where it has one. */
  readonly legends: readonly ReadonlyMap<string, LegendEntry>[]
}

/** One feature that needs somebody: what it is called, and the rest of it quietly. A click brings the map to it. */
export function AttentionLine({ feed, row, show, legends }: Props) {
  const { language } = useWords()
  const { now } = useCity()
  const open = useOpenFeature()
  const cells = show.map((property, index) => {
    const english = property === 'name' && language === 'en' ? row.cells[show.length] : null
    const value = english ?? row.cells[index] ?? null
    const entry = legends[index]?.get(String(value))
    if (entry) return { property, entry, bare: true, text: sayIn(entry.title, language) }
    const time = momentOf(value)
    const text = time === null ? sayValue(property, value, language) : formatWhen(time, language, now())
    // Words speak for themselves; a figure or a time needs to say what it is.
    const bare = time !== null || typeof value === 'number'
    return {
      property,
      entry,
      bare,
      text: bare && index > 0 && property !== 'value' ? `${propertyWord(property, language)} ${text}` : text,
    }
  })
  const [first, ...rest] = joinUnits(cells)

  return (
    <OpenLine name={first?.text === '—' ? row.id : first?.text} rest="beside" onOpen={() => open(feed, row.mapId)}>
      {rest.map(({ property, entry, bare, text }) => (
        <LinePart key={property} whole={bare} title={propertyWord(property, language)}>
          {entry && <LegendSwatch entry={entry} />}
          {text}
        </LinePart>
      ))}
    </OpenLine>
  )
}
