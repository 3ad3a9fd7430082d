import type { Catalog } from '#catalog/schema.ts'
import type { Measure } from '#i18n/formatQuantity.ts'

/** What the numerator and denominator of a metric are counted in, from the method that measures it. */
export function measureOf(catalog: Catalog, indicator: string, metric: string): Measure {
  const definition = catalog.indicators.find((candidate) => candidate.id === indicator)?.metrics[metric]
  switch (definition?.method) {
    case 'covered':
    case 'near':
    case 'share':
    case 'count':
      return 'features'
    case 'area':
      return 'm2'
    case 'length':
      return 'm'
    case 'mean':
    case 'ratio':
    case 'reported':
    case 'combine':
    case undefined:
      return 'plain'
  }
}
