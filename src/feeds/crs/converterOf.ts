import proj4 from 'proj4'
import { fromBd09, fromGcj02 } from './chinaOffset'
import { projectionOf } from './projectionOf'

/** Takes easting (longitude) and northing (latitude) to WGS84 longitude and latitude in degrees. */
export type Convert = (x: number, y: number) => readonly [number, number]

const identity: Convert = (x, y) => [x, y]

/** CGCS2000 is taken as WGS84: they differ by centimetres. */
const GEOGRAPHIC: ReadonlySet<string> = new Set(['wgs84', 'cgcs2000', 'EPSG:4326', 'EPSG:4490'])

const known = new Map<string, Convert>()

/**
 * How positions of a coordinate reference system become WGS84; null for a system that is none of `CRS_NAMES`. A
 * position that has no image comes out as NaN.
 */
export function converterOf(crs: string): Convert | null {
  if (GEOGRAPHIC.has(crs)) return identity
  if (crs === 'gcj02') return (x, y) => fromGcj02([x, y])
  if (crs === 'bd09') return (x, y) => fromBd09([x, y])
  const before = known.get(crs)
  if (before) return before
  const definition = /^EPSG:\d+$/.test(crs) ? projectionOf(Number(crs.slice(5))) : null
  if (definition === null) return null
  const projection = proj4(definition)
  const convert: Convert = (x, y) => {
    try {
      const [longitude, latitude] = projection.inverse([x, y])
      return [longitude ?? Number.NaN, latitude ?? Number.NaN]
    } catch {
      return [Number.NaN, Number.NaN]
    }
  }
  known.set(crs, convert)
  return convert
}

/** Whether two names mean the same positions: `EPSG:4490`, `cgcs2000` and `wgs84` do. */
export function sameCrs(one: string, other: string): boolean {
  return one === other || (GEOGRAPHIC.has(one) && GEOGRAPHIC.has(other))
}
