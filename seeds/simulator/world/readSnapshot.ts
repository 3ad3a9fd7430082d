import type { Geometry } from 'geojson'
import type { DemoFeature } from './demoWorld'

/** What the app makes of features itself: left out of what the simulator sends. */
const DERIVED = new Set([
  'clock',
  'clock_due',
  'stage_due',
  'alarm',
  'alarm_level',
  'alarm_rule',
  'overdue',
  'in_force',
  'days_left',
])

function isFeature(value: unknown): value is { id: string | number; geometry: Geometry | null; properties: object } {
  if (typeof value !== 'object' || value === null) return false
  const { id, properties }: { id?: unknown; properties?: unknown } = value
  return (typeof id === 'string' || typeof id === 'number') && typeof properties === 'object' && properties !== null
}

/** The features of a snapshot as the source has them, in order of id: without what the app derives (`also` more). */
export function readSnapshot(snapshot: readonly unknown[], also: readonly string[] = []): readonly DemoFeature[] {
  const left = new Set([...DERIVED, ...also])
  return snapshot
    .filter(isFeature)
    .map(({ id, geometry, properties }): DemoFeature => {
      const kept = Object.entries(properties).filter(([name]) => !left.has(name))
      return { type: 'Feature', id: String(id), geometry: geometry ?? null, properties: Object.fromEntries(kept) }
    })
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
}
