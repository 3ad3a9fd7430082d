import { converterOf } from './converterOf'
import { readAngles } from './readAngles'
import { readGrid } from './readGrid'

/** One way to read what somebody typed as a place. */
export interface CoordinateReading {
  /** WGS84 longitude and latitude. */
  readonly at: readonly [number, number]
  /** How the two figures were taken. */
  readonly order: 'lonLat' | 'latLon' | 'grid'
  /** A name of the catalog's. */
  readonly crs: string
  /** Of a grid: its central meridian and the width of its zones, degrees. */
  readonly zone?: { readonly meridian: number; readonly width: 3 | 6 } | undefined
  /** Within the bounds of the city. */
  readonly inCity: boolean
}

/** [west, south, east, north]. */
type Bounds = readonly [number, number, number, number]

/** Whose coordinates they are, where that is said first. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:gcj-?0?2|火星坐标|火星|高德|腾讯)[:\s]*/i, 'gcj02'],
  [/^(?:bd-?0?9|百度)[:\s]*/i, 'bd09'],
  [/^(?:wgs-?84|gps|北斗)[:\s]*/i, 'wgs84'],
  [/^(?:cgcs-?2000|国家2000|2000坐标)[:\s]*/i, 'cgcs2000'],
]

/**
 * Every way to read a text as coordinates, those inside the city first; none where it is something else. Longitude and
 * latitude in either order, as decimals or as degrees, minutes and seconds, their hemispheres in letters or in Chinese;
 * easting and northing of a Gauss-Krüger grid of CGCS2000, without a zone where the city lies in one that fits.
 */
export function readCoordinates(text: string, bounds: Bounds): readonly CoordinateReading[] {
  const plain = plainSigns(text)
  const system = SYSTEMS.find(([pattern]) => pattern.test(plain))
  const figures = system ? plain.replace(system[0], '') : plain
  const readings = [...readDegrees(figures, system?.[1] ?? null, bounds), ...readMetres(figures, bounds)]
  return readings.toSorted((a, b) => Number(b.inCity) - Number(a.inCity))
}

/** Half-width, one sign for each part of a degree, nothing around. */
const plainSigns = (text: string): string =>
  text
    .replace(/''|′′|[″”“"＂]/g, '"')
    .replace(/[º˚°]/g, '°')
    .replace(/[′’‘'＇]/g, "'")
    .normalize('NFKC')
    .replace(/(?<=\d)\s*[度分秒]/g, (part) => ({ 度: '°', 分: "'", 秒: '"' })[part.trim()] ?? part)
    .trim()
    .replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1')

function readDegrees(figures: string, system: string | null, bounds: Bounds): readonly CoordinateReading[] {
  const pair = readAngles(figures)
  if (!pair) return []
  const [one, other] = pair.angles
  const known = one.axis ?? (other.axis === 'lat' ? 'lon' : other.axis === 'lon' ? 'lat' : null)
  const crs = system ?? 'wgs84'
  return (['lonLat', 'latLon'] as const).flatMap((order) => {
    if (known !== null && (known === 'lon') !== (order === 'lonLat')) return []
    const [longitude, latitude] = order === 'lonLat' ? [one.degrees, other.degrees] : [other.degrees, one.degrees]
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return []
    const reading = place(crs, longitude, latitude, bounds)
    return reading && (pair.sure || system !== null || reading.inCity) ? [{ ...reading, order }] : []
  })
}

function readMetres(figures: string, bounds: Bounds): readonly CoordinateReading[] {
  const grids = readGrid(figures)
  return grids.flatMap(({ crs, easting, northing, meridian, width }) => {
    const reading = place(crs, easting, northing, bounds)
    return reading && (grids.length === 1 || reading.inCity)
      ? [{ ...reading, order: 'grid' as const, zone: { meridian, width } }]
      : []
  })
}

function place(crs: string, x: number, y: number, [west, south, east, north]: Bounds) {
  const [longitude, latitude] = converterOf(crs)?.(x, y) ?? []
  if (longitude === undefined || latitude === undefined || !Number.isFinite(longitude + latitude)) return null
  const inCity = longitude >= west && longitude <= east && latitude >= south && latitude <= north
  return { at: [longitude, latitude] as const, crs, inCity }
}
