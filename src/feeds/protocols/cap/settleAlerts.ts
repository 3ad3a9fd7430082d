import { parseTime } from '#core/model/time.ts'
import type { CapAlert } from './readAlert'

/** An alert that stands, or stood until it was cancelled. */
export interface SettledAlert {
  readonly alert: CapAlert
  /** When another alert cancelled it, as written; null when none did. */
  readonly cancelled: string | null
}

/**
 * What alerts make of each other, whatever their order: one that an Update refers to is replaced by it and is left out;
 * one that a Cancel refers to ends when that was sent. A Cancel is no alert of its own; references to alerts that are not
 * in the file concern nothing here.
 */
export function settleAlerts(alerts: readonly CapAlert[]): readonly SettledAlert[] {
  const replaced = new Set(alerts.flatMap(({ type, references }) => (type === 'Update' ? references : [])))
  const cancelled = new Map<string, string>()
  for (const { type, references, sent } of alerts) {
    if (type !== 'Cancel') continue
    for (const key of references) {
      const earlier = cancelled.get(key)
      if (earlier === undefined || (parseTime(sent) ?? 0) < (parseTime(earlier) ?? 0)) cancelled.set(key, sent)
    }
  }
  return alerts
    .filter(({ type, key }) => type !== 'Cancel' && !replaced.has(key))
    .map((alert) => ({ alert, cancelled: cancelled.get(alert.key) ?? null }))
}
