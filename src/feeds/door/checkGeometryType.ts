import type { Geometry } from 'geojson'
import type { RecordKind } from '#core/model/feature.ts'
import { QuarantineError } from './noticeLog'
import { QUARANTINE } from './reasons'

const POINT: readonly Geometry['type'][] = ['Point']
const SURFACE: readonly Geometry['type'][] = ['Polygon', 'MultiPolygon']

const WANTED: Partial<Record<RecordKind, readonly Geometry['type'][]>> = {
  site: POINT,
  camera: POINT,
  junction: POINT,
  sheet: SURFACE,
  zone: SURFACE,
}

/** Quarantines a geometry of a kind that the record cannot have. */
export function checkGeometryType(record: RecordKind, geometry: Geometry): void {
  const wanted = WANTED[record]
  if (wanted && !wanted.includes(geometry.type)) {
    throw new QuarantineError('geometry', QUARANTINE.wrongGeometryType(record, wanted.join(' / '), geometry.type))
  }
}
