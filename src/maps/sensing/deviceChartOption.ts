import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import type { Palette } from '#layers/palettes.ts'

/** Everything the chart says in words. */
interface ChartWords {
  readonly readings: string
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

type Point = readonly [time: number, value: number | null]

/**
 * The chart knows UTC and the browser's own zone only. Times are handed to it eight hours on and read as UTC, so that its
 * days begin at midnight in Shanghai wherever the browser stands.
 */
const SHANGHAI = 8 * 3_600_000
const shifted = ([time, value]: Point): Point => [time + SHANGHAI, value]

/** Readings as one line that breaks at gaps: a value of null between two pieces. */
export function brokenLine(pieces: DeviceSheet['pieces']): readonly Point[] {
  return pieces.flatMap((piece, index) => {
    const end = piece.at(-1)
    const broken: readonly Point[] = index < pieces.length - 1 && end ? [[end[0] + 1, null]] : []
    return [...piece, ...broken]
  })
}

/**
 * The chart of a device as an option of ECharts: readings with gaps as gaps, limits as lines, the forecast dashed within
 * its band of past errors. Canvas and rich text only, so that a strict content policy holds.
 */
export function deviceChartOption({ sheet, low, high, palette, words, font }: ChartInput) {
  const { forecast, pieces, gaps, now } = sheet
  const text = { color: palette.text2, fontFamily: font.family, fontSize: font.size }
  const last = pieces.at(-1)?.at(-1)
  const points = forecast.kind === 'forecast' ? forecast.points : []
  const ahead: readonly Point[] =
    points.length > 0 && last ? [last, ...points.map(({ time, value }): Point => [time, value])] : []
  const lines = [
    { value: high, label: words.high },
    { value: low, label: words.low },
  ].filter((line) => line.value !== null)
  return {
    animation: false,
    useUTC: true,
    textStyle: text,
    grid: { left: 8, right: 12, top: 20, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.ground2,
      borderColor: palette.ground3,
      textStyle: { ...text, color: palette.text1 },
      formatter: (shown: readonly { readonly seriesId?: string; readonly value?: unknown }[]) =>
        tooltip(shown, words, points),
    },
    xAxis: {
      type: 'time',
      axisLabel: { ...text, hideOverlap: true, formatter: (time: number) => words.tick(time - SHANGHAI) },
      axisLine: { lineStyle: { color: palette.ground3 } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      // The ends of the axis are no round figures.
      axisLabel: { ...text, showMinLabel: false, showMaxLabel: false, formatter: words.figure },
      splitLine: { lineStyle: { color: palette.ground3, opacity: 0.5 } },
      // A limit out of sight is no limit to the eye.
      ...extent(sheet, [low, high]),
    },
    series: [
      {
        id: 'readings',
        name: words.readings,
        type: 'line',
        data: brokenLine(pieces).map(shifted),
        connectNulls: false,
        showSymbol: false,
        lineStyle: { color: palette.text1, width: 1.5 },
        itemStyle: { color: palette.text1 },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { ...text, position: 'insideStartTop' },
          data: [
            ...lines.map(({ value, label }) => ({
              yAxis: value,
              label: { formatter: label },
              lineStyle: { color: palette.gap, type: 'solid', width: 1 },
            })),
            {
              xAxis: now + SHANGHAI,
              label: { formatter: words.now, position: 'end' },
              lineStyle: { color: palette.text3, type: 'dotted', width: 1 },
            },
          ],
        },
        markArea: {
          silent: true,
          itemStyle: { color: palette.unknown, opacity: 0.14 },
          label: { ...text, color: palette.text3, position: 'insideBottom' },
          data: gaps.map(([from, to]) => [{ name: words.gap, xAxis: from + SHANGHAI }, { xAxis: to + SHANGHAI }]),
        },
      },
      band(
        'low',
        points.map(({ time, low: value }) => [time, value] as const),
        0,
        palette,
      ),
      band(
        'width',
        points.map(({ time, low: from, high: to }) => [time, to - from] as const),
        0.22,
        palette,
      ),
      {
        id: 'forecast',
        name: words.forecast,
        type: 'line',
        data: ahead.map(shifted),
        showSymbol: false,
        lineStyle: { color: palette.cat1, width: 1.5, type: 'dashed' },
        itemStyle: { color: palette.cat1 },
      },
    ],
  }
}

/** The band is the low edge, unseen, with its width stacked on it. */
function band(id: string, data: readonly (readonly [number, number])[], opacity: number, palette: Palette) {
  return {
    id: `band-${id}`,
    type: 'line',
    stack: 'band',
    stackStrategy: 'all',
    silent: true,
    showSymbol: false,
    data: data.map(shifted),
    lineStyle: { opacity: 0 },
    itemStyle: { opacity: 0 },
    areaStyle: { color: palette.cat1, opacity },
  }
}

function tooltip(
  shown: readonly { readonly seriesId?: string; readonly value?: unknown }[],
  words: ChartWords,
  points: readonly { readonly time: number; readonly low: number; readonly high: number }[],
): string {
  return shown
    .flatMap(({ seriesId, value }) => {
      if (!Array.isArray(value)) return []
      const [at, reading]: unknown[] = value
      if (typeof at !== 'number' || typeof reading !== 'number') return []
      const time = at - SHANGHAI
      const said = `${words.time(time)}  ${words.value(reading)}`
      if (seriesId === 'readings') return [said]
      const point = seriesId === 'forecast' ? points.find((one) => one.time === time) : undefined
      return point
        ? [`${words.forecast} ${said}`, `${words.band} ${words.value(point.low)} – ${words.value(point.high)}`]
        : []
    })
    .join('\n')
}

/** The axis reaches over all values and the limits, with a little room; nothing when there are no values. */
function extent({ pieces, forecast }: ChartInput['sheet'], limits: readonly (number | null)[]) {
  const ahead = forecast.kind === 'forecast' ? forecast.points.flatMap(({ low, high }) => [low, high]) : []
  const values = [...pieces.flatMap((piece) => piece.map(([, value]) => value)), ...ahead]
  if (values.length === 0) return {}
  const all = [...values, ...limits.filter((limit) => limit !== null)]
  const [min, max] = [Math.min(...all), Math.max(...all)]
  const room = (max - min || Math.abs(max) || 1) * 0.06
  return { min: min >= 0 ? Math.max(0, min - room) : min - room, max: max + room }
}
