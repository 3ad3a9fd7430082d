import { readFile } from 'node:fs/promises'
import type { Catalog } from '#catalog/schema.ts'
import type { ChannelLimits } from '#feeds/live/channelState.ts'
import { type LiveChannel, openLiveChannel } from '#feeds/live/liveChannel.ts'
import type { Change } from '#feeds/live/readMessage.ts'
import { LIVE_TRANSPORTS } from '#feeds/live/registry.ts'
import type { Timers } from '#feeds/live/transport.ts'
import { wholeCatalog, wholeFeed } from '#tests/city/wholeCatalog.ts'

/** A consumer of one living feed as the app is one: it replaces what it holds at a snapshot and then takes changes. */
export interface FollowedFeed {
  readonly channel: LiveChannel
  /** Features held, by id, as text: equal where the server's are. */
  readonly held: Map<string, string>
  readonly batches: readonly (readonly Change[])[]
  /** Snapshots taken. */
  snapshots(): number
  /** Every feature handed on, as text, with how often. */
  readonly told: ReadonlyMap<string, number>
}

export interface FollowSettings {
  readonly live: NonNullable<Catalog['feeds'][number]['live']>
  /** Of the stream. */
  readonly url: string
  /** Of the source; null: a source that is empty. */
  readonly snapshotUrl: string | null
  readonly clock?: () => number
  readonly timers?: Timers
  readonly random?: () => number
  readonly limits?: Partial<ChannelLimits>
  /** Between the answer of a snapshot and its taking. */
  readonly beforeTaken?: () => void | Promise<void>
}

const REAL_TIMERS: Timers = {
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
}

export async function followFeed(settings: FollowSettings): Promise<FollowedFeed> {
  const { city } = wholeCatalog(JSON.parse(await readFile('geodata/catalog.json', 'utf8')))
  const feed = wholeFeed({ id: 'cases', live: settings.live })
  const held = new Map<string, string>()
  const batches: (readonly Change[])[] = []
  const told = new Map<string, number>()
  let snapshots = 0

  async function take(ticket: number): Promise<void> {
    try {
      const features = settings.snapshotUrl === null ? [] : await fetchFeatures(settings.snapshotUrl)
      await settings.beforeTaken?.()
      held.clear()
      for (const feature of features) held.set(feature.id, JSON.stringify(feature))
      snapshots += 1
      channel.snapshotTaken(ticket)
    } catch (error) {
      channel.snapshotFailed(ticket, { code: 'unreachable', zh: '读不到', en: String(error) })
    }
  }

  const channel = openLiveChannel({
    feed,
    url: new URL(settings.url),
    city,
    transport: LIVE_TRANSPORTS[settings.live.type],
    clock: settings.clock ?? Date.now,
    random: settings.random ?? Math.random,
    timers: settings.timers ?? REAL_TIMERS,
    limits: settings.limits ?? {},
    onState() {},
    wantSnapshot: (ticket) => void take(ticket),
    onChanges(changes) {
      batches.push(changes)
      for (const change of changes) {
        if (change.kind === 'gone') held.delete(change.id)
        else {
          const text = JSON.stringify(change.feature)
          held.set(change.id, text)
          told.set(text, (told.get(text) ?? 0) + 1)
        }
      }
    },
  })
  return { channel, held, batches, told, snapshots: () => snapshots }
}

async function fetchFeatures(url: string): Promise<readonly { readonly id: string }[]> {
  const response = await fetch(url, { cache: 'no-store' })
  if (!response.ok) throw new Error(String(response.status))
  return ((await response.json()) as { readonly features: readonly { readonly id: string }[] }).features
}
