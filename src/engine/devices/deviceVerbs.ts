import { type Alarm, type ListedAlarm, listAlarms } from '#core/devices/alarms.ts'
import { type GridState, gridState, senseGrids } from '#core/devices/blindGrids.ts'
import { deviceMemory } from '#core/devices/deviceMemory.ts'
import { type ForecastAnswer, forecastSeries } from '#core/devices/forecast/forecastSeries.ts'
import { judgeReporting, type Reporting, type ReportingLimits } from '#core/devices/reporting.ts'
import { type Reading, sampleEvenly, seriesPieces } from '#core/devices/series.ts'
import { viewSectors } from '#core/devices/viewSectors.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { textOf } from '#core/model/values.ts'
import type { AlarmStore } from '#feeds/alarms/alarmStore.ts'
import type { EngineContext } from '../EngineContext'
import { alarmBook } from './alarmBook'
import { areasInScope } from './areasInScope'
import { readingBook } from './readingBook'

export interface AlarmsRequest {
  readonly scope: string | null
  /** Alarms of one feed; of all when absent. */
  readonly feed?: string | undefined
  readonly limit: number
}

/** A standing alarm, and the device it is of as far as it is there. */
export interface AlarmLine extends ListedAlarm {
  readonly mapId: number | null
  readonly name: string | null
  readonly nameEn: string | null
  readonly unit: string | null
  readonly state: string | null
  /** Values of the last six hours in even stretches, null in gaps. */
  readonly trail: readonly (number | null)[]
}

export interface AlarmsAnswer {
  /** At most `limit`: muted ones last, the most severe first. */
  readonly lines: readonly AlarmLine[]
  readonly total: number
  /** Not muted, and nobody has acknowledged them. */
  readonly unacknowledged: number
  readonly muted: number
  /** Not muted, by level. */
  readonly byLevel: Readonly<Record<string, number>>
}

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

export interface BlindGridsRequest {
  /** Feed of polygons. */
  readonly grids: string
  /** Feeds of devices. */
  readonly devices: readonly string[]
  /** Kind of device that a grid should have; any when null. */
  readonly kind: string | null
  readonly scope: string | null
}

export interface BlindGrid {
  readonly mapId: number
  readonly id: string
  readonly name: string | null
  readonly state: GridState
  readonly devices: number
  readonly people: number | null
}

export interface BlindGrids {
  /** Grids in the scope. */
  readonly grids: number
  /** Every grid of the scope that is not sensed, the most people first. */
  readonly blind: readonly BlindGrid[]
  /** Map ids of the grids that are. */
  readonly sensed: readonly number[]
  /** For each kind of device: grids without one, and with none online. */
  readonly kinds: readonly { readonly kind: string; readonly bare: number; readonly dark: number }[]
}

export interface SectorsRequest {
  readonly feed: string
  readonly where?: Expression | undefined
  readonly scope: string | null
}

/** Questions about devices, as of the moment viewed, and what is done about their alarms. */
export interface DeviceVerbs {
  alarms(request: AlarmsRequest): AlarmsAnswer
  /** Settles once it is kept; topic `alarms`. */
  acknowledge(alarm: string): Promise<void>
  /** For so many milliseconds from now, whatever moment is looked at; 0 ends the mute. Topic `alarms`. */
  mute(alarm: string, milliseconds: number): Promise<void>
  /** Null when the device is not there. */
  deviceSheet(feed: string, id: string): DeviceSheet | null
  blindGrids(request: BlindGridsRequest): BlindGrids
  /** What footprints of a feed see, as a URL of polygons for the map; the one given before for this feed is withdrawn. */
  sectors(request: SectorsRequest): { readonly url: string; readonly count: number }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SHEET_MS = 48 * HOUR
const CLEARED_SHOWN = 10

export function deviceVerbs(context: EngineContext, store: AlarmStore): DeviceVerbs {
  const alarms = alarmBook(context, store)
  const book = readingBook(context)
  /** Kept as long as the device says nothing new and no more of its past is known. */
  const forecasts = new WeakMap<CityFeature, { readonly count: number; readonly answer: ForecastAnswer }>()
  const sectorUrls = new Map<string, string>()
  const areasOf = areasInScope(context)

  const lineOf = (alarm: ListedAlarm, device: CityFeature | undefined, now: number): AlarmLine => ({
    ...alarm,
    mapId: device?.mapId ?? null,
    name: textOf(device?.properties.name),
    nameEn: textOf(device?.properties.name_en),
    unit: textOf(device?.properties.unit),
    state: textOf(device?.properties.state),
    trail: sampleEvenly(book.readings(alarm.feed, alarm.device, now), now - 6 * HOUR, now, 24),
  })

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
    alarms({ scope, feed, limit }) {
      const now = context.now()
      const inScope = context.filterOf(undefined, scope)
      const stood = listAlarms(alarms.log(), now).flatMap((alarm) => {
        const device = context.find(alarm.feed, alarm.device)
        const wanted = (feed === undefined || alarm.feed === feed) && (device ? inScope(device) : scope === null)
        return wanted ? [{ alarm, device }] : []
      })
      const loud = stood.filter(({ alarm }) => alarm.mutedUntil === null)
      const byLevel: Record<string, number> = {}
      for (const { alarm } of loud) byLevel[alarm.level] = (byLevel[alarm.level] ?? 0) + 1
      return {
        lines: stood.slice(0, limit).map(({ alarm, device }) => lineOf(alarm, device, now)),
        total: stood.length,
        unacknowledged: loud.filter(({ alarm }) => alarm.acknowledgedAt === null).length,
        muted: stood.length - loud.length,
        byLevel,
      }
    },

    acknowledge: alarms.acknowledge,
    mute: alarms.mute,

    deviceSheet(feed, id) {
      const device = context.find(feed, id)
      if (!device) return null
      const now = context.now()
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

    blindGrids({ grids, devices, kind, scope }) {
      const all = devices.flatMap((feed) => context.features(feed))
      const sensed = senseGrids(areasOf(grids, scope), all)
      const states = sensed.map((sense) => ({ sense, state: gridState(sense, kind) }))
      const blind = states.flatMap(({ sense: { grid, devices }, state }) =>
        state === 'sensed' ? [] : [{ ...nameOf(grid), state, devices, people: figure(grid.properties.people) }],
      )
      const kinds = [...new Set(all.flatMap(({ properties }) => textOf(properties.kind) ?? []))].map((each) => {
        const of = sensed.map((sense) => gridState(sense, each))
        const count = (state: GridState) => of.filter((one) => one === state).length
        return { kind: each, bare: count('bare'), dark: count('dark') }
      })
      return {
        grids: sensed.length,
        blind: blind.sort((a, b) => (b.people ?? 0) - (a.people ?? 0) || (a.id < b.id ? -1 : 1)),
        sensed: states.flatMap(({ sense, state }) => (state === 'sensed' ? sense.grid.mapId : [])),
        kinds: kinds.sort((a, b) => b.bare + b.dark - a.bare - a.dark || (a.kind < b.kind ? -1 : 1)),
      }
    },

    sectors({ feed, where, scope }) {
      const sectors = viewSectors(context.features(feed).filter(context.filterOf(where, scope)))
      const url = context.publishJson({ type: 'FeatureCollection', features: sectors })
      const last = sectorUrls.get(feed)
      if (last !== undefined) context.withdraw(last)
      sectorUrls.set(feed, url)
      return { url, count: sectors.length }
    },
  }
}

const limitsOf = (definition: ReportingLimits | undefined): ReportingLimits | null =>
  definition ? { late: definition.late, silent: definition.silent, recover: definition.recover } : null

const figure = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const nameOf = ({ mapId, id, properties }: CityFeature) => ({ mapId, id, name: textOf(properties.name) })

/** Between the pieces of a series, and from its end to now where the next reading is overdue. */
function gapsOf(pieces: readonly (readonly Reading[])[], now: number): readonly (readonly [number, number])[] {
  const gaps = pieces.slice(1).map((piece, index) => [pieces[index]!.at(-1)!.time, piece[0]!.time] as const)
  const last = pieces.at(-1)?.at(-1)
  return last && now - last.time > 2 * last.every * 1000 ? [...gaps, [last.time, now]] : gaps
}
