import { Suspense, useCallback, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { filterLayers } from '#layers/filterExpression.ts'
import type { ResolvedLayer } from '#layers/ResolvedLayer.ts'
import { resolveLayers } from '#layers/resolveLayers.ts'
import { CityMap } from '#map/CityMap.tsx'
import { useDisplay } from '#state/display.ts'
import { useFilters } from '#state/filters.ts'
import { useIncident } from '#state/incident.ts'
import { type FeatureRef, isSketchRef, type MapRef, refKey, useSelection } from '#state/selection.ts'
import { useSketchBook } from '#state/sketches.ts'
import { useView, type Workspace } from '#state/view.ts'
import { State } from '#ui/State.tsx'
import { useNeutralClasses } from '#views/layers/classLegend.ts'
import { later } from '#views/parts/part.ts'
import { useParts } from '#views/parts/useParts.ts'
import type { FrameLayout } from '../frame/frameLayout'
import styles from './MapHost.module.css'
import { useFollowFeed } from './useFollowFeed'
import { useMapSources } from './useMapSources'
import { useOpeningBounds } from './useOpeningBounds'

const SelectedOnMap = later(async () => (await import('./SelectedOnMap')).SelectedOnMap)
const FeaturePopup = later(async () => (await import('#views/facts/FeaturePopup.tsx')).FeaturePopup)

interface Props {
  readonly layout: FrameLayout
  readonly workspace: Workspace
  /** The panel at the right is open: at a desk it shows what is selected. */
  readonly sheetOpen: boolean
}

/** Gives the page's one map what the view asks for: layers, their data, sketches, and the room that panels leave. */
export function MapHost({ layout, workspace, sheetOpen }: Props) {
  const { catalog } = useCity()
  const { sheets } = useParts()
  const { t, language } = useWords()
  const theme = useDisplay((display) => display.theme)
  const sketches = useSketchBook((book) => book.sketches)
  const map = useView((view) => view.map)
  const visibility = useView((view) => view.layerVisibility)
  const opacity = useView((view) => view.layerOpacity)
  const lens = useView((view) => view.lens)
  const indicatorOpen = useView((view) => view.indicator !== null)
  const buildings3d = useView((view) => view.buildings3d)
  const filters = useFilters(({ byFeed }) => byFeed)
  const part = useFilters((filters) => filters.part)
  const selected = useSelection(({ selection }) => (selection.kind === 'feature' ? selection.feature : null))
  const incident = useIncident((state) => state.incident)
  const held = workspace === 'respond' && incident && !isSame(incident, selected) ? incident : null
  const [unsupported, setUnsupported] = useState(false)
  const { mapScale: scale, padding } = layout

  const neutral = useNeutralClasses()
  const shown = useMemo(
    () => filterLayers(catalog, filters, part ? { [part.feed]: part.where } : {}),
    [catalog, filters, part],
  )
  const layers = useMemo(
    () => resolveLayers(shown, { map, theme, language, visibility, opacity, lens, buildings3d, scale, neutral }),
    [shown, map, theme, language, visibility, opacity, lens, buildings3d, scale, neutral],
  )
  const sources = useMapSources(layers, sketches)
  const follow = useFollowFeed()
  const opening = useOpeningBounds(layers)
  /** A sheet at the side says it all: no popup says it again. */
  const sheetFor = useCallback(
    (ref: MapRef): boolean => {
      if (isSketchRef(ref) || !sheetOpen) return false
      if (workspace === 'respond') return true
      const record = catalog.feeds.find(({ id }) => id === ref.feed)?.record
      return workspace === 'plan' && !indicatorOpen && record !== undefined && sheets[record] !== undefined
    },
    [workspace, sheetOpen, indicatorOpen, catalog, sheets],
  )
  const popup = useCallback(
    (features: readonly MapRef[]) => {
      const [first] = features
      if (features.length === 1 && first && sheetFor(first)) return null
      return (
        <Suspense fallback={null}>
          <FeaturePopup key={features.map(refKey).join(' ')} features={features} hasSheet={sheetFor} />
        </Suspense>
      )
    },
    [sheetFor],
  )
  const { mapApproval } = catalog.city
  const approval = mapApproval ? t('shell.map.approval', { number: mapApproval }) : t('shell.map.unreviewed')

  return (
    <section className={styles.host} aria-label={t('shell.landmark.map')}>
      {unsupported ? (
        <div className={styles.unsupported}>
          <State kind="failing" title={t('shell.map.unsupported')}>
            {t('shell.map.unsupportedBody')}
          </State>
        </div>
      ) : (
        <CityMap
          bounds={catalog.city.bounds}
          opening={opening}
          sources={sources}
          follow={follow}
          layers={layers}
          sketches={sketches}
          scale={scale}
          theme={theme}
          padding={padding}
          interactive={true}
          approval={approval}
          popup={popup}
          onUnsupported={() => setUnsupported(true)}
        />
      )}
      <Suspense fallback={null}>
        {selected && <SelectedOnMap feature={selected} drawn={isDrawn(layers, selected)} />}
        {held && <SelectedOnMap feature={held} drawn held />}
      </Suspense>
    </section>
  )
}

const isSame = (a: FeatureRef, b: FeatureRef | null): boolean => a.feed === b?.feed && a.id === b.id

/** Each feature of its feed has a mark of its own on the map, not one for many. */
const isDrawn = (layers: readonly ResolvedLayer[], { feed }: FeatureRef): boolean =>
  layers.some((layer) => layer.feed === feed && layer.drawnBy === 'maplibre' && layer.source.cluster === null)
