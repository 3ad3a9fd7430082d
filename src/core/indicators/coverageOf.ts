import type { CoverSet } from '../geo/coverSet'
import { insideCover } from '../geo/inside'
import { lineCoverage } from '../geo/lineCoverage'
import type { GapGeometry } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import { subjectOf } from './knownShapes'

export type Coverage =
  | {
      readonly ok: true
      readonly share: number
      /** Draws the uncovered part; null when there is none. */
      readonly gap: (() => GapGeometry) | null
      /** Uncovered square metres; 0 for lines and points. */
      readonly area: number
      /** Uncovered metres of a line. */
      readonly length?: number
    }
  /** `no-geometry`, `ambiguous-ring`, `no-area`, `no-length`. */
  | { readonly ok: false; readonly reason: string }

/** How much of a feature the covers cover: by area, by length, or for points by membership. */
export function coverageOf(feature: CityFeature, covers: CoverSet): Coverage {
  const { geometry } = feature
  switch (geometry?.type) {
    case 'Polygon':
    case 'MultiPolygon': {
      const subject = subjectOf(geometry)
      if (subject.ambiguous) return { ok: false, reason: 'ambiguous-ring' }
      if (!(subject.area > 0)) return { ok: false, reason: 'no-area' }
      const { share, gap, uncovered } = covers.coverPolygon(subject)
      return { ok: true, share, gap, area: uncovered }
    }
    case 'LineString':
    case 'MultiLineString': {
      const { share, gap, length, covered } = lineCoverage(geometry, covers.near)
      if (!(length > 0)) return { ok: false, reason: 'no-length' }
      return { ok: true, share, gap: gap && (() => gap), area: 0, length: length - covered }
    }
    case 'Point':
    case 'MultiPoint': {
      const positions = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates
      const open = positions.filter(
        (position) => !covers.near.someAt(position, (cover) => insideCover(position, cover)),
      )
      const [first] = open
      const gap: GapGeometry | null = !first
        ? null
        : open.length === 1
          ? { type: 'Point', coordinates: first }
          : { type: 'MultiPoint', coordinates: open }
      return { ok: true, share: 1 - open.length / positions.length, gap: gap && (() => gap), area: 0 }
    }
    default:
      return { ok: false, reason: 'no-geometry' }
  }
}
