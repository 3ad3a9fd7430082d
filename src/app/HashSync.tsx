import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { markFramed } from '#state/incident.ts'
import { useLists } from '#state/lists.ts'
import { reportLink } from '#state/page.ts'
import { NO_SELECTION, type Selection, select, useSelection } from '#state/selection.ts'
import { useView, type ViewState } from '#state/view.ts'
import { worldOnShow } from '#state/world.ts'
import { linkedLists } from './listsLink'
import { defaultScopeOf, openLink } from './openLink'
import { type LinkedView, writeViewHash } from './viewHash'

/**
 * Keeps the address bar and the view the same, both ways. A link's selected feature is looked up once its feed is in.
 * Workspace, map, open row and selection are steps, to which the browser's Back returns; everything else is written over
 * the step it belongs to.
 */
export function HashSync(): null {
  const city = useOpenedCity()
  const queries = useQueryClient()

  useEffect(() => {
    const defaultScope = defaultScopeOf(city)
    /** What a link selects, until its feed has been read. */
    let wanted: LinkedView['selected'] = null
    /** The link says where the camera is: it need not go to what is selected. */
    let framed = false
    /** What the address says is being taken over, or what it selects has been found: that is no step of the user's. */
    let following = false
    let written: Step | null = null
    let due = false

    const follow = (act: () => void): void => {
      following = true
      act()
      following = false
    }

    const read = (): void => {
      follow(() => {
        wanted = openLink(city)
        framed = useView.getState().camera !== null
        const { selection } = useSelection.getState()
        const selected = selectedOf(selection)
        if (wanted && selected?.feed === wanted.feed && selected.id === wanted.id) wanted = null
        else if (!wanted && selection.kind !== 'none') select(NO_SELECTION)
      })
      write()
      void look()
    }

    const look = async (): Promise<void> => {
      const sought = wanted
      if (!sought) return
      if (!city.catalog.feeds.some((feed) => feed.id === sought.feed)) {
        return lose(sought)
      }
      const state = queries.getQueryState(['feed', city.catalogUrl, sought.feed])
      if (state?.status !== 'success') return
      const found = await city.in(worldOnShow()).find(sought.feed, sought.id)
      if (wanted !== sought) return
      if (!found) return lose(sought)
      wanted = null
      const { feed, mapId, id, at, bounds } = found
      follow(() => select({ kind: 'feature', feature: { feed, mapId, id }, at }))
      if (framed) markFramed(found)
      else if (bounds) flyTo(bounds)
      write()
    }

    const lose = (missing: NonNullable<LinkedView['selected']>): void => {
      wanted = null
      reportLink({ missing })
      write()
    }

    /** Writes the address; `step`: as a new entry of the history, where it is another step than the last. */
    const write = (step = false): void => {
      const view = useView.getState()
      const selected = wanted ?? selectedOf(useSelection.getState().selection)
      const hash = writeViewHash(view, selected, defaultScope, linkedLists(city.catalog, useLists.getState()))
      const next = stepOf(view, selected)
      const isNew = step && written !== null && isAnother(written, next)
      written = next
      if (hash === window.location.hash) return
      if (isNew) window.history.pushState(null, '', hash)
      else window.history.replaceState(null, '', hash)
    }

    /** What one act changes in several places is one step. */
    const writeSoon = (): void => {
      if (following || due) return
      due = true
      queueMicrotask(() => {
        due = false
        write(true)
      })
    }

    read()
    const stops = [
      useView.subscribe(writeSoon),
      useLists.subscribe(writeSoon),
      useSelection.subscribe(({ selection }, before) => {
        if (selection === before.selection) return
        if (!following) wanted = null
        writeSoon()
      }),
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

const selectedOf = (selection: Selection): LinkedView['selected'] =>
  selection.kind === 'feature' ? { feed: selection.feature.feed, id: selection.feature.id } : null

/** What makes a step, as text. */
interface Step {
  readonly place: string
  readonly selected: string
  readonly wall: boolean
}

const stepOf = ({ workspace, map, indicator, metric }: ViewState, selected: LinkedView['selected']): Step => ({
  place: JSON.stringify([workspace, map, indicator, metric]),
  selected: JSON.stringify(selected),
  wall: workspace === 'screen',
})

/** A selection that goes from a wall was let go by it, not by a user. */
const isAnother = (before: Step, next: Step): boolean =>
  before.place !== next.place || (before.selected !== next.selected && !(next.wall && next.selected === 'null'))
