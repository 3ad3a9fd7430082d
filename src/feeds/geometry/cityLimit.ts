import type { CatalogCity, CatalogFeed } from '#catalog/schema.ts'
import type { Convert } from '../crs/converterOf'
import { QuarantineError } from '../door/noticeLog'
import { QUARANTINE } from '../door/reasons'
import type { Place } from './readGeometry'

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

/** The city's bounds with half their width and height added on each side: what lies beyond is not of this city. */
export function cityLimit([west, south, east, north]: Box): Box {
  const width = (east - west) / 2
  const height = (north - south) / 2
  return [west - width, south - height, east + width, north + height]
}

export const isInside = ([west, south, east, north]: Box, x: number, y: number): boolean =>
  x >= west && x <= east && y >= south && y <= north

/** How the positions of a feed are taken to the city. */
export interface Places {
  /** Refuses what is far outside the city; the feeds with `extent: context` have none of that. */
  readonly place: Place
  /** Refuses only what is nowhere. */
  readonly anywhere: Place
  readonly bounds: Box
}

export function placesOf(
  { crs, extent }: Pick<CatalogFeed, 'crs' | 'extent'>,
  { bounds }: Pick<CatalogCity, 'bounds'>,
  convert: Convert,
): Places {
  const anywhere = placeWithin(convert, crs, null)
  return { place: extent === 'context' ? anywhere : placeWithin(convert, crs, cityLimit(bounds)), anywhere, bounds }
}

/** Converts a position and refuses one that is not on the globe or, where there is a limit, not within it. */
function placeWithin(convert: Convert, crs: string, limit: Box | null): Place {
  return (x, y) => {
    const position = convert(x, y)
    const [longitude, latitude] = position
    const refuse = (reason: ReturnType<typeof QUARANTINE.outOfRange>): never => {
      throw new QuarantineError('geometry', reason)
    }
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) refuse(QUARANTINE.cannotConvert(crs, x, y))
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) refuse(QUARANTINE.outOfRange(x, y))
    if (limit !== null && !isInside(limit, longitude, latitude)) refuse(QUARANTINE.outsideCity(x, y))
    return position
  }
}
