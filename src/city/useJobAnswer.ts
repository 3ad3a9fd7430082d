import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { World } from '#core/model/world.ts'
import type { WorldEngine } from '#engine/engineApi.ts'
import { useCity } from './CityContext'
import { engineJob } from './engineJob'
import { faultText } from './faultText'
import { inTurn } from './inTurn'
import { keptInWorld } from './useAnswer'
import { useSettledFeeds } from './useSettledFeeds'

type Progress = (done: number, of: number) => void

interface Question<T> {
  /** Feeds the answer depends on: they are loaded, and the engine is asked again whenever one changes. */
  readonly feeds: readonly string[]
  /** The verb of the engine; of each one job runs at a time. */
  readonly verb: keyof WorldEngine
  /** Names the question; another key is another question. */
  readonly key: readonly unknown[]
  readonly ask: (engine: WorldEngine, job: string, progress: Progress) => Promise<T>
}

export interface JobAnswer<T> {
  /** The newest answer; an earlier one of the same question stays while a new one is made. Undefined: none yet. */
  readonly answer: T | undefined
  readonly fault: string | null
  readonly busy: boolean
  /** Of the job under way; `of` 0: not begun. */
  readonly progress: { readonly done: number; readonly of: number }
  /** The user stopped it. */
  readonly stopped: boolean
  readonly stop: () => void
  readonly again: () => void
}

/** Only of the same question: the gaps of another row must never stand under this one. */
const keptOf =
  (world: World, asked: string) =>
  <T>(previous: T | undefined, query: { readonly queryKey: readonly unknown[] } | undefined): T | undefined =>
    query && hashKey(query.queryKey.slice(1, -1)) === asked ? keptInWorld(world)(previous, query) : undefined

const NOT_BEGUN = { done: 0, of: 0 }

/** A long question to the engine about the world on show, asked once its feeds have settled, and again when one changes. */
export function useJobAnswer<T>({ feeds, verb, key, ask }: Question<T>): JobAnswer<T> {
  const { catalogUrl, engine, host, world } = useCity()
  const { settled, stamp } = useSettledFeeds(feeds)
  const [progress, setProgress] = useState(NOT_BEGUN)
  const [stopped, setStopped] = useState<string | null>(null)
  const client = useQueryClient()
  const question = [catalogUrl, verb, ...key]
  const queryKey = [world, ...question, stamp]
  const hash = hashKey(queryKey)
  const asked = hashKey(question)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    enabled: settled && stopped !== hash,
    queryFn: ({ signal }) =>
      inTurn(host[verb], signal, () => {
        setProgress(NOT_BEGUN)
        return engineJob(engine, signal, (job) => ask(engine, job, (done, of) => setProgress({ done, of })))
      }),
    placeholderData: keptOf(world, asked),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
    networkMode: 'always',
  })
  return {
    answer: data,
    fault: error && faultText(error),
    busy: stopped !== hash && (isFetching || !settled),
    progress,
    stopped: stopped === hash,
    stop() {
      setStopped(hash)
      void client.cancelQueries({ queryKey, exact: true })
    },
    again() {
      setStopped(null)
      if (error) void refetch()
    },
  }
}
