import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AsyncCityEngine } from '#engine/engineApi.ts'
import { useCity } from './CityContext'
import { useTopicStamp } from './topics'
import { useSettledFeeds } from './useSettledFeeds'

interface Question<T> {
  /** Feeds the answer depends on: they are loaded, and the engine is asked again whenever one changes. */
  readonly feeds: readonly string[]
  /** Topics of the engine that it depends on beside them, such as `alarms`. */
  readonly topics?: readonly string[]
  /** Names the question; another key is another question. */
  readonly key: readonly unknown[]
  readonly ask: (engine: AsyncCityEngine) => Promise<T>
}

export interface EngineAnswer<T> {
  /** The newest answer; an earlier one of the same kind of question stays while a new one is asked for. Undefined: none yet. */
  readonly answer: T | undefined
  readonly fault: string | null
}

/** A question to the engine about several feeds, asked once they have settled, and again when one of them changes. */
export function useEngineAnswer<T>({ feeds, topics = NONE, key, ask }: Question<T>): EngineAnswer<T> {
  const { catalogUrl, engine } = useCity()
  const { settled, stamp } = useSettledFeeds(feeds)
  const topicStamp = useTopicStamp(topics)
  const { data, error } = useQuery({
    queryKey: ['engine-answer', catalogUrl, ...key, stamp, topicStamp],
    enabled: settled,
    queryFn: () => ask(engine),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
    networkMode: 'always',
  })
  return { answer: data, fault: error?.message ?? null }
}

const NONE: readonly string[] = []
