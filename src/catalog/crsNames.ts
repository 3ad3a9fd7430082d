/**
 * Coordinate reference systems a feed may be in. Order is easting, northing (longitude, latitude). EPSG 4491-4501 and
 * 4513-4533 (CGCS2000 Gauss-Krüger, 6° and 3°) carry the zone number before the easting; 4502-4512 and 4534-4554 do not.
 */
const GAUSS_KRUGER = Array.from({ length: 4554 - 4491 + 1 }, (_, index) => `EPSG:${4491 + index}`)

export const CRS_NAMES: readonly string[] = [
  'wgs84',
  'cgcs2000',
  'gcj02',
  'bd09',
  'EPSG:4326',
  'EPSG:4490',
  'EPSG:3857',
  ...GAUSS_KRUGER,
  'EPSG:32649',
  'EPSG:32650',
  'EPSG:32651',
]
