import type { CatalogFeed } from '#catalog/schema.ts'
import { compileValue, type ExpressionSubject, type ExpressionValue } from '#core/model/compileExpression.ts'
import type { Footprint } from '#core/model/feature.ts'
import type { FeedFailure } from '../protocols/protocol'
import { QuarantineError } from './noticeLog'
import { FAILURES, QUARANTINE } from './reasons'

type Part = (subject: ExpressionSubject) => ExpressionValue | undefined
type Evaluate = (subject: ExpressionSubject) => Footprint | null

export type FootprintCompilation =
  | { readonly ok: true; readonly evaluate: Evaluate }
  | { readonly ok: false; readonly failure: FeedFailure }

/**
 * The footprint definition of a feed, ready to run. It gives null for what is no point (a polygon is its own
 * footprint) and throws a QuarantineError for a radius, azimuth or beamwidth that cannot be.
 */
export function footprintOf(definition: CatalogFeed['footprint']): FootprintCompilation {
  if (definition === undefined) return { ok: true, evaluate: () => null }
  const parts: Record<string, Part> = {}
  for (const name of ['radius', 'azimuth', 'beamwidth'] as const) {
    const compiled = compileValue(definition[name] ?? null)
    if (!compiled.ok) return { ok: false, failure: { reason: FAILURES.badFootprint(name, compiled.error) } }
    parts[name] = compiled.evaluate
  }
  return {
    ok: true,
    evaluate: (subject) => {
      const type = subject.geometry?.type
      if (type !== 'Point' && type !== 'MultiPoint') return null
      return {
        radius: radiusOf(parts.radius?.(subject)),
        azimuth: azimuthOf(parts.azimuth?.(subject)),
        beamwidth: beamwidthOf(parts.beamwidth?.(subject)),
      }
    },
  }
}

function radiusOf(value: ExpressionValue | undefined): number {
  if (value === undefined || value === null) throw new QuarantineError('footprint.radius', QUARANTINE.radiusMissing())
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new QuarantineError('footprint.radius', QUARANTINE.radiusNotNumber(value))
  }
  if (value < 0) throw new QuarantineError('footprint.radius', QUARANTINE.radiusNegative(value))
  return value
}

/** Null is the full disc; an expression that fails (undefined) is not, or a sector would silently grow to one. */
function azimuthOf(value: ExpressionValue | undefined): number | null {
  if (value === null) return null
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new QuarantineError('footprint.azimuth', QUARANTINE.azimuthNotNumber(value))
}

function beamwidthOf(value: ExpressionValue | undefined): number | null {
  if (value === null) return null
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new QuarantineError('footprint.beamwidth', QUARANTINE.beamwidthNotNumber(value))
  }
  if (value <= 0) throw new QuarantineError('footprint.beamwidth', QUARANTINE.beamwidthNotPositive(value))
  return value
}
