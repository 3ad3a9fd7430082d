import proj4 from 'proj4'
import { fromBd09, fromGcj02 } from './chinaOffset'

/** The catalog's name for what a GeoJSON `crs` member names; the name itself where the catalog has none. */
export function crsOfMember(name: string): string {
  if (/crs:?84$/i.test(name)) return 'wgs84'
  const code = /epsg[:/]+(?:[\d.]*[:/]+)?(\d+)$/i.exec(name)?.[1]
  if (code !== undefined) return `EPSG:${code}`
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return ['wgs84', 'cgcs2000', 'gcj02', 'bd09'].includes(plain) ? plain : name
}

/**
 * Definition of a projected system for proj4, easting before northing; null where the code is none of the catalog's.
 * CGCS2000 Gauss-Krüger by the EPSG register: 4491-4501 6° zones 13-23 with zone prefix, 4502-4512 the same meridians
 * without, 4513-4533 3° zones 25-45 with prefix, 4534-4554 without.
 */
export function projectionOf(code: number): string | null {
  if (code === 3857) {
    return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs'
  }
  if (code >= 32649 && code <= 32651) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`
  if (code >= 4491 && code <= 4501) {
    const zone = code - 4491 + 13
    return gaussKruger(6 * zone - 3, zone)
  }
  if (code >= 4502 && code <= 4512) return gaussKruger(75 + 6 * (code - 4502), 0)
  if (code >= 4513 && code <= 4533) {
    const zone = code - 4513 + 25
    return gaussKruger(3 * zone, zone)
  }
  if (code >= 4534 && code <= 4554) return gaussKruger(75 + 3 * (code - 4534), 0)
  return null
}

/** CGCS2000's ellipsoid differs from GRS80 by less than a tenth of a millimetre, and its datum from WGS84 by centimetres. */
function gaussKruger(meridian: number, zone: number): string {
  const falseEasting = zone * 1_000_000 + 500_000
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`
}

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
