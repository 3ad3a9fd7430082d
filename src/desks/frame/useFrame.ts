import { useLayoutEffect, useMemo, useState } from 'react'
import type { Workspace } from '#state/view.ts'
import { useWindowSize } from '#ui/useWindowSize.ts'
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
