import type { StandardRow } from '../model/standard'
import { CannotMeasure } from './cannotMeasure'
import type { EvaluationContext } from './evaluationContext'
import { newestReport, type Report } from './reportedValue'

export interface ChecklistItems {
  readonly items: Readonly<Record<string, boolean | null>>
  /** Times of the reports used. */
  readonly times: readonly (number | null)[]
}

/**
 * The checklist of a qualitative row as reported (features with `item` and value true or false), null where nothing was
 * reported. What a true item implies is true as well. With an unreadable `reported` feed nothing is known.
 */
export function checklistItems(row: StandardRow, context: EvaluationContext): ChecklistItems | undefined {
  if (!row.checklist) return undefined
  const reports = Object.keys(row.checklist).map((item) => [item, newestItem(row.id, item, context)] as const)
  const items: Record<string, boolean | null> = {}
  for (const [item, report] of reports) items[item] = report ? report.feature.properties.value === true : null
  applyImplications(items, row.implies ?? {})
  return { items, times: reports.flatMap(([, report]) => (report ? [report.time] : [])) }
}

function newestItem(indicator: string, item: string, context: EvaluationContext): Report | null {
  try {
    return newestReport(
      context.reportedFeeds.map((feed) => context.feed(feed.id)),
      ({ properties }) =>
        properties.indicator === indicator && properties.item === item && typeof properties.value === 'boolean',
      context.scopeId,
    )
  } catch (error) {
    if (error instanceof CannotMeasure) return null
    throw error
  }
}

function applyImplications(
  items: Record<string, boolean | null>,
  implies: Readonly<Record<string, readonly string[]>>,
) {
  const spread = (item: string) => {
    for (const implied of implies[item] ?? []) {
      if (items[implied] === true || !(implied in items)) continue
      items[implied] = true
      spread(implied)
    }
  }
  for (const item of Object.keys(items)) if (items[item] === true) spread(item)
}
