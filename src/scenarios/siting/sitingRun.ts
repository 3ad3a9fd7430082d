import { create } from 'zustand'
import type { City } from '#city/CityContext.ts'
import type { LocalText } from '#core/model/feature.ts'
import type { WorldEngine } from '#engine/engineApi.ts'
import type { SitingRequest, SitingStart } from '#engine/siting/sitingRequest.ts'
import type { SitingFound, SitingSearch, SitingSettings } from '#engine/siting/sitingSearch.ts'

/** How far a search has come. It goes on while its panel is away. */
export type SitingRun =
  | { readonly kind: 'none' }
  | { readonly kind: 'preparing' }
  | { readonly kind: 'reading'; readonly start: SitingStart; readonly done: number; readonly of: number }
  | { readonly kind: 'searching' | 'ended'; readonly start: SitingStart; readonly found: SitingFound }
  | { readonly kind: 'failed'; readonly why: readonly LocalText[] }

export const useSitingRun = create<{ readonly run: SitingRun }>(() => ({ run: { kind: 'none' } }))
const say = (run: SitingRun): void => useSitingRun.setState({ run })

let current: SitingSearch | null = null
/** Tells one search from the one begun after it. */
let begun = 0

/** Begins a search; one under way is given up. */
export async function beginSiting(
  { startSiting }: Pick<City, 'startSiting'>,
  engine: Pick<WorldEngine, 'sitingTask'>,
  request: SitingRequest,
  settings: SitingSettings,
): Promise<void> {
  clearSiting()
  const own = begun
  say({ kind: 'preparing' })
  try {
    const answer = await engine.sitingTask(request)
    if (own !== begun) return
    if (!answer.ok) return say({ kind: 'failed', why: answer.faults })
    const { ok: _, ...start } = answer
    say({ kind: 'reading', start, done: 0, of: start.candidates })
    const search = await startSiting(start.task, settings, (news) => {
      if (own !== begun) return
      if (news.kind === 'reading') say({ kind: 'reading', start, done: news.done, of: news.of })
      else say({ kind: 'searching', start, found: news.found })
    })
    if (own !== begun) return search.close()
    current = search
    const found = await search.ended
    if (own === begun) say({ kind: 'ended', start, found })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    if (own === begun) say({ kind: 'failed', why: [{ zh: words, en: words }] })
  } finally {
    if (own === begun) current = null
  }
}

/** Ends the search with what it has. */
export const stopSiting = (): void => current?.stop()

/** Gives up the search under way, and forgets what the last one found. */
export function clearSiting(): void {
  begun += 1
  const search = current
  current = null
  if (search) {
    search.ended.catch(() => {})
    search.close()
  }
  say({ kind: 'none' })
}
