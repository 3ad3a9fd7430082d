import type { MultiPolygon, Polygon } from 'geojson'
import { boxPolygon } from '../geo/boundsOf'
import type { CityFeature, LocalText } from '../model/feature'

type Area = Polygon | MultiPolygon

/** The values of geocodes as warnings carry them: a text or a list, each `valueName=value` or a value alone. */
export function codesOf(geocode: unknown): readonly string[] {
  const written = Array.isArray(geocode) ? geocode : [geocode]
  return written
    .filter((code): code is string => typeof code === 'string')
    .map((code) => canonicalCode(code.slice(code.indexOf('=') + 1)))
    .filter((code) => code !== '')
}

/**
 * A code as it is compared. Codes of Chinese administrative areas have 6 digits to the county, 9 to the town and 12 to the
 * village, and are often filled up with zeros: 370883000000 is 370883.
 */
export function canonicalCode(code: string): string {
  const text = code.trim()
  if (!/^\d{9}(?:\d{3})?$/.test(text)) return text
  return text.slice(0, 6) + text.slice(6).replace(/(?:000)+$/, '')
}

/** Whether a code is that of the city, or of the prefecture or province it belongs to (GB/T 2260). */
function holdsCity(code: string, city: string): boolean {
  if (code === city) return true
  const gb = /^(?:\d{2}0000|\d{4}00)$/.test(code) && /^\d{6}$/.test(city)
  return gb && city.startsWith(code.replace(/(?:00)+$/, ''))
}

interface City {
  readonly code: string
  readonly name: LocalText
  readonly bounds: readonly [number, number, number, number]
}

export interface Outline {
  readonly geometry: Area
  /** Codes that gave it. */
  readonly by: readonly string[]
  /** It is the box of the city's bounds: no zone is the city. */
  readonly roughly: boolean
}

/** Features of zones by their id, their `code`, and (with a mark before it) their name; the first of each counts. */
export type ZoneIndex = ReadonlyMap<string, CityFeature>
const NAME = '名:'

export function indexZones(features: readonly CityFeature[]): ZoneIndex {
  const index = new Map<string, CityFeature>()
  const add = (key: string, feature: CityFeature) => {
    if (!index.has(key)) index.set(key, feature)
  }
  for (const feature of features) {
    const { code, name } = feature.properties
    if (typeof code === 'string') add(canonicalCode(code), feature)
    add(canonicalCode(feature.id), feature)
    if (typeof name === 'string') add(NAME + name, feature)
  }
  return index
}

/**
 * The outline that codes give: of the city where one of them is its code or that of what it belongs to, else of every zone
 * with such a code together. Null where none is known.
 */
export function outlineOf(codes: readonly string[], zones: readonly ZoneIndex[], city: City): Outline | null {
  const find = (key: string) => zones.map((index) => areaOf(index.get(key))).find((area) => area !== null) ?? null
  const cityCode = canonicalCode(city.code)
  const ofCity = codes.filter((code) => holdsCity(code, cityCode))
  if (ofCity.length > 0) {
    const known = find(cityCode) ?? find(NAME + city.name.zh)
    return { geometry: known ?? boxPolygon(city.bounds), by: ofCity, roughly: known === null }
  }
  const found = codes.flatMap((code) => {
    const area = find(code)
    return area ? [{ code, area }] : []
  })
  const [first] = found
  if (!first) return null
  const parts = new Set(found.map(({ area }) => area))
  const geometry: Area =
    parts.size === 1
      ? first.area
      : {
          type: 'MultiPolygon',
          coordinates: [...parts].flatMap(({ type, coordinates }) =>
            type === 'Polygon' ? [coordinates] : coordinates,
          ),
        }
  return { geometry, by: found.map(({ code }) => code), roughly: false }
}

const areaOf = (feature: CityFeature | undefined): Area | null =>
  feature?.geometry?.type === 'Polygon' || feature?.geometry?.type === 'MultiPolygon' ? feature.geometry : null
