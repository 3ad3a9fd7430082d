import { create } from 'zustand'
import { type ChannelState, isUnreadable } from '#feeds/live/channelState.ts'

/** How the channel of each live feed stands, as the engine last told it. */
const useConnections = create<Readonly<Record<string, ChannelState>>>(() => ({}))

export const setConnection = (feed: string, state: ChannelState): void => useConnections.setState({ [feed]: state })

/** Undefined for a feed that is not live, or not yet listened to. */
export const useConnection = (feed: string): ChannelState | undefined => useConnections((known) => known[feed])

export const useAllConnections = (): Readonly<Record<string, ChannelState>> => useConnections()

/** Ids of feeds whose channel is connected and says nothing that can be used, in words that change only when that does. */
export const useUnreadableChannels = (): string =>
  useConnections((known) =>
    Object.keys(known)
      .filter((feed) => known[feed] && isUnreadable(known[feed]))
      .join('\n'),
  )

export const connectionOf = (feed: string): ChannelState | undefined => useConnections.getState()[feed]
