import { type KeyboardEvent, useMemo, useRef, useState } from 'react'

/** What an item calls; the same object until the items change, so that moving the focus draws only what it leaves and enters. */
export interface RovingItems {
  readonly register: (id: string, element: HTMLElement | null) => void
  readonly onKeyDown: (event: KeyboardEvent, id: string) => void
  readonly onFocus: (id: string) => void
}

export interface RovingFocus {
  readonly tabIndex: (id: string) => 0 | -1
  readonly items: RovingItems
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** One tab stop for many items: arrow keys, Home and End move the focus among them, in the order given. */
export function useRovingFocus(ids: readonly string[]): RovingFocus {
  const [chosen, setChosen] = useState<string | null>(null)
  const elements = useRef(new Map<string, HTMLElement>())
  const order = ids.join(' ')
  const current = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  const items = useMemo((): RovingItems => {
    const listed = order === '' ? [] : order.split(' ')
    return {
      register(id, element) {
        if (element) elements.current.set(id, element)
        else elements.current.delete(id)
      },
      onKeyDown(event, id) {
        const step = STEPS[event.key]
        const wanted =
          event.key === 'Home'
            ? listed[0]
            : event.key === 'End'
              ? listed.at(-1)
              : step && listed[listed.indexOf(id) + step]
        if (!wanted) return
        event.preventDefault()
        elements.current.get(wanted)?.focus()
      },
      onFocus: setChosen,
    }
  }, [order])
  return { tabIndex: (id) => (id === current ? 0 : -1), items }
}
