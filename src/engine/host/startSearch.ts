import type { RunningSearch, SearchNews } from '../jobs/runningSearch'
import { ENGINE_FAILURES, EngineFailure } from './EngineFailure'
import type { SearchAsked, SearchSaid } from './searchThread'

/** Seconds beyond its own after which a search that does not end is given up. */
const GRACE = 30

/** Begins a search in a worker that ends with it. */
export function startSearch<Settings extends { readonly seconds: number }, Told>(
  worker: Worker,
  task: Blob,
  settings: Settings,
  hear: (news: SearchNews<Told>) => void,
): RunningSearch<Told> {
  const ask = (asked: SearchAsked<Settings>) => worker.postMessage(asked)
  let end: (found: Told | EngineFailure) => void = () => {}
  const ended = new Promise<Told>((resolve, reject) => {
    let latest: Told | null = null
    // Reading takes as long as it takes; from then on it is told when to end.
    let timer: ReturnType<typeof setTimeout> | null = null
    const wait = () => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(
        () => end(latest ?? new EngineFailure(ENGINE_FAILURES.searchUnended())),
        (settings.seconds + GRACE) * 1000,
      )
    }
    end = (found) => {
      if (timer !== null) clearTimeout(timer)
      worker.terminate()
      if (found instanceof EngineFailure) reject(found)
      else resolve(found)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<SearchSaid<Told>>) => {
      if (data.kind === 'end') return end(data.found)
      if (data.kind === 'failed') return end(new EngineFailure(ENGINE_FAILURES.searchFailed(data.detail)))
      if (data.kind === 'reading') wait()
      else latest = data.found
      hear(data)
    })
    const failed = (event: Event) =>
      end(
        new EngineFailure(
          ENGINE_FAILURES.searchFailed('message' in event && typeof event.message === 'string' ? event.message : ''),
        ),
      )
    worker.addEventListener('error', failed)
    worker.addEventListener('messageerror', failed)
    wait()
  })
  ask({ task, ...settings })
  return { ended, stop: () => ask('stop'), close: () => end(new EngineFailure(ENGINE_FAILURES.searchClosed())) }
}
