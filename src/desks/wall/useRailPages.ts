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
 * rail. How many there are is looked up now and then, since cards grow as their answers come; they are then made as low as
 * that many can be, and the rail as low as the page on show, so that no card stands over much empty ground.
 */
export function useRailPages(viewport: RefObject<HTMLElement | null>): RailPages {
  const [pages, setPages] = useState(1)
  const [page, setPage] = useState(0)
  const looks = useRef(0)

  useEffect(() => {
    const timer = setInterval(() => {
      const element = viewport.current
      if (!element) return
      const count = layOut(element)
      setPages(count)
      fitTo(element, Math.round(element.scrollLeft / Math.max(1, element.clientWidth)), count)
      if (element.matches(':hover, :focus-within')) return
      looks.current += 1
      if (looks.current % LOOKS_PER_PAGE === 0) setPage((now) => (now + 1) % count)
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [viewport])

  const shown = Math.min(page, pages - 1)
  useEffect(() => {
    const element = viewport.current
    if (!element) return
    element.scrollTo({ left: shown * element.clientWidth })
    fitTo(element, shown, pages)
  }, [viewport, shown, pages])

  const turnTo = useCallback((to: number) => {
    looks.current = 0
    setPage(to)
  }, [])
  return { page: shown, pages, turnTo }
}

/** How many pages the cards need at full height; more than one are made as low as they can be. */
function layOut(viewport: HTMLElement): number {
  const cards = viewport.lastElementChild
  if (cards instanceof HTMLElement) cards.style.height = ''
  const count = Math.max(1, Math.round(viewport.scrollWidth / Math.max(1, viewport.clientWidth)))
  if (count > 1 && cards instanceof HTMLElement) {
    const boxes = [...cards.children].map((slot) => slot.getBoundingClientRect())
    const perPage = Math.max(1, Math.round(viewport.clientWidth / Math.max(1, boxes[0]?.width ?? 1)))
    const heights = boxes.map(({ height }) => height)
    cards.style.height = `${Math.ceil(lowest(heights, count * perPage))}px`
  }
  return count
}

/** Leaves to the map what the page on show does not need. */
function fitTo(viewport: HTMLElement, page: number, pages: number): void {
  const cards = viewport.lastElementChild
  if (!cards || pages < 2) {
    viewport.style.height = ''
    return
  }
  const { left, top } = cards.getBoundingClientRect()
  const bottoms = [...cards.children].flatMap((slot) => {
    const box = slot.getBoundingClientRect()
    return Math.floor((box.left - left + 1) / Math.max(1, viewport.clientWidth)) === page ? [box.bottom - top] : []
  })
  viewport.style.height = bottoms.length > 0 ? `${Math.ceil(Math.max(...bottoms))}px` : ''
}

/** The least height of `columns` into which things of these heights go in their order. */
export function lowest(heights: readonly number[], columns: number): number {
  const needs = (room: number): number => {
    let [used, left] = [1, room]
    for (const height of heights) {
      if (height > left) [used, left] = [used + 1, room]
      left -= height
    }
    return used
  }
  // The lowest is the sum of some that stand together.
  const sums = heights.flatMap((_, from) => heights.slice(from).map((_, to) => sum(heights.slice(from, from + to + 1))))
  const rooms = sums.filter((room) => room >= Math.max(...heights)).sort((a, b) => a - b)
  return rooms.find((room) => needs(room) <= columns) ?? sum(heights)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
