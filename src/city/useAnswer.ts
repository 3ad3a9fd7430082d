import { useQuery } from '@tanstack/react-query'
import type { World } from '#core/model/world.ts'
import type { WorldEngine } from '#engine/engineApi.ts'
import { momentOf } from '#state/world.ts'
import { useCity } from './CityContext'
import { faultText } from './faultText'
import { useTopicStamp } from './topics'
import { useSettledFeeds } from './useSettledFeeds'

interface Question<T> {
  /** Feeds the answer depends on: they are loaded, and the engine is asked again whenever one changes. */
  readonly feeds: readonly string[]
  /** Topics of the engine that it depends on beside them, such as `alarms`. */
  readonly topics?: readonly string[]
  /** Names the question; another key is another question. */
  readonly key: readonly unknown[]
  /** False: not to be asked now. */
  readonly enabled?: boolean
  readonly ask: (engine: WorldEngine) => Promise<T>
}

export interface Answer<T> {
  /** The newest answer; an earlier one of the same kind of question stays while a new one is asked for. Undefined: none yet. */
  readonly answer: T | undefined
  readonly fault: string | null
  /** Feeds that could not be read: the answer knows nothing of them. */
  readonly unreadable: readonly string[]
  /** A newer answer is on its way. */
  readonly busy: boolean
}

/**
 * A question to the engine about several feeds in the world on show, asked once they have settled, and again when one of
 * them changes.
 */
export function useAnswer<T>({ feeds, topics = NONE, key, enabled = true, ask }: Question<T>): Answer<T> {
  const { catalogUrl, engine, world } = useCity()
  const { settled, unreadable, stamp } = useSettledFeeds(feeds)
  const topicStamp = useTopicStamp(topics)
  const { data, error, isFetching } = useQuery({
    queryKey: [world, catalogUrl, ...key, stamp, topicStamp],
    enabled: settled && enabled,
    queryFn: () => ask(engine),
    placeholderData: keptInWorld(world),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
    networkMode: 'always',
  })
  return { answer: data, fault: error && faultText(error), unreadable, busy: isFetching }
}

const NONE: readonly string[] = []

/**
 * While a new answer is asked for an earlier one stays, unless it is from another world: what was is never shown as what is,
 * nor what is planned. Of the past another moment will do for the while.
 */
export const keptInWorld =
  (world: World) =>
  <T>(previous: T | undefined, query: { readonly queryKey: readonly unknown[] } | undefined): T | undefined => {
    const before = query?.queryKey[0] as World | undefined
    if (before?.kind !== world.kind) return undefined
    return (momentOf(before) === null) === (momentOf(world) === null) ? previous : undefined
  }
