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
