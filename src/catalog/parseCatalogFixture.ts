import type { Standard } from '#core/model/standard.ts'
import { bundledStandard } from './bundledStandard'
import { parseCatalog } from './parseCatalog'

export const STANDARD: Standard = bundledStandard()

export const feed = (id: string, record = 'place', more: Record<string, unknown> = {}) => ({
  id,
  record,
  source: { type: 'geojson', url: `${id}.geojson` },
  ...more,
})
export const covered = (more: Record<string, unknown> = {}) => ({
  method: 'covered',
  subjects: 'areas',
  by: 'sites',
  ...more,
})

/** A catalog without a fault, changed by `change`. */
export function catalogWith(change: Record<string, unknown> = {}) {
  return {
    version: 1,
    city: { code: '370883', name: { zh: '邹城市', en: 'Zoucheng' }, bounds: [116.73, 35.12, 117.48, 35.57] },
    feeds: [feed('areas'), feed('sites', 'site', { footprint: { radius: 300 } }), feed('told', 'reported')],
    indicators: [{ id: '5g-key-area-coverage', metrics: { value: covered() } }],
    ...change,
  }
}

export function faultsOf(catalog: unknown, standard: Standard | null = STANDARD) {
  const text = typeof catalog === 'string' ? catalog : JSON.stringify(catalog)
  const result = parseCatalog(text, standard)
  return result.ok ? [] : result.faults
}

export const pathsOf = (change: Record<string, unknown>): string[] =>
  faultsOf(catalogWith(change)).map(({ path }) => path)
export const metric = (definition: unknown, id = 'value', row = '5g-key-area-coverage') => ({
  indicators: [{ id: row, metrics: { [id]: definition } }],
})
