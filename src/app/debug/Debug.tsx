import { Suspense, useState } from 'react'
import { useFirstFrame } from '#state/page.ts'
import { later } from '#views/parts/part.ts'

const DebugPanel = later(async () => (await import('./DebugPanel')).DebugPanel)

const asked = new URLSearchParams(window.location.search).has('debug')

/** With `?debug` in the address: what the page is doing, once the map has drawn. */
export function Debug() {
  const [open, setOpen] = useState(asked)
  const drawn = useFirstFrame((frame) => frame.drawn)
  if (!open || !drawn) return null
  return (
    <Suspense fallback={null}>
      <DebugPanel onClose={() => setOpen(false)} />
    </Suspense>
  )
}
