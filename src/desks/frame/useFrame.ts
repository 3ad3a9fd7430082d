import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Workspace } from '#state/view.ts'
import { type Folded, type FrameLayout, frameLayout } from './frameLayout'

export type Side = keyof Folded

export interface Frame {
  readonly layout: FrameLayout
  readonly folded: Folded
  readonly fold: (side: Side) => void
}

const OPEN: Folded = { left: false, right: false, bottom: false }

/** The frame of the workspace on show: measures the page, keeps what is folded, and sets the wall unit. */
export function useFrame(workspace: Workspace): Frame {
  const { width, height } = useWindowSize()
  const [foldedBy, setFoldedBy] = useState<Partial<Record<Workspace, Folded>>>({})
  const folded = foldedBy[workspace] ?? OPEN
  const layout = useMemo(() => frameLayout(workspace, width, height, folded), [workspace, width, height, folded])

  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    dataset.scale = layout.scale
    style.setProperty('--u', `${layout.unit}px`)
  }, [layout.scale, layout.unit])

  const fold = (side: Side) => setFoldedBy({ ...foldedBy, [workspace]: { ...folded, [side]: !folded[side] } })
  return { layout, folded, fold }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

/** Width and height of the page in CSS pixels, live. */
function useWindowSize(): { readonly width: number; readonly height: number } {
  const width = useSyncExternalStore(subscribe, () => window.innerWidth)
  const height = useSyncExternalStore(subscribe, () => window.innerHeight)
  return { width, height }
}
