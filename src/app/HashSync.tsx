import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { reportLink } from '#state/page.ts'
import { NO_SELECTION, type Selection, select, useSelection } from '#state/selection.ts'
import { useView } from '#state/view.ts'
import { worldOnShow } from '#state/world.ts'
import { defaultScopeOf, openLink } from './openLink'
import { type LinkedView, writeViewHash } from './viewHash'

/** Keeps the address bar and the view the same, both ways. A link's selected feature is looked up once its feed is in. */
export function HashSync(): null {
  const city = useOpenedCity()
  const queries = useQueryClient()

  useEffect(() => {
    const defaultScope = defaultScopeOf(city)
    /** What a link selects, until its feed has been read. */
    let wanted: LinkedView['selected'] = null

    const read = (): void => {
      wanted = openLink(city)
      if (!wanted && useSelection.getState().selection.kind !== 'none') select(NO_SELECTION)
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
      const found = await city.in(worldOnShow()).find(sought.feed, sought.id)
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

function selectedOf(selection: Selection): LinkedView['selected'] {
  return selection.kind === 'feature' ? { feed: selection.feature.feed, id: selection.feature.id } : null
}
