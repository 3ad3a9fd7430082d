import { pathText } from '#catalog/fault.ts'
import { coveringFeeds } from '#core/indicators/metricFacts.ts'
import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { IndicatorDefinition } from '#core/model/metricDefinition.ts'
import type { Language } from './parseArguments'

const NO_FOOTPRINT = 'no-footprint:'

/**
 * Points that are to cover something and have no footprint: a fault of the catalog that shows only in the data where the
 * record leaves the geometry open. Which features are asked to cover is for the evaluation to say, here as on the page:
 * `rows` are its results. `indicators` are all of the catalog.
 */
export function checkCovers(
  indicators: readonly IndicatorDefinition[],
  rows: readonly IndicatorResult[],
  language: Language,
): string[] {
  return rows.flatMap(({ id, metrics }) => {
    const index = indicators.findIndex((each) => each.id === id)
    return Object.entries(metrics).flatMap(([metric, { why }]) => {
      const definition = indicators[index]?.metrics[metric]
      if (!definition || !why?.startsWith(NO_FOOTPRINT)) return []
      const bare = why.slice(NO_FOOTPRINT.length)
      return coveringFeeds(definition).flatMap(([parameter, feed]) => {
        if (feed !== bare) return []
        const path = pathText(['indicators', index, 'metrics', metric, parameter])
        return language === 'zh'
          ? [`${path}: 应为带 footprint 的数据源或面数据源,实为 ${feed} 中没有覆盖范围的点`]
          : [`${path}: expected a feed with a footprint or of polygons, found points in ${feed}`]
      })
    })
  })
}
