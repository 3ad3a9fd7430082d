import { useEffect, useRef } from 'react'

/** A field takes the keys that it is written with. A slider is written with arrows alone. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=range]), textarea, select, [contenteditable=true]')

/**
 * Hears keys that work anywhere on the page but in a field or under an input method: `alone`, or together with `control`
 * (Ctrl, or Meta).
 */
export function usePageKeys(press: (event: KeyboardEvent) => void, keys: 'alone' | 'control' = 'alone'): void {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.altKey || event.isComposing || isField(event.target)) return
      if ((event.ctrlKey || event.metaKey) !== (keys === 'control')) return
      latest.current(event)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [keys])
}
