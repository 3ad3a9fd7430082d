import type { CheapestTask } from '#core/cheapest/cheapestTask.ts'
import { feedsOfIndicator, needsReported } from '#core/indicators/metricFacts.ts'
import { overriddenIndicators } from '#core/indicators/overrides.ts'
import type { StandardRow } from '#core/model/standard.ts'
import type { OpenCity } from '../EngineContext'
import type { WorldView } from '../world/worldView'
import { CHEAPEST_FAULTS } from './cheapestFaults'
import type { CheapestAnswer, CheapestRequest } from './cheapestRequest'
import { measureChoices } from './measureChoices'

/** Everything a search needs, from the city in one world. */
export function makeCheapestTask(city: OpenCity, view: WorldView, request: CheapestRequest): CheapestAnswer {
  const { catalog, standard } = city
  const { scope, want, rows, overrides } = request
  if (catalog.measures.length === 0) return { ok: false, faults: [CHEAPEST_FAULTS.noMeasures()] }
  const faults = (rows ?? []).flatMap((id) => {
    const row = standard.rows.find((each) => each.id === id)
    if (!row) return [CHEAPEST_FAULTS.unknownRow(id)]
    return row.kind === 'deduction' ? [CHEAPEST_FAULTS.deduction(id)] : []
  })
  if (faults.length > 0) return { ok: false, faults }

  const { choices, features, measures } = measureChoices(city, view)
  const changed = new Set(features.map(({ feed }) => feed))
  const definitions = overriddenIndicators({ indicators: catalog.indicators, overrides })
  const scopes = catalog.scopes.filter(({ id }) => id === scope)
  const reported = catalog.feeds.filter(({ record }) => record === 'reported').map(({ id }) => id)
  const feedsOf = (row: StandardRow): readonly string[] => {
    const definition = definitions.get(row.id)
    return [
      ...(definition ? feedsOfIndicator(definition, scopes) : []),
      ...(needsReported(row, definition) ? reported : []),
    ]
  }
  const concerned = standard.rows.filter(
    (row) => rows?.includes(row.id) || feedsOf(row).some((feed) => changed.has(feed)),
  )
  const needed = new Set([...concerned.flatMap(feedsOf), ...scopes.map(({ feed }) => feed)])
  const task: CheapestTask = {
    ...{ want, rows, scope, overrides, scopes, choices, features },
    standard: { ...standard, rows: concerned },
    indicators: catalog.indicators.filter(({ id }) => concerned.some((row) => row.id === id)),
    bounds: catalog.city.bounds,
    feeds: [...view.evaluable(catalog.feeds.filter(({ id }) => needed.has(id))).values()],
  }
  return {
    ok: true,
    task: new Blob([JSON.stringify(task)], { type: 'application/json' }),
    choices: choices.length,
    measures,
  }
}
