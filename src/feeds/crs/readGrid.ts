/** A place on a Gauss-Krüger grid of CGCS2000. */
export interface GridPlace {
  /** As the EPSG register names the system. */
  readonly crs: string
  readonly easting: number
  readonly northing: number
  /** Degrees. */
  readonly meridian: number
  /** Of the zones, degrees. */
  readonly width: 3 | 6
}

const FIGURE = '(\\d{5,8}(?:\\.\\d+)?)\\s*(?:m|米)?'
const NAME = '(?:[xyen]|东坐标?|北坐标?|easting|northing)?[:=\\s]*'
const PAIR = new RegExp(`^${NAME}${FIGURE}[\\s,;/、]+${NAME}${FIGURE}$`, 'i')
const ZONE = /(?:第\s*)?(\d{2})\s*号?带[,;\s]*|zone\s*(\d{2})[,;\s]*/i
const MERIDIAN = /(?:中央(?:经线|子午线)|central meridian|cm)[:=\s]*(\d{2,3})°?[,;\s]*/i

/** Northings of China, metres: 16° to 55° north. */
const isNorthing = (metres: number): boolean => metres > 1_700_000 && metres < 6_200_000
const isEasting = (metres: number): boolean => metres >= 100_000 && metres <= 900_000

/**
 * Easting and northing in either order, told apart by their size, with the zone before the easting (39500000), named
 * beside them, or its meridian; without any, one place for each of the 3° meridians. None where the text is something else.
 */
export function readGrid(text: string): readonly GridPlace[] {
  const named = ZONE.exec(text)
  const middle = MERIDIAN.exec(text)
  const figures = text.replace(ZONE, '').replace(MERIDIAN, '').trim()
  const [one, other] = PAIR.exec(figures)?.slice(1).map(Number) ?? []
  if (one === undefined || other === undefined) return []
  const [northing, easting] = isNorthing(one) ? [one, other] : [other, one]
  if (!isNorthing(northing)) return []
  const zone = easting >= 1e7 ? Math.floor(easting / 1e6) : Number(named?.[1] ?? named?.[2] ?? 0)
  const within = easting % 1e6
  if (!isEasting(within) || (easting >= 1e6 && easting < 1e7)) return []
  if (zone > 0) {
    const place = ofZone(zone)
    return place ? [{ ...place, easting: zone * 1e6 + within, northing }] : []
  }
  const meridians = middle ? [Number(middle[1])] : Array.from({ length: 21 }, (_, index) => 75 + 3 * index)
  return meridians.flatMap((meridian) => {
    const index = (meridian - 75) / 3
    if (!Number.isInteger(index) || index < 0 || index > 20) return []
    return [{ crs: `EPSG:${4534 + index}`, easting, northing, meridian, width: 3 as const }]
  })
}

/** 6° zones have numbers 13 to 23 in China, 3° zones 25 to 45: no number is of both. */
function ofZone(zone: number): Pick<GridPlace, 'crs' | 'meridian' | 'width'> | null {
  if (zone >= 13 && zone <= 23) return { crs: `EPSG:${4491 + zone - 13}`, meridian: 6 * zone - 3, width: 6 }
  if (zone >= 25 && zone <= 45) return { crs: `EPSG:${4513 + zone - 25}`, meridian: 3 * zone, width: 3 }
  return null
}
