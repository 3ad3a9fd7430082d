import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import type { Palette } from '#layers/palettes.ts'
import { extentOf, spanOf } from './chartAxes'

/** Everything the chart says in words. */
interface ChartWords {
  readonly forecast: string
  readonly band: string
  readonly gap: string
  readonly low: string
  readonly high: string
  readonly now: string
  readonly value: (value: number) => string
  readonly time: (time: number) => string
  /** A time at the axis: its hour, or its day at midnight. */
  readonly tick: (time: number) => string
  readonly figure: (value: number) => string
}

export interface ChartInput {
  readonly sheet: Pick<DeviceSheet, 'pieces' | 'gaps' | 'forecast' | 'now'>
  /** Limits of the device, null where it has none. */
  readonly low: number | null
  readonly high: number | null
  readonly palette: Palette
  readonly words: ChartWords
  /** Font family and size in pixels. */
  readonly font: { readonly family: string; readonly size: number }
}

/** A cell of a line: null breaks the line, undefined leaves it as it runs. */
type Cell = number | null | undefined

/** What the chart of a device shows, before any pixel. Times are epoch milliseconds. */
export interface ChartContent extends Pick<ChartInput, 'palette' | 'font'> {
  /** The rows of both lines, in order of time. */
  readonly times: readonly number[]
  readonly readings: readonly Cell[]
  readonly expected: readonly Cell[]
  /** Rows of readings that stand alone between two gaps: no line shows them. */
  readonly alone: readonly number[]
  readonly band: readonly { readonly time: number; readonly low: number; readonly high: number }[]
  readonly gaps: readonly (readonly [from: number, to: number])[]
  readonly limits: readonly { readonly value: number; readonly label: string }[]
  readonly now: number
  /** Ends of the axes. */
  readonly span: readonly [from: number, to: number]
  readonly extent: readonly [min: number, max: number]
  /** What is said of a row, line by line; nothing of one that only breaks a line. */
  readonly said: (row: number) => readonly string[]
  readonly words: Pick<ChartWords, 'gap' | 'now' | 'tick' | 'figure'>
}

/** The chart of a device: readings with gaps as gaps, limits, and the forecast within its band of past errors. */
export function chartContent({ sheet, low, high, palette, words, font }: ChartInput): ChartContent {
  const { pieces, gaps, now } = sheet
  const ahead = sheet.forecast.kind === 'forecast' ? sheet.forecast.points : []
  const past = brokenLine(pieces)
  const last = past.at(-1)
  const times = [...past.map(({ time }) => time), ...ahead.map(({ time }) => time)]
  const limits = [
    { value: high, label: words.high },
    { value: low, label: words.low },
  ].filter((limit): limit is ChartContent['limits'][number] => limit.value !== null)
  const said = (row: number): readonly string[] => {
    const point = ahead[row - past.length]
    if (point) {
      return [
        `${words.forecast} ${words.time(point.time)}  ${words.value(point.value)}`,
        `${words.band} ${words.value(point.low)} – ${words.value(point.high)}`,
      ]
    }
    const reading = past[row]
    return reading && reading.value !== null ? [`${words.time(reading.time)}  ${words.value(reading.value)}`] : []
  }
  return {
    times,
    readings: [...past.map(({ value }) => value), ...ahead.map(() => undefined)],
    // The forecast goes on from the last reading.
    expected: [
      ...past.map((reading) => (reading === last && ahead.length > 0 ? reading.value : undefined)),
      ...ahead.map(({ value }) => value),
    ],
    alone: past.flatMap(({ alone }, row) => (alone ? [row] : [])),
    band: ahead,
    gaps,
    limits,
    now,
    span: spanOf(times, now),
    extent: extentOf(
      [
        ...pieces.flatMap((piece) => piece.map(([, value]) => value)),
        ...ahead.flatMap((point) => [point.low, point.high]),
      ],
      limits.map(({ value }) => value),
    ),
    said,
    palette,
    font,
    words,
  }
}

interface Reading {
  readonly time: number
  readonly value: number | null
  readonly alone: boolean
}

/** Readings as one line that breaks at gaps: a row without a value between two pieces. */
function brokenLine(pieces: DeviceSheet['pieces']): readonly Reading[] {
  return pieces.flatMap((piece, index) => {
    const rows: readonly Reading[] = piece.map(([time, value]) => ({ time, value, alone: piece.length === 1 }))
    const end = piece.at(-1)
    return index < pieces.length - 1 && end ? [...rows, { time: end[0] + 1, value: null, alone: false }] : rows
  })
}

/** The row nearest to a time of which something is said. */
export function nearestRow({ times, readings, expected }: ChartContent, time: number): number | null {
  let nearest: number | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const [row, at] of times.entries()) {
    const away = Math.abs(at - time)
    if (away >= distance || (readings[row] ?? expected[row] ?? null) === null) continue
    nearest = row
    distance = away
  }
  return nearest
}
