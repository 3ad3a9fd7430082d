import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CatalogMap } from '#catalog/schema.ts'
import { useCity } from '#city/CityContext.ts'
import { useView, type Workspace } from '#state/view.ts'
import { type Folded, type FrameLayout, frameLayout } from './frameLayout'

export type Side = keyof Folded

export interface Frame {
  readonly layout: FrameLayout
  readonly folded: Folded
  readonly fold: (side: Side) => void
  /** The panel over the map, where there is room for one alone; null: the map has all of it. */
  readonly pane: Side | null
  readonly show: (pane: Side | null) => void
}

/** The ribbon along the foot of a map's wall, where its cards name one. */
export const ribbonOf = (map: CatalogMap | undefined) => map?.cards.find((card) => card.kind === 'star-ribbon')

const OPEN: Folded = { left: false, right: false, bottom: false }

/** The frame of the workspace on show: measures the page, keeps what is folded, and sets the wall unit. */
export function useFrame(workspace: Workspace): Frame {
  const { width, height } = useWindowSize()
  const [foldedBy, setFoldedBy] = useState<Partial<Record<Workspace, Folded>>>({})
  const [paneOf, setPaneOf] = useState<Partial<Record<Workspace, Side | null>>>({})
  const folded = foldedBy[workspace] ?? OPEN
  const mapId = useView((view) => view.map)
  const { catalog } = useCity()
  const hasFoot = ribbonOf(catalog.maps.find(({ id }) => id === mapId)) !== undefined
  const { [workspace]: pane = 'left' } = paneOf
  const over = pane !== null
  const layout = useMemo(
    () => frameLayout(workspace, width, height, folded, hasFoot, over),
    [workspace, width, height, folded, hasFoot, over],
  )

  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    dataset.scale = layout.scale
    dataset.narrow = String(layout.narrow)
    style.setProperty('--u', `${layout.unit}px`)
  }, [layout.scale, layout.narrow, layout.unit])

  const fold = (side: Side) => setFoldedBy({ ...foldedBy, [workspace]: { ...folded, [side]: !folded[side] } })
  const show = useCallback((next: Side | null) => setPaneOf((now) => ({ ...now, [workspace]: next })), [workspace])
  return { layout, folded, fold, pane, show }
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
