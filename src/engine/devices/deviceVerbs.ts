import { type Alarm, type ListedAlarm, listAlarms } from '#core/devices/alarms.ts'
import { deviceMemory } from '#core/devices/deviceMemory.ts'
import { type ForecastAnswer, forecastSeries } from '#core/devices/forecast/forecastSeries.ts'
import { judgeReporting, type Reporting, type ReportingLimits } from '#core/devices/reporting.ts'
import { type Reading, sampleEvenly, seriesPieces } from '#core/devices/series.ts'
import { viewSectors } from '#core/devices/viewSectors.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { AlarmStore } from '#feeds/alarms/alarmStore.ts'
import type { EngineContext } from '../EngineContext'
import { keptPublisher } from '../keptPublisher'
import type { Answers } from '../world/worldView'
import { type AlarmBook, alarmBook } from './alarmBook'
import { type AlarmQuestions, type AlarmVerbs, alarmQuestions } from './alarmVerbs'
import { type GridQuestions, gridQuestions } from './gridVerbs'
import { type ReadingBook, readingBook } from './readingBook'

export interface DeviceSheet {
  readonly reporting: Reporting | null
  /** Seconds between two reports. */
  readonly cycle: number | null
  readonly limits: ReportingLimits | null
  /** Readings of the last two days, [epoch milliseconds, value], cut at gaps. */
  readonly pieces: readonly (readonly (readonly [time: number, value: number])[])[]
  /** From when to when nothing was heard, epoch milliseconds; the last one may reach to the present minute. */
  readonly gaps: readonly (readonly [from: number, to: number])[]
  /** Values of the last day in even stretches, null in gaps. */
  readonly trail: readonly (number | null)[]
  readonly forecast: ForecastAnswer | { readonly kind: 'none'; readonly why: 'not-online' }
  readonly alarms: readonly ListedAlarm[]
  /** The last alarms that have cleared, newest first. */
  readonly cleared: readonly Alarm[]
  /** The moment the sheet is of, epoch milliseconds. */
  readonly now: number
}

interface SectorsRequest {
  readonly feed: string
  readonly where?: Expression | undefined
  readonly scope: string | null
}

/** Questions about devices. */
export interface DeviceVerbs extends AlarmQuestions, GridQuestions {
  /** Null when the device is not there. */
  deviceSheet(feed: string, id: string): DeviceSheet | null
  /** What footprints of a feed see, as a URL of polygons for the map; it holds until the answer is another. */
  sectors(request: SectorsRequest): { readonly url: string; readonly count: number }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SHEET_MS = 48 * HOUR
const CLEARED_SHOWN = 10

/** The answers about devices, and what is done about their alarms. */
export function deviceVerbs(
  context: EngineContext,
  store: AlarmStore,
): { readonly questions: Answers<DeviceVerbs>; readonly controls: AlarmVerbs } {
  const alarms = alarmBook(context, store)
  const book = readingBook(context)
  return {
    questions: {
      ...alarmQuestions(alarms, book),
      ...gridQuestions(context),
      ...deviceQuestions(context, alarms, book),
    },
    controls: { acknowledge: alarms.acknowledge, mute: alarms.mute },
  }
}

function deviceQuestions(
  context: EngineContext,
  alarms: AlarmBook,
  book: ReadingBook,
): Answers<Pick<DeviceVerbs, 'deviceSheet' | 'sectors'>> {
  /** Kept as long as the device says nothing new and no more of its past is known. */
  const forecasts = new WeakMap<CityFeature, { readonly count: number; readonly answer: ForecastAnswer }>()
  const publishSectors = keptPublisher(context)

  const forecastOf = (device: CityFeature, readings: readonly Reading[], cycle: number): ForecastAnswer => {
    const known = forecasts.get(device)
    if (known?.count === readings.length) return known.answer
    // Below zero there is nothing of what devices count, but for degrees.
    const least = readings.every(({ value }) => value >= 0) && !/[℃°]/.test(String(device.properties.unit)) ? 0 : null
    const answer = forecastSeries(readings, cycle, least)
    forecasts.set(device, { count: readings.length, answer })
    return answer
  }

  const reportingOf = (feed: string, device: CityFeature, cycle: number | null, now: number): Reporting | null => {
    const definition = context.feed(feed)?.reporting
    if (!definition) return null
    return deviceMemory(device)?.reporting ?? judgeReporting({ cycle, lastSeen: device.time }, now, definition, null)
  }

  return {
    deviceSheet(view, feed, id) {
      const device = view.find(feed, id)
      if (!device) return null
      const now = view.now()
      const cycle = book.cycle(feed, device)
      const reporting = reportingOf(feed, device, cycle, now)
      const readings = book.readings(feed, id, now).filter(({ time }) => time > now - SHEET_MS)
      const pieces = seriesPieces(readings)
      const log = alarms.log()
      const theirs = (alarm: Alarm) => alarm.feed === feed && alarm.device === id
      const speaks = reporting === null || reporting.state === '在线'
      return {
        reporting,
        cycle,
        limits: limitsOf(context.feed(feed)?.reporting),
        pieces: pieces.map((piece) => piece.map(({ time, value }) => [time, value] as const)),
        gaps: gapsOf(pieces, Math.floor(now / MINUTE) * MINUTE),
        trail: sampleEvenly(readings, now - 24 * HOUR, now, 48),
        forecast: speaks ? forecastOf(device, readings, cycle ?? 900) : { kind: 'none', why: 'not-online' },
        alarms: listAlarms(log, now).filter(theirs),
        cleared: log.cleared
          .filter((alarm) => theirs(alarm) && (alarm.clearedAt ?? now) <= now)
          .slice(0, CLEARED_SHOWN),
        now,
      }
    },

    sectors(view, request) {
      const { feed, where, scope } = request
      const features = viewSectors(view.features(feed).filter(view.filterOf(where, scope)))
      const text = JSON.stringify({ type: 'FeatureCollection', features })
      const url = publishSectors(JSON.stringify([view.world, request]), text)
      return { url, count: features.length }
    },
  }
}

const limitsOf = (definition: ReportingLimits | undefined): ReportingLimits | null =>
  definition ? { late: definition.late, silent: definition.silent, recover: definition.recover } : null

/** Between the pieces of a series, and from its end to now where the next reading is overdue. */
function gapsOf(pieces: readonly (readonly Reading[])[], now: number): readonly (readonly [number, number])[] {
  const gaps = pieces.slice(1).map((piece, index) => [pieces[index]!.at(-1)!.time, piece[0]!.time] as const)
  const last = pieces.at(-1)?.at(-1)
  return last && now - last.time > 2 * last.every * 1000 ? [...gaps, [last.time, now]] : gaps
}
