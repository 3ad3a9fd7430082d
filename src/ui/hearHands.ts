const SIGNS = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const

/** Tells of every sign of a hand on the page, whatever takes it; the returned function ends it. */
export function hearHands(heard: () => void): () => void {
  for (const sign of SIGNS) window.addEventListener(sign, heard, { passive: true, capture: true })
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, heard, { capture: true })
  }
}
