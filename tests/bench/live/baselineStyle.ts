import { frameLayout } from '#desks/frame/frameLayout.ts'
import { resolveLayers } from '#layers/resolveLayers.ts'
import { composeStyle } from '#map/style/composeStyle.ts'
import { DEVICES, MAP, parsedCatalog } from './benchCatalog'
import { BOUNDS } from './deviceCity'

/** What the baseline page needs to draw what the app draws. */
export interface BaselineStyle {
  readonly source: string
  readonly bounds: readonly [number, number, number, number]
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly layers: readonly { readonly id: string; readonly type: string }[]
}

/** The layers as the app composes them for its wall in a page of this size. */
export function baselineStyle(width: number, height: number): BaselineStyle {
  const { mapScale, padding } = frameLayout('screen', width, height, { left: false, right: false, bottom: false }, true)
  const layers = resolveLayers(parsedCatalog(), {
    map: MAP,
    theme: 'dark',
    language: 'zh-CN',
    visibility: {},
    lens: null,
    buildings3d: false,
    scale: mapScale,
  })
  const { contents } = composeStyle({ layers, sources: { [DEVICES]: { url: '' } }, sketches: [], theme: 'dark' })
  return { source: DEVICES, bounds: BOUNDS, padding, layers: contents.layers }
}
