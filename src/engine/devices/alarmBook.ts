import {
  type AlarmLog,
  acknowledgeAlarm,
  EMPTY_LOG,
  keepAlarms,
  muteAlarm,
  observeDevice,
  restoreAlarms,
} from '#core/devices/alarms.ts'
import { deviceMemory } from '#core/devices/deviceMemory.ts'
import type { Firing } from '#core/devices/rules/rule.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { type AlarmStore, readKeptAlarms } from '#feeds/alarms/alarmStore.ts'
import type { EngineContext, OpenCity } from '../EngineContext'

/** What the page asks again for when alarms are raised, clear, or are acknowledged or muted. */
const ALARMS_TOPIC = 'alarms'

export interface AlarmBook {
  log(): AlarmLog
  /** Settles once it is kept. */
  acknowledge(key: string): Promise<void>
  /** For so many milliseconds from now; 0 ends the mute. */
  mute(key: string, milliseconds: number): Promise<void>
}

/**
 * The alarms of the open city: follows every device feed, keeps the log in a store, and tells the page at most once a
 * second that it is another. What was kept is read back when the first device comes in; until then nothing is written.
 */
export function alarmBook(context: EngineContext, store: AlarmStore): AlarmBook {
  let log = EMPTY_LOG
  let city: OpenCity | null = null
  let restored: Promise<void> = Promise.resolve()
  let isRestored = false
  let unsaid = false
  let unsaved = false
  let lastTick = Number.NEGATIVE_INFINITY

  const key = (): string => context.city().catalog.city.code
  const take = (next: AlarmLog): void => {
    if (next === log) return
    log = next
    unsaid = true
    unsaved = true
  }
  const save = async (): Promise<void> => {
    if (!isRestored) return
    unsaved = false
    await store.write(key(), keepAlarms(log))
  }
  const say = (): void => {
    unsaid = false
    context.emit({ kind: 'topic', topic: ALARMS_TOPIC })
  }
  const observe = (feed: string, device: string, feature: CityFeature | undefined, now: number): void =>
    take(observeDevice(log, { feed, device }, firingsOf(feature), now))
  /** Every device of a feed, those that only the log still knows included. */
  const observeAll = (feed: string, now: number): void => {
    const features = new Map(context.now.features(feed).map((feature) => [feature.id, feature]))
    const known = [...log.standing.values()].filter((alarm) => alarm.feed === feed).map(({ device }) => device)
    for (const device of new Set([...known, ...features.keys()])) observe(feed, device, features.get(device), now)
  }

  const open = (): void => {
    if (city === context.city()) return
    const opened = context.city()
    city = opened
    log = EMPTY_LOG
    isRestored = false
    restored = store.read(key()).then((value) => {
      if (city !== opened) return
      const kept = readKeptAlarms(value)
      const now = context.liveNow()
      if (kept) take(restoreAlarms(kept, now))
      isRestored = true
      for (const feed of opened.catalog.feeds) {
        if (feed.record === 'device' && context.now.stored(feed.id)) observeAll(feed.id, now)
      }
    })
  }

  context.onChange(({ feed, before, after, arrival }) => {
    if (context.feed(feed)?.record !== 'device') return
    open()
    // A first reading says which devices there are: what the log knows of others has gone.
    if (before.size === 0) observeAll(feed, arrival)
    else {
      for (const [device, feature] of after) {
        // One that fired nothing before and fires nothing now has no alarm: the log need not be searched for it.
        if (firingsOf(before.get(device)).length + firingsOf(feature).length > 0)
          observe(feed, device, feature, arrival)
      }
    }
  })

  context.onTick((now) => {
    const ended = [...log.mutes.values()].some(({ until }) => lastTick < until && until <= now)
    lastTick = now
    if (unsaid || ended) say()
    if (unsaved) void save()
  })

  const change = async (next: () => AlarmLog): Promise<void> => {
    open()
    await restored
    take(next())
    say()
    await save()
  }
  return {
    log: () => log,
    acknowledge: (alarm) => change(() => acknowledgeAlarm(log, alarm, context.liveNow())),
    mute: (alarm, milliseconds) =>
      change(() => {
        const now = context.liveNow()
        return muteAlarm(log, alarm, now + milliseconds, now)
      }),
  }
}

const firingsOf = (feature: CityFeature | undefined): readonly Firing[] =>
  (feature && deviceMemory(feature)?.firings) ?? []
