import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type City, useCity } from '../maps/data/CityContext'
import { reportLink } from '../state/link'
import { NO_SELECTION, type Selection, select, useSelection } from '../state/selection'
import { setView, useView } from '../state/view'
import { type LinkedView, readViewHash, writeViewHash } from './viewHash'

/** Keeps the address bar and the view the same, both ways. A link's selected feature is looked up once its feed is in. */
export function HashSync(): null {
  const city = useCity()
  const queries = useQueryClient()

  useEffect(() => {
    const defaultScope = defaultScopeOf(city)
    /** What a link selects, until its feed has been read. */
    let wanted: LinkedView['selected'] = null

    const read = (): void => {
      const linked = readViewHash(window.location.hash, defaultScope)
      setView(knownIn(city, linked.view))
      wanted = linked.selected
      if (!wanted && useSelection.getState().selection.kind !== 'none') select(NO_SELECTION)
      reportLink({ unknown: linked.unknown, missing: null })
      void look()
    }

    const look = async (): Promise<void> => {
      const sought = wanted
      if (!sought) return
      if (!city.catalog.feeds.some((feed) => feed.id === sought.feed)) {
        wanted = null
        reportLink({ missing: sought })
        return
      }
      const state = queries.getQueryState(['feed', city.catalogUrl, sought.feed])
      if (state?.status !== 'success') return
      const found = await city.engine.find(sought.feed, sought.id)
      if (wanted !== sought) return
      wanted = null
      if (!found) return reportLink({ missing: sought })
      select({ kind: 'feature', feature: { feed: found.feed, mapId: found.mapId, id: found.id }, at: found.at })
    }

    const write = (): void => {
      const selected = selectedOf(useSelection.getState().selection) ?? wanted
      const hash = writeViewHash(useView.getState(), selected, defaultScope)
      if (hash !== window.location.hash) window.history.replaceState(null, '', hash)
    }

    read()
    write()
    const stops = [
      useView.subscribe(write),
      useSelection.subscribe(write),
      queries.getQueryCache().subscribe((event) => {
        if (wanted && event.type === 'updated' && event.action.type === 'success') void look()
      }),
    ]
    window.addEventListener('hashchange', read)
    return () => {
      window.removeEventListener('hashchange', read)
      for (const stop of stops) stop()
    }
  }, [city, queries])

  return null
}

function defaultScopeOf({ catalog }: City): string | null {
  const { defaultScope } = catalog.city
  return catalog.scopes.some((scope) => scope.id === defaultScope) ? (defaultScope ?? null) : null
}

/** A view naming a scope, row or layer this city does not have falls back to none of it. */
function knownIn({ catalog, standard }: City, view: LinkedView['view']): LinkedView['view'] {
  const layers = new Set(catalog.layers.map((layer) => layer.id))
  return {
    ...view,
    scope: catalog.scopes.some((scope) => scope.id === view.scope) ? view.scope : null,
    indicator: standard.rows.some((row) => row.id === view.indicator) ? view.indicator : null,
    layerVisibility: Object.fromEntries(Object.entries(view.layerVisibility).filter(([id]) => layers.has(id))),
  }
}

function selectedOf(selection: Selection): LinkedView['selected'] {
  return selection.kind === 'feature' ? { feed: selection.feature.feed, id: selection.feature.id } : null
}
