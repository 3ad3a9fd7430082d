import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

const LOOK_EVERY = 2000
/** Looks that a page stays: 14 seconds, long enough to read two cards from afar. */
const LOOKS_PER_PAGE = 7

export interface RailPages {
  readonly page: number
  readonly pages: number
  readonly turnTo: (page: number) => void
}

/**
 * Pages of a rail whose cards flow into columns as wide as it. They take turns unless a pointer or the focus is on the
 * rail. How many there are is looked up now and then, since cards grow as their answers come.
 */
export function useRailPages(viewport: RefObject<HTMLElement | null>): RailPages {
  const [pages, setPages] = useState(1)
  const [page, setPage] = useState(0)
  const looks = useRef(0)

  useEffect(() => {
    const timer = setInterval(() => {
      const element = viewport.current
      if (!element) return
      const count = Math.max(1, Math.round(element.scrollWidth / Math.max(1, element.clientWidth)))
      setPages(count)
      if (element.matches(':hover, :focus-within')) return
      looks.current += 1
      if (looks.current % LOOKS_PER_PAGE === 0) setPage((now) => (now + 1) % count)
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [viewport])

  const shown = Math.min(page, pages - 1)
  useEffect(() => {
    const element = viewport.current
    element?.scrollTo({ left: shown * element.clientWidth })
  }, [viewport, shown])

  const turnTo = useCallback((to: number) => {
    looks.current = 0
    setPage(to)
  }, [])
  return { page: shown, pages, turnTo }
}
