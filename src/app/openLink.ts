import type { OpenedCity } from '#city/CityContext.ts'
import { useLists } from '#state/lists.ts'
import { reportLink } from '#state/page.ts'
import { setView } from '#state/view.ts'
import { listsOf } from './listsLink'
import { type LinkedView, readViewHash } from './viewHash'

/** Puts the view on what the address bar says, as far as this city has it, and tells which feature it selects. */
export function openLink(city: OpenedCity): LinkedView['selected'] {
  const { view, selected, lists, scenario, unknown } = readViewHash(window.location.hash, {
    defaultScope: defaultScopeOf(city),
    maps: city.catalog.maps.map(({ id }) => id),
  })
  setView(knownIn(city, view))
  // Few links carry one: its code comes after the first frame.
  if (scenario !== null)
    void import('#state/scenarios.ts').then(({ useScenarios }) => useScenarios.setState({ linked: scenario }))
  const meant = listsOf(city.catalog, lists)
  useLists.setState(meant)
  const lost = lists.part !== null && meant.part === null ? [`part=${lists.part}`] : []
  reportLink({ unknown: [...unknown, ...lost], missing: null })
  return selected
}

/** The scope a page of this city opens in; null for the whole city. */
export function defaultScopeOf({ catalog }: OpenedCity): string | null {
  const { defaultScope } = catalog.city
  return catalog.scopes.some((scope) => scope.id === defaultScope) ? (defaultScope ?? null) : null
}

/** A view naming a scope, row, lens or layer this city does not have falls back to none of it. */
function knownIn({ catalog, standard }: OpenedCity, view: LinkedView['view']): LinkedView['view'] {
  const layers = new Set(catalog.layers.map((layer) => layer.id))
  const feeds = new Set(catalog.feeds.map((feed) => feed.id))
  return {
    ...view,
    scope: catalog.scopes.some((scope) => scope.id === view.scope) ? view.scope : null,
    indicator: standard.rows.some((row) => row.id === view.indicator) ? view.indicator : null,
    lens: catalog.lenses.some((lens) => lens.id === view.lens) ? view.lens : null,
    table: view.table !== null && feeds.has(view.table) ? view.table : null,
    tables: Object.fromEntries(Object.entries(view.tables).filter(([id]) => feeds.has(id))),
    layerVisibility: Object.fromEntries(Object.entries(view.layerVisibility).filter(([id]) => layers.has(id))),
    layerOpacity: Object.fromEntries(Object.entries(view.layerOpacity).filter(([id]) => layers.has(id))),
  }
}
