import { useEffect, useState } from 'react'
import { createFrameLog, type FrameStatistics } from './frameLog'

export interface MainThread {
  readonly frames: FrameStatistics
  /** The longest task since the page began, milliseconds; null where the browser does not tell. */
  readonly longestTask: number | null
  /** Bytes of the JavaScript heap; null where the browser does not tell. */
  readonly heap: number | null
}

/** How often the figures are read anew, milliseconds: frames are counted in between without drawing anything. */
const STEP = 1_000

/** What this thread does: frames of the last seconds, the longest task and the heap. */
export function useMainThread(): MainThread {
  const [seen, setSeen] = useState<MainThread>({
    frames: { last: null, mean: null, longest: null },
    longestTask: null,
    heap: heapSize(),
  })
  useEffect(() => {
    const log = createFrameLog()
    const tasks = watchTasks()
    let request = requestAnimationFrame(function next(at) {
      log.frame(at)
      request = requestAnimationFrame(next)
    })
    const timer = setInterval(
      () => setSeen({ frames: log.statistics(performance.now()), longestTask: tasks.longest(), heap: heapSize() }),
      STEP,
    )
    return () => {
      cancelAnimationFrame(request)
      clearInterval(timer)
      tasks.stop()
    }
  }, [])
  return seen
}

function watchTasks() {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('longtask')) {
    return { longest: () => null, stop() {} }
  }
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ type: 'longtask', buffered: true })
  return { longest: () => longest, stop: () => observer.disconnect() }
}

/** Chromium alone says it. */
function heapSize(): number | null {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } }
  return memory?.usedJSHeapSize ?? null
}
