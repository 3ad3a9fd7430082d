import { create } from 'zustand'
import { failureReason } from '#core/model/failureReason.ts'
import type { LocalText } from '#core/model/feature.ts'
import type { RunningSearch, SearchNews } from '#engine/jobs/runningSearch.ts'

/** How far a search has come. It goes on while its panel is away. */
export type SearchRun<Start, Found> =
  | { readonly kind: 'none' }
  | { readonly kind: 'preparing' }
  | { readonly kind: 'reading'; readonly start: Start; readonly done: number; readonly of: number }
  | { readonly kind: 'searching' | 'ended'; readonly start: Start; readonly found: Found }
  | { readonly kind: 'failed'; readonly why: readonly LocalText[] }

type Prepared<Start> =
  | ({ readonly ok: true; readonly task: Blob } & Start)
  | { readonly ok: false; readonly faults: readonly LocalText[] }

interface Begin<Start, Found> {
  readonly prepare: () => Promise<Prepared<Start>>
  readonly search: (task: Blob, hear: (news: SearchNews<Found>) => void) => Promise<RunningSearch<Found>>
  /** How much there is to read, until it is said. */
  readonly size: (start: Start) => number
}

/** One search at a time, of a kind: one begun gives up the one before. */
export function searchRun<Start extends object, Found>() {
  const useRun = create<{ readonly run: SearchRun<Start, Found> }>(() => ({ run: { kind: 'none' } }))
  const say = (run: SearchRun<Start, Found>): void => useRun.setState({ run })
  let current: RunningSearch<Found> | null = null
  /** Tells one search from the one begun after it. */
  let begun = 0

  /** Gives up the search under way, and forgets what the last one found. */
  function clear(): void {
    begun += 1
    const search = current
    current = null
    if (search) {
      search.ended.catch(() => {})
      search.close()
    }
    say({ kind: 'none' })
  }

  async function begin({ prepare, search, size }: Begin<Start, Found>): Promise<void> {
    clear()
    const own = begun
    say({ kind: 'preparing' })
    try {
      const start = await prepare()
      if (own !== begun) return
      if (!start.ok) return say({ kind: 'failed', why: start.faults })
      say({ kind: 'reading', start, done: 0, of: size(start) })
      const running = await search(start.task, (news) => {
        if (own !== begun) return
        if (news.kind === 'reading') say({ kind: 'reading', start, done: news.done, of: news.of })
        else say({ kind: 'searching', start, found: news.found })
      })
      if (own !== begun) return running.close()
      current = running
      const found = await running.ended
      if (own === begun) say({ kind: 'ended', start, found })
    } catch (error) {
      if (own === begun) say({ kind: 'failed', why: [failureReason(error)] })
    } finally {
      if (own === begun) current = null
    }
  }

  /** Ends the search with what it has. */
  const stop = (): void => current?.stop()

  return { useRun, begin, stop, clear }
}
