import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

interface RowFocus {
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/**
 * Keeps the keyboard's focus on the active row of a table through all that happens to its rows: it is given back when the
 * row's element is made anew or the row leaves, and while it is in sight a row that moves stays where it is on the screen.
 */
export function useRowFocus(
  scroller: RefObject<HTMLElement | null>,
  { id, at }: { readonly id: string | null; readonly at: number },
  rowHeight: number,
): RowFocus {
  const held = useRef(false)
  const before = useRef({ id, at })

  useLayoutEffect(() => {
    const was = before.current
    before.current = { id, at }
    const box = scroller.current
    if (!box || !held.current || was.id !== id || was.at === at) return
    const top = was.at * rowHeight - box.scrollTop
    if (top > -rowHeight && top < box.clientHeight) box.scrollTop += (at - was.at) * rowHeight
  }, [scroller, id, at, rowHeight])

  useEffect(() => {
    if (!held.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)
    if (row && row !== document.activeElement) row.focus({ preventScroll: true })
  })

  return {
    onFocus: () => {
      held.current = true
    },
    // The window itself may lose the focus: the row then still is what is focused in the page.
    onBlur: ({ target }) => {
      held.current = target === document.activeElement
    },
  }
}
