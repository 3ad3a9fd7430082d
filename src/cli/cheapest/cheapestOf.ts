import type { Catalog } from '#catalog/schema.ts'
import type { CheapestFound } from '#core/cheapest/cheapestSearch.ts'
import type { CheapestTask } from '#core/cheapest/cheapestTask.ts'
import { roundRatio } from '#core/indicators/ratioResult.ts'
import { pointOn } from '#feeds/store/describeFeature.ts'
import type { CheapestArguments } from './parseCheapest'

interface Parts {
  readonly wanted: CheapestArguments
  readonly catalog: Catalog
  readonly task: CheapestTask
  readonly found: CheapestFound
  /** Null: left out, for it is never the same. */
  readonly cpuMs: number | null
}

/** The object on standard output. Its keys stand in one order, so that the same input gives the same bytes. */
export function cheapestOf({ wanted, catalog, task, found, cpuMs }: Parts) {
  const places = new Map(
    task.features.flatMap(({ choices, before, states }) =>
      choices.map((choice) => [choice, (before ?? states[0])?.geometry ?? null] as const),
    ),
  )
  const cost = roundRatio(found.cost)
  return {
    want: wanted.request.want,
    rows: found.rows.map(({ id, before, after, reachable }) => ({ id, before, after, reachable })),
    measures: found.made.map((at) => {
      const { measure, feed, id, cost: own } = task.choices[at]!
      const geometry = places.get(at)
      const { id: name = '', unit } = catalog.measures[measure] ?? {}
      return {
        ...{ measure: name, feed, id },
        ...(geometry && { coordinates: pointOn(geometry) }),
        ...{ cost: own, unit: unit ?? null },
      }
    }),
    cost,
    bound: found.bound === null ? null : Math.min(cost, roundRatio(found.bound)),
    ...(found.rowsBound === null ? {} : { rowsBound: found.rowsBound }),
    proved: found.proved,
    order: found.order.map(({ row, after, spent }) => ({ row, after, spent: roundRatio(spent) })),
    choices: task.choices.length,
    ...(cpuMs === null ? {} : { cpuMs }),
  }
}
