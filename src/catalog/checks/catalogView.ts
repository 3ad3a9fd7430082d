import type { Methods, MetricMethod } from '#core/indicators/methods/metricMethod.ts'
import { isObject } from '#core/model/values.ts'
import { type Expected, type Fault, makeFault, type Path } from '../fault'

/** An object somewhere in a catalog that may still be faulty elsewhere, and where it stands. */
export interface Entry {
  readonly path: Path
  readonly value: Readonly<Record<string, unknown>>
}

/** Where checks put what they find. */
export type Report = (path: Path, value: unknown, expected: Expected) => void

/** One thing to check. Checks read raw JSON, so that they name their faults even where the shape is wrong elsewhere. */
export type Check = (catalog: Entry, report: Report) => void

/** The objects in the list `key` of an entry. */
export function entriesOf(entry: Entry, key: string): Entry[] {
  const list = entry.value[key]
  if (!Array.isArray(list)) return []
  return list.flatMap((value: unknown, index) =>
    isObject(value) ? [{ path: [...entry.path, key, index], value }] : [],
  )
}

/** The objects that are the values of the object `key` of an entry. */
export function membersOf(entry: Entry, key: string): (Entry & { readonly key: string })[] {
  const inner = entry.value[key]
  if (!isObject(inner)) return []
  return Object.entries(inner).flatMap(([name, value]) =>
    isObject(value) ? [{ key: name, path: [...entry.path, key, name], value }] : [],
  )
}

/** The texts in the list `key` of an entry, with their paths. */
export function textsOf(entry: Entry, key: string): { readonly path: Path; readonly text: string }[] {
  const list = entry.value[key]
  if (!Array.isArray(list)) return []
  return list.flatMap((text: unknown, index) =>
    typeof text === 'string' ? [{ path: [...entry.path, key, index], text }] : [],
  )
}

/** The ids of the entries of a list of the catalog. */
export function idsOf(catalog: Entry, key: string): ReadonlySet<string> {
  return new Set(entriesOf(catalog, key).flatMap(({ value }) => (typeof value.id === 'string' ? [value.id] : [])))
}

/** The metrics of all indicators that name a method, with it. */
export function metricsOf(
  catalog: Entry,
  methods: Methods,
): readonly { readonly metric: Entry; readonly method: MetricMethod }[] {
  return entriesOf(catalog, 'indicators').flatMap((indicator) =>
    membersOf(indicator, 'metrics').flatMap((metric) => {
      const method = namedMethod(metric, methods)
      return method ? [{ metric, method }] : []
    }),
  )
}

/** The method a metric names, if there is one of that name. */
export function namedMethod({ value }: Entry, methods: Methods): MetricMethod | undefined {
  const { method } = value
  return typeof method === 'string' && Object.hasOwn(methods, method) ? methods[method] : undefined
}

/** Runs checks and gathers what they say. */
export function runChecks(raw: unknown, checks: readonly Check[]): Fault[] {
  if (!isObject(raw)) return []
  const faults: Fault[] = []
  const report: Report = (path, value, expected) => faults.push(makeFault(path, value, expected))
  for (const check of checks) check({ path: [], value: raw }, report)
  return faults
}
