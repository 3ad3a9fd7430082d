import type { CatalogFeed } from '#catalog/schema.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { type ManualClock, manualClock } from '#tests/city/manualClock.ts'
import { CITY, feedOf, point } from '../door/doorFixture'
import type { ChannelState } from './channelState'
import { type LiveChannel, type LiveChannelSettings, openLiveChannel } from './liveChannel'
import type { Change } from './readMessage'
import type { TransportEvents } from './transport'

/** For tests: a channel over a transport played by hand, on a clock turned by hand. */
export interface PlayedChannel {
  readonly channel: LiveChannel
  readonly clock: ManualClock
  /** The connections so far, and whether the channel has closed them. */
  readonly connections: readonly { readonly events: TransportEvents; readonly closed: () => boolean }[]
  /** Events of the latest connection. */
  readonly wire: () => TransportEvents
  /** Tickets of the snapshots asked for. */
  readonly tickets: readonly number[]
  readonly batches: readonly (readonly Change[])[]
  readonly states: readonly ChannelState[]
  /** Opens the latest connection and takes the snapshot it asks for. */
  goLive(): void
}

/** `random` is 1/2 unless told: every back-off is half its step. */
export function playChannel(
  overrides: Partial<LiveChannelSettings> & { readonly live?: Partial<NonNullable<CatalogFeed['live']>> } = {},
): PlayedChannel {
  const clock = manualClock()
  const connections: { events: TransportEvents; closed: () => boolean }[] = []
  const tickets: number[] = []
  const batches: (readonly Change[])[] = []
  const states: ChannelState[] = []
  const { live, onChanges, ...rest } = overrides
  const channel = openLiveChannel({
    feed: feedOf({ live: { type: 'sse', url: '/live', ...live } }),
    url: new URL('http://city.test/live'),
    city: CITY,
    transport: (_settings, events) => {
      let closed = false
      connections.push({ events, closed: () => closed })
      return {
        close: () => {
          closed = true
        },
      }
    },
    clock: clock.now,
    random: () => 0.5,
    timers: clock.timers,
    onState: (state) => void states.push(state),
    wantSnapshot: (ticket) => void tickets.push(ticket),
    onChanges: (changes) => {
      batches.push(changes)
      return onChanges?.(changes)
    },
    ...rest,
  })
  const wire = (): TransportEvents => {
    const latest = connections.at(-1)
    if (latest === undefined) throw new Error('no connection')
    return latest.events
  }
  return {
    channel,
    clock,
    connections,
    wire,
    tickets,
    batches,
    states,
    goLive() {
      wire().opened()
      channel.snapshotTaken(tickets.at(-1) ?? Number.NaN)
    },
  }
}

export const NETWORK_DOWN: Reason = { code: 'test-down', zh: '断网', en: 'the network is down' }

/** A message that puts feature `id` with property `value`. */
export const put = (id: string, value: unknown) => point(id, [116.5, 35.2], { value })
export const gone = (id: string) => ({ id, deleted: true })

/** The state that a list of changes leads to: value by id. */
export function apply(state: Map<string, unknown>, changes: readonly Change[]): Map<string, unknown> {
  for (const change of changes) {
    if (change.kind === 'gone') state.delete(change.id)
    else state.set(change.id, (change.feature as { properties: { value: unknown } }).properties.value)
  }
  return state
}
