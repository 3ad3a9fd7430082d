import { useEffect, useRef, useState } from 'react'

interface Latest<T> {
  /** The newest answer; of another question than the last while that one is asked. */
  readonly answer: T | null
  readonly busy: boolean
  readonly fault: string | null
}

/**
 * Asks anew whenever `ask` is another function, one question at a time: of those wished for meanwhile only the last is
 * asked, so that answers keep coming while something is dragged. Null: nothing is asked, and there is no answer.
 */
export function useLatest<T>(ask: (() => Promise<T>) | null): Latest<T> {
  const [state, setState] = useState<Latest<T>>({ answer: null, busy: false, fault: null })
  const wish = useRef<(() => Promise<T>) | null>(null)
  const running = useRef(false)
  useEffect(() => {
    wish.current = ask
    if (!ask) setState({ answer: null, busy: false, fault: null })
    if (running.current || !ask) return
    running.current = true
    const run = async (): Promise<void> => {
      while (wish.current) {
        const asked = wish.current
        setState((before) => (before.busy ? before : { ...before, busy: true }))
        const next = await asked().then(
          (answer): Partial<Latest<T>> => ({ answer, fault: null }),
          (error: unknown) => ({ fault: error instanceof Error ? error.message : String(error) }),
        )
        if (!wish.current) break
        const isLast = wish.current === asked
        if (isLast) wish.current = null
        setState((before) => ({ ...before, ...next, busy: !isLast }))
      }
      running.current = false
    }
    void run()
  }, [ask])
  useEffect(
    () => () => {
      wish.current = null
    },
    [],
  )
  return state
}
