/** A wheel has no release: after this long without a turn, in milliseconds, the hand has left it. */
const WHEEL_REST = 400

export interface HandWatch {
  /** Runs `action` now, or as soon as no hand is on the map; a newer action replaces one that still waits. */
  readonly whenFree: (action: () => void) => void
  readonly stop: () => void
}

/** Watches whether a pointer or wheel is working on `element`. */
export function watchHand(element: HTMLElement): HandWatch {
  const down = new Set<number>()
  let wheel: ReturnType<typeof setTimeout> | null = null
  let next: (() => void) | null = null
  const release = (): void => {
    if (down.size > 0 || wheel !== null || !next) return
    const action = next
    next = null
    action()
  }
  const press = (event: PointerEvent): void => {
    down.add(event.pointerId)
  }
  const lift = (event: PointerEvent): void => {
    down.delete(event.pointerId)
    release()
  }
  const turn = (): void => {
    if (wheel !== null) clearTimeout(wheel)
    wheel = setTimeout(() => {
      wheel = null
      release()
    }, WHEEL_REST)
  }
  element.addEventListener('pointerdown', press)
  element.addEventListener('wheel', turn, { passive: true })
  window.addEventListener('pointerup', lift)
  window.addEventListener('pointercancel', lift)
  return {
    whenFree: (action) => {
      next = action
      release()
    },
    stop: () => {
      next = null
      if (wheel !== null) clearTimeout(wheel)
      element.removeEventListener('pointerdown', press)
      element.removeEventListener('wheel', turn)
      window.removeEventListener('pointerup', lift)
      window.removeEventListener('pointercancel', lift)
    },
  }
}
