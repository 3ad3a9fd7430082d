import { type ListedAlarm, listAlarms } from '#core/devices/alarms.ts'
import { sampleEvenly } from '#core/devices/series.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { textOf } from '#core/model/values.ts'
import type { Answers } from '../world/worldView'
import type { AlarmBook } from './alarmBook'
import type { ReadingBook } from './readingBook'

interface AlarmsRequest {
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

/** Questions about alarms. */
export interface AlarmQuestions {
  alarms(request: AlarmsRequest): AlarmsAnswer
}

/** What is done about alarms, whatever world is on show. Topic `alarms`. */
export interface AlarmVerbs {
  /** Settles once it is kept. */
  acknowledge(alarm: string): Promise<void>
  /** For so many milliseconds from now; 0 ends the mute. */
  mute(alarm: string, milliseconds: number): Promise<void>
}

const HOUR = 3_600_000

export function alarmQuestions(alarms: AlarmBook, book: ReadingBook): Answers<AlarmQuestions> {
  const lineOf = (alarm: ListedAlarm, device: CityFeature | undefined, now: number): AlarmLine => ({
    ...alarm,
    mapId: device?.mapId ?? null,
    name: textOf(device?.properties.name),
    nameEn: textOf(device?.properties.name_en),
    unit: textOf(device?.properties.unit),
    state: textOf(device?.properties.state),
    trail: sampleEvenly(book.readings(alarm.feed, alarm.device, now), now - 6 * HOUR, now, 24),
  })

  return {
    alarms(view, { scope, feed, limit }) {
      const now = view.now()
      const inScope = view.filterOf(undefined, scope)
      const stood = listAlarms(alarms.log(), now).flatMap((alarm) => {
        const device = view.find(alarm.feed, alarm.device)
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
  }
}
