import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaletteTheme } from '#layers/palettes.ts'
import type { ResolvedLayer } from '#layers/ResolvedLayer.ts'
import type { Sketch } from '#layers/sketch.ts'
import { useMapTool } from '#state/mapTool.ts'
import { markFirstFrame, useFirstFrame } from '#state/page.ts'
import type { MapRef } from '#state/selection.ts'
import styles from './CityMap.module.css'
import { BuildingsPitch } from './camera/BuildingsPitch'
import { CameraLink, type Padding } from './camera/CameraLink'
import { KeepInFrame } from './camera/KeepInFrame'
import { DeckLayers } from './deck/DeckLayers'
import { FirstFrame } from './FirstFrame'
import { CentreMark } from './instruments/CentreMark'
import { MapInstruments } from './instruments/MapInstruments'
import { MapContext } from './MapContext'
import { MapProbe } from './MapProbe'
import { FeaturePopup } from './pick/FeaturePopup'
import { PointerPicking } from './pick/PointerPicking'
import { SelectionOutline } from './pick/SelectionOutline'
import { composeStyle } from './style/composeStyle'
import { type FollowFeed, LiveSources } from './style/LiveSources'
import { SketchStates } from './style/SketchStates'
import { StyleKeeper } from './style/StyleKeeper'
import { useMapInstance } from './useMapInstance'

/** Comes after the first frame; without it names are cut at panels, and the map goes on. */
const PanelEdges = lazy(async (): Promise<{ default: ComponentType<{ readonly scale: number }> }> => {
  const { PanelEdges: Edges } = await import('./style/PanelEdges').catch(() => ({ PanelEdges: () => null }))
  return { default: Edges }
})

export interface CityMapProps {
  /** [west, south, east, north], seen whole at the start unless the view gives a camera. */
  readonly bounds: readonly [number, number, number, number]
  /** Where the camera goes from there when this becomes known, unless the view gave a camera or a hand was faster. */
  readonly opening?: readonly [number, number, number, number] | null
  /** Admitted features of each feed by URL, WGS84 GeoJSON with numeric ids. */
  readonly sources: Readonly<Record<string, { readonly url: string }>>
  /** Bottom first, as `resolveLayers` gives them. */
  readonly layers: readonly ResolvedLayer[]
  /** How a source hears of changes to its feed after the features of its URL. */
  readonly follow: FollowFeed
  /** What lies over the layers; in the same group a later one over an earlier one. */
  readonly sketches: readonly Sketch[]
  /** How much larger sketches are drawn than at a desk. */
  readonly scale: number
  readonly theme: PaletteTheme
  /** Pixels that panels cover on each side. */
  readonly padding: Padding
  /** Whether the map answers to pointer and keyboard; fixed when the map is made. */
  readonly interactive: boolean
  /** 审图号, or the words that say there is none. */
  readonly approval: string
  /** Null: no popup. */
  readonly popup: (features: readonly MapRef[]) => ReactNode
  /** Called when this browser cannot draw the map; everything else goes on. */
  readonly onUnsupported?: () => void
}

/** The page's one map. It stays while maps, workspaces, themes and cities' layers change around it. */
export function CityMap(props: CityMapProps) {
  const { bounds, sources, layers, sketches, theme, scale, padding, interactive, onUnsupported } = props
  const { t } = useTranslation()
  const drawn = useFirstFrame((frame) => frame.drawn)
  const held = useMapTool((hand) => hand.held)
  const container = useRef<HTMLDivElement>(null)
  const instance = useMapInstance(container, { bounds, interactive, title: t('map.title') })
  const { contents, pickable } = useMemo(
    () => composeStyle({ layers, sources, sketches, theme, scale }),
    [layers, sources, sketches, theme, scale],
  )
  const isUnsupported = instance.kind === 'unsupported'
  useEffect(() => {
    if (!isUnsupported) return
    markFirstFrame()
    onUnsupported?.()
  }, [isUnsupported, onUnsupported])

  return (
    <div className={styles.frame} data-map={instance.kind}>
      <div ref={container} className={styles.map} />
      {instance.kind === 'alive' && (
        <MapContext value={instance}>
          <StyleKeeper contents={contents} />
          <LiveSources sources={contents.sources} follow={props.follow} />
          <SketchStates sketches={sketches} sources={contents.sources} />
          <CameraLink bounds={bounds} opening={props.opening ?? null} padding={padding} />
          <KeepInFrame padding={padding} />
          {drawn && (
            <Suspense fallback={null}>
              <PanelEdges scale={scale} />
            </Suspense>
          )}
          <BuildingsPitch />
          <DeckLayers layers={layers} sources={sources} follow={props.follow} />
          {interactive && (held ? <held.Hand tool={held.tool} /> : <PointerPicking pickable={pickable} />)}
          <SelectionOutline pickable={pickable} />
          <FeaturePopup render={props.popup} padding={padding} />
          <MapInstruments padding={padding} scale={scale} interactive={interactive} approval={props.approval} />
          <FirstFrame />
          <MapProbe />
          <CentreMark padding={padding} />
        </MapContext>
      )}
      {instance.kind === 'lost' && (
        <p className={`${styles.notice} ${styles.lost}`} role="status">
          {t('map.contextLost')}
        </p>
      )}
      {isUnsupported && (
        <p className={styles.notice} role="alert">
          {t('map.unsupported')}
        </p>
      )}
    </div>
  )
}
